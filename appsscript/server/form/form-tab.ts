import { keyedCells, targetOfKeys } from '../../../shared/parse/keyed-cells.ts';
import type { SheetData } from '../../../shared/parse/workbook.ts';
import { fieldKeysOf } from '../../../shared/record/register-table.ts';
import type { KeyKind, OpenedTab } from '../../calls/form.ts';
import { readTab } from '../sheet/read-tab.ts';
import { tabById } from '../sheet/tab-by-id.ts';
import { handedIn } from './handed-in.ts';
import { typedFormulas } from './typed-formulas.ts';

/**
 * A tab as its readers see it, by two reads: values, and which of them are percents. Where cells are merged and where formulas
 * stand is asked by a call each, which hands over places and no contents.
 */
export function formTab(tab: number): OpenedTab | null {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const sheet = tabById(spreadsheet, tab);
  return sheet ? opened(sheet, spreadsheet.getSpreadsheetTimeZone()) : null;
}

/**
 * The first tab with one of the keys. Marks of tabs get lost where a workbook was converted from a file; then the tabs
 * are looked through, once for each form that is opened.
 */
export function findTab(kind: KeyKind, keys: readonly string[]): OpenedTab | null {
  const wanted = new Set(keys);
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const timeZone = spreadsheet.getSpreadsheetTimeZone();
  for (const sheet of spreadsheet.getSheets()) {
    if (sheet.isSheetHidden()) continue;
    const found = keysOf(kind, readTab(sheet, timeZone));
    if (found.some((key) => wanted.has(key))) return opened(sheet, timeZone);
  }
  return null;
}

function opened(sheet: GoogleAppsScript.Spreadsheet.Sheet, timeZone: string): OpenedTab {
  const data = readTab(sheet, timeZone, { formats: true, merges: true });
  return {
    tab: sheet.getSheetId(),
    sheet: data,
    handedIn: handedIn(sheet),
    formulas: typedFormulas(sheet, data),
  };
}

/** Codes of elements, concrete ones where rows are organisations, or of registers' columns. */
const keysOf = (kind: KeyKind, sheet: SheetData): string[] =>
  kind === 'keys'
    ? keyedCells(sheet).cells.map((cell) =>
        cell.rows === 'elements' ? cell.rowKey : targetOfKeys(cell).element,
      )
    : fieldKeysOf(sheet);
