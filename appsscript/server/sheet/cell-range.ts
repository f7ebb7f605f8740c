import type { CellRange } from '../../../shared/parse/workbook.ts';

type Range = GoogleAppsScript.Spreadsheet.Range;

/** The range of Sheets over a rectangle of cells. */
export const rangeOver = (
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  { firstRow, firstColumn, lastRow, lastColumn }: CellRange,
): Range => sheet.getRange(firstRow, firstColumn, lastRow - firstRow + 1, lastColumn - firstColumn + 1);

/** The rectangle that a range of Sheets covers. */
export const cellsOf = (range: Range): CellRange => ({
  firstRow: range.getRow(),
  firstColumn: range.getColumn(),
  lastRow: range.getLastRow(),
  lastColumn: range.getLastColumn(),
});
