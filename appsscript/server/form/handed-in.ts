import type { CellRange } from '../../../shared/parse/workbook.ts';
import { lockMark } from '../../../shared/submission/lock-mark.ts';

/**
 * The cells of a tab that were handed in and locked. Google lets a script of an editor write through a lock that only
 * asks, and through the editor's own: so we keep to it ourselves. No range is read.
 */
export function handedIn(sheet: GoogleAppsScript.Spreadsheet.Sheet): CellRange[] {
  const id = sheet.getSheetId();
  return sheet
    .getParent()
    .getProtections(SpreadsheetApp.ProtectionType.RANGE)
    .filter((one) => one.getDescription() === lockMark)
    .map((one) => one.getRange())
    .filter((range) => range.getSheet().getSheetId() === id)
    .map((range) => ({
      firstRow: range.getRow(),
      firstColumn: range.getColumn(),
      lastRow: range.getLastRow(),
      lastColumn: range.getLastColumn(),
    }));
}
