/** A tab by its id, whatever people call it now; undefined where it was removed. */
export const tabById = (
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  id: number,
): GoogleAppsScript.Spreadsheet.Sheet | undefined =>
  spreadsheet.getSheets().find((sheet) => sheet.getSheetId() === id);
