import { parseTabMark, tabMarks } from '../../../shared/live-state/tab-mark.ts';

/** Ids of tabs by the keys their marks name (`form/<code>`, `record/<code>`); reads no cell. */
export function markedTabs(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): Record<string, number> {
  const tabs: Record<string, number> = {};
  for (const mark of spreadsheet.createDeveloperMetadataFinder().withKey(tabMarks.entry).find()) {
    const key = parseTabMark(mark.getValue() ?? '')?.key;
    const sheet = mark.getLocation().getSheet();
    // a copied tab may carry the mark of the first one, which stands before it
    if (sheet && key !== undefined) tabs[key] ??= sheet.getSheetId();
  }
  return tabs;
}
