import type { Archive } from './archive.ts';
import { Unreadable } from './unreadable.ts';
import { type XmlHandler, XmlScanner } from './xml-scanner.ts';

/** Bytes decoded at a time, so that a large part never stands in memory as one text. */
const slice = 1 << 20;

/**
 * Sends a part of the package through a handler; false where there is no such part.
 * Throws Unreadable, naming the part where its XML is broken.
 */
export function readPart(archive: Archive, name: string, handler: XmlHandler): boolean {
  const bytes = archive.read(name);
  if (!bytes) return false;
  try {
    const decoder = new TextDecoder(encodingOf(bytes), { fatal: true });
    const scanner = new XmlScanner(handler);
    for (let at = 0; at < bytes.length; at += slice) {
      scanner.write(decoder.decode(bytes.subarray(at, at + slice), { stream: true }));
    }
    scanner.write(decoder.decode());
    scanner.end();
    return true;
  } catch (error) {
    if (error instanceof TypeError) throw new Unreadable('file.broken_xml', { part: name });
    if (error instanceof Unreadable && error.issue.code === 'file.broken_xml') {
      throw new Unreadable('file.broken_xml', { part: name });
    }
    throw error;
  }
}

const encodingOf = (bytes: Uint8Array): string => {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0x3c && bytes[1] === 0)) return 'utf-16le';
  if ((bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0 && bytes[1] === 0x3c)) return 'utf-16be';
  return 'utf-8';
};

/** `x:row` → `row`. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
