import type { RowTarget } from './row-target.ts';

/**
 * Makes a row below the prepared ones look and work as the one above it: rules of its cells, looks, formulas beside
 * them. False where the row above has none of ours either, so that nobody can tell where the prepared rows end. What
 * Sheets refuses is left out: the record counts all the same.
 */
export function extendTable(target: RowTarget, row: number): boolean {
  const { sheet } = target;
  const most = sheet.getMaxRows();
  if (row > most) sheet.insertRowsAfter(most, row - most);
  const beside = target.formulasOf(row - 1);
  if (beside.length === 0) return false;
  const { PASTE_FORMAT, PASTE_DATA_VALIDATION, PASTE_FORMULA } = SpreadsheetApp.CopyPasteType;
  const columns = Math.max(...target.table.columns.values(), ...beside);
  const copy = (column: number, count: number, type: GoogleAppsScript.Spreadsheet.CopyPasteType): void =>
    sheet.getRange(row - 1, column, 1, count).copyTo(sheet.getRange(row, column, 1, count), type, false);
  try {
    copy(1, columns, PASTE_FORMAT);
    copy(1, columns, PASTE_DATA_VALIDATION);
    for (const column of beside) copy(column, 1, PASTE_FORMULA);
  } catch {
    // a locked column
  }
  return true;
}
