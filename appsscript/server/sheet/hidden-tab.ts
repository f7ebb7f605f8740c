import { tabById } from './tab-by-id.ts';
import { markedTabs } from './tab-marks.ts';

/** A hidden tab of the workbook: by its name or, where somebody renamed it, by its mark. */
export function hiddenTab(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  name: string,
): GoogleAppsScript.Spreadsheet.Sheet | undefined {
  const sheet = spreadsheet.getSheetByName(name);
  if (sheet) return sheet;
  const id = markedTabs(spreadsheet)[name];
  return id === undefined ? undefined : tabById(spreadsheet, id);
}
