import type { CellPlace } from '../../calls/cell-place.ts';

/** Shows a cell to the person; false where its tab is gone. */
export function goTo({ tab, cell }: CellPlace): boolean {
  const sheet = SpreadsheetApp.getActiveSpreadsheet()
    .getSheets()
    .find((one) => one.getSheetId() === tab);
  if (!sheet) return false;
  sheet.getRange(cell).activate();
  return true;
}
