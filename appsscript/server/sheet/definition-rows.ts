import { hiddenTab } from './hidden-tab.ts';
import { textRows } from './text-rows.ts';

/** Name of the hidden tab with the definitions of this workbook (contracts §5). */
const formsTab = '_forms';

/**
 * The rows of `_forms` as texts, by one read; undefined in a spreadsheet that is no workbook of the system.
 * `readDefinitions` of shared/ makes definitions of them.
 */
export function definitionRows(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
): string[][] | undefined {
  const sheet = hiddenTab(spreadsheet, formsTab);
  return sheet && textRows(sheet);
}
