import { maxMergeWork, OpenMerges } from '../../../shared/parse/open-merges.ts';
import type { CellRange, SheetCell } from '../../../shared/parse/workbook.ts';
import { Unreadable } from './unreadable.ts';

/**
 * Leaves out what stands under a merge and nobody sees: only the first cell of a merged range has a value.
 * Throws Unreadable file.too_large where thousands of merges lie over each other.
 */
export function hideCovered(cells: readonly SheetCell[], merges: readonly CellRange[]): readonly SheetCell[] {
  if (merges.length === 0) return cells;
  const open = new OpenMerges(merges);
  return cells.filter(({ row, column }) => {
    const over = open.at(row);
    if (over.length === 0) return true;
    open.work += over.length;
    if (open.work > maxMergeWork) throw new Unreadable('file.too_large', { limit: 'merges' });
    return !over.some(
      (range) =>
        column >= range.firstColumn &&
        column <= range.lastColumn &&
        !(row === range.firstRow && column === range.firstColumn),
    );
  });
}
