import { beginningsOf } from '../../../shared/catalog/beginnings.ts';
import type { Definitions } from '../../../shared/definitions/read-definitions.ts';
import { isGrey } from '../../../shared/parse/blocked-cells.ts';
import { type KeyedCell, keyedCells, targetOfKeys } from '../../../shared/parse/keyed-cells.ts';
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
    // what organisations do not owe is nobody's to fill in
    const cells = keyedCells(readTab(sheet, timeZone)).cells.filter((cell) => !isGrey(cell));
    return cells.length === 0 ? [] : [{ sheet, cells }];
  });
}

/** The form that a tab's elements belong to; undefined where nothing is known of them. */
export function formOfTab({ cells }: EntryTab, { element, form }: Definitions): string | undefined {
  for (const cell of cells) {
    const code = element.get(cell.rows === 'elements' ? cell.rowKey : baseOf(cell, element))?.form;
    if (code !== undefined && form.has(code)) return code;
  }
  return undefined;
}

/** The element of a concrete code, which stands over the columns where rows are organisations. */
const baseOf = (cell: KeyedCell, elements: Definitions['element']): string =>
  beginningsOf(targetOfKeys(cell).element).find((code) => elements.has(code)) ?? '';

/** `2024/25:q1|girls` → `2024/25:q1` */
export const periodOf = (cell: KeyedCell): string => targetOfKeys(cell).period;
