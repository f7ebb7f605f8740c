/** The rows of a hidden tab of definitions or states as texts, by one read; none where there is no such tab. */
export function jsonTab(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet, name: string): string[][] {
  const sheet = spreadsheet.getSheetByName(name);
  return sheet
    ? sheet
        .getDataRange()
        .getValues()
        .map((row) => row.map(String))
    : [];
}
