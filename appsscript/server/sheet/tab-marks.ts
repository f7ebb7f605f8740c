/** Key of the mark that our renderer leaves on the tabs people fill in: `<tab key>/<hash>`. */
const entryMark = 'msoko.entry';

/** Ids of tabs by the keys their marks name (`form/<code>`, `record/<code>`); reads no cell. */
export function markedTabs(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): Record<string, number> {
  const tabs: Record<string, number> = {};
  for (const mark of spreadsheet.createDeveloperMetadataFinder().withKey(entryMark).find()) {
    const value = mark.getValue() ?? '';
    const sheet = mark.getLocation().getSheet();
    const slash = value.lastIndexOf('/');
    // a copied tab may carry the mark of the first one, which stands before it
    if (sheet && slash > 0) tabs[value.slice(0, slash)] ??= sheet.getSheetId();
  }
  return tabs;
}
