import type { KeyedCell } from './keyed-cells.ts';
import type { CellRange, CellScalar, SheetData } from './workbook.ts';

/**
 * Merges over several entry cells, or over one that is not their first cell, with the content of the first cell: whose the
 * value is, nobody knows.
 */
export function faultyMerges(sheet: SheetData, cells: readonly KeyedCell[]): Map<CellRange, CellScalar> {
  const covered = new Map<CellRange, KeyedCell[]>();
  for (const cell of cells) {
    if (!cell.merge) continue;
    const under = covered.get(cell.merge);
    if (under) under.push(cell);
    else covered.set(cell.merge, [cell]);
  }
  const faulty = new Map<CellRange, CellScalar>();
  for (const [range, under] of covered) {
    const only = under.length === 1 ? under[0] : undefined;
    if (only && only.row === range.firstRow && only.column === range.firstColumn) continue;
    faulty.set(range, { type: 'empty' });
  }
  if (faulty.size === 0) return faulty;
  const byPlace = new Map(sheet.cells.map((cell) => [`${cell.row} ${cell.column}`, cell.scalar]));
  for (const range of faulty.keys()) {
    const first = byPlace.get(`${range.firstRow} ${range.firstColumn}`);
    if (first) faulty.set(range, first);
  }
  return faulty;
}
