import { ownKey } from '../../../shared/live-state/own-tab.ts';
import { type TabSet, tabMarks } from '../../../shared/live-state/tab-mark.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const sets: readonly TabSet[] = ['returns', 'summary'];

/**
 * A tab that the night writes, by its key: found by its mark, wherever people moved it and whatever they call it. Undefined
 * where it was deleted; a copy that somebody made of it is not taken for it.
 */
export function ownTab(spreadsheet: Spreadsheet, key: string): Sheet | undefined {
  for (const found of spreadsheet.createDeveloperMetadataFinder().withKey(tabMarks.own).find()) {
    const mark = found.getValue() ?? '';
    if (!mark.includes(`/${key}/`)) continue;
    const sheet = found.getLocation().getSheet();
    if (!sheet) continue;
    const tab = { sheetId: sheet.getSheetId(), mark };
    if (sets.some((set) => ownKey(set, tab) === key)) return sheet;
  }
  return undefined;
}
