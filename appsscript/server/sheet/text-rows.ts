/** All cells of a tab as texts, by one read. */
export const textRows = (sheet: GoogleAppsScript.Spreadsheet.Sheet): string[][] =>
  sheet
    .getDataRange()
    .getValues()
    .map((row) => row.map(String));
