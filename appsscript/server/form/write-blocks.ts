import { writePieces } from '../../../shared/form-view/write-pieces.ts';
import type { CellScalar } from '../../../shared/parse/workbook.ts';
import { sheetValue } from '../sheet/sheet-value.ts';
import { isRewritable, type Target } from './target-cells.ts';

/** A value for a cell; `at` is its place among the changes. */
export interface CellWrite {
  readonly at: number;
  readonly row: number;
  readonly column: number;
  readonly value: CellScalar;
}

/**
 * Writes cells by as few blocks as hold nothing but entry cells, and waits until Sheets has taken them. What Sheets
 * refuses (a protected range, a rule of the cell) is told by `refused`; its reason is returned.
 */
export function writeBlocks(
  target: Target,
  writes: readonly CellWrite[],
  refused: (at: number) => void,
): string | undefined {
  const byPlace = new Map(writes.map((write) => [`${write.row} ${write.column}`, write]));
  const isOurs = (row: number, column: number): boolean => {
    const cell = target.at(row, column);
    return cell !== undefined && !target.isFormula(cell) && isRewritable(cell);
  };
  let reason: string | undefined;
  for (const { firstRow, firstColumn, lastRow, lastColumn } of writePieces(writes, isOurs)) {
    const inside: CellWrite[] = [];
    const values = span(firstRow, lastRow).map((row) =>
      span(firstColumn, lastColumn).map((column) => {
        const write = byPlace.get(`${row} ${column}`);
        if (write) inside.push(write);
        const scalar = write?.value ?? target.at(row, column)?.scalar ?? { type: 'empty' };
        return sheetValue(scalar, (day) => Utilities.parseDate(day, target.timeZone, 'yyyy-MM-dd'));
      }),
    );
    try {
      target.sheet
        .getRange(firstRow, firstColumn, lastRow - firstRow + 1, lastColumn - firstColumn + 1)
        .setValues(values);
      SpreadsheetApp.flush();
    } catch (error) {
      for (const { at } of inside) refused(at);
      reason = error instanceof Error ? error.message : String(error);
    }
  }
  return reason;
}

const span = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);
