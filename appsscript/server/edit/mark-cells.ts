import { addonEditTexts as texts } from '../../../shared/texts/addon-edit.ts';

type Range = GoogleAppsScript.Spreadsheet.Range;

/** Of the text in a cell with a remark; taking it away gives back the sheet's own colour. */
const remarkColour = '#b3261e';

/** Remarks by `row column`; an entry cell without one is marked fit. */
export type Remarks = ReadonlyMap<string, string>;

/**
 * Puts remarks into the notes of the edited cells and colours their text, and takes ours away from cells that are fit
 * now. What a person wrote into a note stays above our part. Writes only where something changes.
 */
export function markCells(range: Range, cells: ReadonlySet<string>, remarks: Remarks): void {
  const [top, left] = [range.getRow(), range.getColumn()];
  const before = range.getNotes();
  const after = before.map((line, r) =>
    line.map((note, c) => {
      const at = `${top + r} ${left + c}`;
      return cells.has(at) ? joined(ownPart(note), remarks.get(at)) : note;
    }),
  );
  if (after.every((line, r) => line.every((note, c) => note === before[r]?.[c]))) return;
  range.setNotes(after);
  const colours = range.getFontColors();
  range.setFontColors(
    after.map((line, r) =>
      line.map((note, c) => {
        if (note.indexOf(texts.mark) >= 0) return remarkColour;
        const was = before[r]?.[c] ?? '';
        // null is the sheet's own colour
        return was.indexOf(texts.mark) >= 0 ? (null as unknown as string) : (colours[r]?.[c] ?? '');
      }),
    ),
  );
}

/** The part of a note that a person wrote. */
export const ownPart = (note: string): string => (note.split(texts.mark)[0] ?? '').replace(/\s+$/, '');

function joined(own: string, remark: string | undefined): string {
  if (remark === undefined) return own;
  return own === '' ? `${texts.mark}${remark}` : `${own}\n\n${texts.mark}${remark}`;
}
