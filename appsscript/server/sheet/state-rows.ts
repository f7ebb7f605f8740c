import { stateTab } from '../../../shared/live-state/live-state.ts';
import { stateKey } from '../../../shared/live-state/state-key.ts';
import { ownTab } from './own-tab.ts';
import { textRows } from './text-rows.ts';

/** What the last night left for the add-on, as rows for `readState`; none before the first night. */
export function stateRows(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): string[][] {
  // a copy of a spreadsheet may have lost its marks
  const sheet = ownTab(spreadsheet, stateKey) ?? spreadsheet.getSheetByName(stateTab);
  return sheet ? textRows(sheet) : [];
}
