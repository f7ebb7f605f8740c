import type { PlanCell, PlanRange, PlanRow, PlanSheet } from '../../../shared/plan/plan.ts';

/** Characters of frozen columns in which a title can still be read when it is wrapped into them. */
const narrowest = 30;

/**
 * Google refuses a merge that is frozen in part. A merge over the last frozen row or column is split there; its text
 * stands in the frozen part where that is wide enough, else in the part that scrolls. Frozen rows or columns that nobody
 * sees, or that are all there is, are not frozen.
 */
export function fitFrozen(sheet: PlanSheet): PlanSheet {
  const { freeze, merges = [] } = sheet;
  if (!freeze) return sheet;
  const shown = (first: number, last: number): number =>
    sheet.columns.slice(first - 1, last).reduce((sum, { width, hidden }) => sum + (hidden ? 0 : width), 0);
  const isSeen = shown(1, freeze.columns) > 0 && freeze.columns < sheet.columns.length;
  const columns = isSeen ? freeze.columns : 0;
  const rows = freeze.rows < sheet.rows.length ? freeze.rows : 0;
  const moved = new Set<string>();
  for (const { firstRow, firstColumn, lastColumn } of merges) {
    if (firstColumn > columns || lastColumn <= columns) continue;
    const frozen = shown(firstColumn, columns);
    if (frozen < narrowest && frozen < shown(columns + 1, lastColumn))
      moved.add(`${firstRow} ${firstColumn}`);
  }
  return {
    ...sheet,
    freeze: { rows, columns },
    merges: merges.flatMap((merge) => split(merge, rows, columns)),
    rows:
      moved.size === 0 ? sheet.rows : sheet.rows.map((row, at) => withMoved(row, at + 1, moved, columns + 1)),
  };
}

/** The cells named in `moved` change places with what is covered at `column`; the look stays on both sides. */
function withMoved(row: PlanRow, at: number, moved: ReadonlySet<string>, column: number): PlanRow {
  const going = row.cells.filter((cell) => moved.has(`${at} ${cell.column}`));
  if (going.length === 0) return row;
  const left = (cell: PlanCell): PlanCell => ({
    column: cell.column,
    ...(cell.style && { style: cell.style }),
  });
  const cells = [
    ...row.cells.filter((cell) => !going.includes(cell) && cell.column !== column),
    ...going.flatMap((cell) => [left(cell), { ...cell, column }]),
  ];
  return { ...row, cells: cells.sort((a, b) => a.column - b.column) };
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
