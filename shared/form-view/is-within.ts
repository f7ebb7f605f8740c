import type { CellRange } from '../parse/workbook.ts';

/** Whether a cell lies in one of the ranges. */
export const isWithin = (
  { row, column }: { readonly row: number; readonly column: number },
  ranges: readonly CellRange[],
): boolean =>
  ranges.some(
    ({ firstRow, firstColumn, lastRow, lastColumn }) =>
      row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn,
  );
