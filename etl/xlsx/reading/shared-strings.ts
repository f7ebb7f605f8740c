import type { CellScalar } from '../../../shared/parse/workbook.ts';
import type { Archive } from './archive.ts';
import { unescapeText } from './escaped-text.ts';
import { localName, readPart } from './read-part.ts';
import { Unreadable } from './unreadable.ts';

/** Collects the runs of a rich text; phonetic guides are no part of it. Shared by the string table and inline strings. */
export class RichText {
  #text = '';
  #inText = false;
  #phonetic = 0;

  start(): void {
    this.#text = '';
    this.#inText = false;
    this.#phonetic = 0;
  }

  open(local: string): void {
    if (local === 'rPh') this.#phonetic++;
    else if (local === 't') this.#inText = this.#phonetic === 0;
  }

  close(local: string): void {
    if (local === 'rPh') this.#phonetic--;
    else if (local === 't') this.#inText = false;
  }

  add(text: string): void {
    if (this.#inText) this.#text += text;
  }

  finish(maxLength: number): string {
    return unescapeText(this.#text).slice(0, maxLength);
  }
}

/** Throws Unreadable for more than `most` entries. One scalar per entry, so that a text used a thousand times is one object. */
export function readSharedStrings(
  archive: Archive,
  part: string | undefined,
  maxLength: number,
  most: number,
): CellScalar[] {
  const strings: CellScalar[] = [];
  if (part === undefined) return strings;
  const rich = new RichText();
  readPart(archive, part, {
    open(name) {
      const local = localName(name);
      if (local === 'si') rich.start();
      else rich.open(local);
    },
    close(name) {
      const local = localName(name);
      if (local === 'si') {
        if (strings.length >= most) throw new Unreadable('file.too_large', { limit: 'cells', most });
        strings.push({ type: 'text', value: rich.finish(maxLength) });
      } else rich.close(local);
    },
    text: (text) => rich.add(text),
  });
  return strings;
}
