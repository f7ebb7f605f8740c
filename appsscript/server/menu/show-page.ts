/** Shows a page of the add-on beside the sheet; `page` is the name of its built file. */
export function showPage(page: string, title: string): void {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile(page).setTitle(title));
}
