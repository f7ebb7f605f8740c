/** Today where the spreadsheet is, `YYYY-MM-DD`. */
export const todayIn = (spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): string =>
  Utilities.formatDate(new Date(), spreadsheet.getSpreadsheetTimeZone(), 'yyyy-MM-dd');

/** A day as a cell holds it: midnight where the spreadsheet is, since Sheets turns a Date into its own time zone. */
export const dateIn = (spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet, day: string): Date =>
  Utilities.parseDate(day, spreadsheet.getSpreadsheetTimeZone(), 'yyyy-MM-dd');
