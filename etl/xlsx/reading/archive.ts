import { inflateRawSync } from 'node:zlib';
import { crc32 } from './crc32.ts';
import type { WorkbookLimits } from './limits.ts';
import { Unreadable } from './unreadable.ts';
import { readDirectory, type ZipEntry } from './zip-directory.ts';

/** The parts of a package by name; each is inflated when asked for, never beyond the size its directory claims. */
export interface Archive {
  has(name: string): boolean;
  /** Names of all parts in small letters. */
  names(): readonly string[];
  /** Throws Unreadable where the part is damaged, or all that was read exceeds the limit; undefined where there is none. */
  read(name: string): Uint8Array | undefined;
}

/** Part names are compared without case; some writers use `\`. */
const normalise = (name: string): string => name.replace(/\\/g, '/').replace(/^\/+/, '').toLowerCase();

/** Opens a zip. Throws Unreadable (see `readDirectory`; file.encrypted for entries under a zip password). */
export function openArchive(bytes: Uint8Array, limits: WorkbookLimits): Archive {
  const entries = new Map<string, ZipEntry>();
  for (const entry of readDirectory(bytes, limits)) {
    const name = normalise(entry.name);
    if (!entries.has(name)) entries.set(name, entry);
  }
  // one part may be named a hundred times, and parts may share their bytes: what counts is what is inflated
  let left = limits.inflatedBytes;
  return {
    names: () => [...entries.keys()],
    has: (name) => entries.has(normalise(name)),
    read(name) {
      const entry = entries.get(normalise(name));
      if (!entry) return undefined;
      left -= entry.size;
      if (left < 0) throw new Unreadable('file.bomb');
      return inflate(bytes, entry);
    },
  };
}

function inflate(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  if (entry.encrypted) throw new Unreadable('file.encrypted');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = entry.offset;
  if (at + 30 > bytes.length || view.getUint32(at, true) !== 0x04034b50)
    throw new Unreadable('file.truncated');
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const end = start + entry.compressed;
  if (end > bytes.length) throw new Unreadable('file.truncated');
  const data = unpack(bytes.subarray(start, end), entry);
  if (data.length !== entry.size || crc32(data) !== entry.crc) throw new Unreadable('file.truncated');
  return data;
}

/** zlib instead of fflate: it caps its own output and is measured five times as fast. */
function unpack(packed: Uint8Array, entry: ZipEntry): Uint8Array {
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw new Unreadable('file.broken_xml', { part: entry.name });
  try {
    return inflateRawSync(packed, {
      maxOutputLength: Math.max(1, entry.size),
      chunkSize: Math.min(Math.max(64, entry.size + 1), 1 << 20),
    });
  } catch (error) {
    const tooLong = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new Unreadable(tooLong ? 'file.bomb' : 'file.truncated');
  }
}
