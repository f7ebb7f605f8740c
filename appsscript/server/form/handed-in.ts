import type { CellRange } from '../../../shared/parse/workbook.ts';
import { cellsOf } from '../sheet/cell-range.ts';
import { reportLocks } from '../sheet/report-locks.ts';

/**
 * The cells of a tab that were handed in and locked. Google lets a script of an editor write through a lock that only
 * asks, and through the editor's own: so we keep to it ourselves. No range is read.
 */
export function handedIn(sheet: GoogleAppsScript.Spreadsheet.Sheet): CellRange[] {
  const id = sheet.getSheetId();
  return reportLocks(sheet.getParent())
    .map((one) => one.getRange())
    .filter((range) => range.getSheet().getSheetId() === id)
    .map(cellsOf);
}
