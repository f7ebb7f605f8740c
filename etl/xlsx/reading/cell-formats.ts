import type { Archive } from './archive.ts';
import { builtInMeaning, formatMeaning, type NumberMeaning } from './number-format.ts';
import { localName, readPart } from './read-part.ts';

/** The meaning of a number by the index that cells name (`s`); cells without it are plain. */
export function readCellFormats(archive: Archive, part: string | undefined): readonly NumberMeaning[] {
  const custom = new Map<number, NumberMeaning>();
  const formats: NumberMeaning[] = [];
  if (part === undefined) return formats;
  let inCells = false;
  readPart(archive, part, {
    open(name, attributes) {
      const local = localName(name);
      if (local === 'numFmt' && formats.length === 0) {
        // differential styles, after the cell formats, carry number formats of their own
        custom.set(Number(attributes.get('numFmtId')), formatMeaning(attributes.get('formatCode') ?? ''));
      } else if (local === 'cellXfs') inCells = true;
      else if (local === 'xf' && inCells) {
        const id = Number(attributes.get('numFmtId') ?? 0);
        formats.push(custom.get(id) ?? builtInMeaning(id));
      }
    },
    close(name) {
      if (localName(name) === 'cellXfs') inCells = false;
    },
    text() {},
  });
  return formats;
}
