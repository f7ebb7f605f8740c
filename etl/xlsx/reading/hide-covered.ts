import type { CellRange, SheetCell } from '../../../shared/parse/workbook.ts';

/** Leaves out what stands under a merge and nobody sees: only the first cell of a merged range has a value. */
export function hideCovered(cells: readonly SheetCell[], merges: readonly CellRange[]): readonly SheetCell[] {
  if (merges.length === 0) return cells;
  const byFirstRow = [...merges].sort((a, b) => a.firstRow - b.firstRow);
  let next = 0;
  let row = -1;
  let open: CellRange[] = [];
  return cells.filter((cell) => {
    if (cell.row !== row) {
      row = cell.row;
      while (next < byFirstRow.length && byFirstRow[next]!.firstRow <= row) open.push(byFirstRow[next++]!);
      open = open.filter((range) => range.lastRow >= row);
    }
    return !open.some(
      (range) =>
        cell.column >= range.firstColumn &&
        cell.column <= range.lastColumn &&
        !(cell.row === range.firstRow && cell.column === range.firstColumn),
    );
  });
}
