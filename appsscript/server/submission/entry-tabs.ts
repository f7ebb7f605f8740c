import type { Definitions } from '../../../shared/definitions/read-definitions.ts';
import { type KeyedCell, keyedCells } from '../../../shared/parse/keyed-cells.ts';
import { readTab } from '../sheet/read-tab.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A tab of a form as it stands. */
export interface EntryTab {
  readonly sheet: Sheet;
  readonly cells: readonly KeyedCell[];
}

/** The tabs that people fill in by keys, wherever they stand; one read each. */
export function entryTabs(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): EntryTab[] {
  const timeZone = spreadsheet.getSpreadsheetTimeZone();
  return spreadsheet.getSheets().flatMap((sheet) => {
    if (sheet.isSheetHidden()) return [];
    const { cells } = keyedCells(readTab(sheet, timeZone));
    return cells.length === 0 ? [] : [{ sheet, cells }];
  });
}

/** The form that a tab's elements belong to; undefined where nothing is known of them. */
export function formOfTab({ cells }: EntryTab, { element, form }: Definitions): string | undefined {
  for (const { rowKey } of cells) {
    const code = element.get(rowKey)?.form;
    if (code !== undefined && form.has(code)) return code;
  }
  return undefined;
}

/** `2024/25:q1|girls` → `2024/25:q1` */
export const periodOf = ({ columnKey }: Pick<KeyedCell, 'columnKey'>): string =>
  columnKey.split('|')[0] ?? '';
