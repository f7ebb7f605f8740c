import type { PlanRange, PlanSheet } from '../../../shared/plan/plan.ts';

/** Characters of frozen columns in which a title can still be read when it is wrapped into them. */
const narrowest = 30;

/**
 * Google refuses a merge that is frozen in part. A merge over the last frozen row or column is split there, its text
 * staying in the first part; where that part would be too narrow for it, nothing is frozen at the left. Frozen rows or
 * columns that nobody sees, or that are all there is, are not frozen.
 */
export function fitFrozen(sheet: PlanSheet): PlanSheet {
  const { freeze, merges = [] } = sheet;
  if (!freeze) return sheet;
  const shown = (columns: number): number =>
    sheet.columns.slice(0, columns).reduce((sum, { width, hidden }) => sum + (hidden ? 0 : width), 0);
  const crossing = merges.some(
    ({ firstColumn, lastColumn }) => firstColumn <= freeze.columns && lastColumn > freeze.columns,
  );
  const width = shown(freeze.columns);
  const isFrozen = width > 0 && freeze.columns < sheet.columns.length && (!crossing || width >= narrowest);
  const columns = isFrozen ? freeze.columns : 0;
  const rows = freeze.rows < sheet.rows.length ? freeze.rows : 0;
  return {
    ...sheet,
    freeze: { rows, columns },
    merges: merges.flatMap((merge) => split(merge, rows, columns)),
  };
}

/** The parts of a range on both sides of a row and a column; single cells need no merge. */
function split(merge: PlanRange, row: number, column: number): PlanRange[] {
  const down =
    merge.firstRow <= row && merge.lastRow > row
      ? [
          { ...merge, lastRow: row },
          { ...merge, firstRow: row + 1 },
        ]
      : [merge];
  return down
    .flatMap((part) =>
      part.firstColumn <= column && part.lastColumn > column
        ? [
            { ...part, lastColumn: column },
            { ...part, firstColumn: column + 1 },
          ]
        : [part],
    )
    .filter((part) => part.firstRow < part.lastRow || part.firstColumn < part.lastColumn);
}
