import { calculationTab } from '../../../shared/parse/calculation-tab.ts';
import type { SheetData } from '../../../shared/parse/workbook.ts';
import { readTab, type TabParts } from '../sheet/read-tab.ts';
import { todayIn } from '../sheet/today.ts';

/** A workbook with what places need to name it by. */
export interface ReadBook {
  readonly id: string;
  readonly name: string;
  /** Today where the spreadsheet is. */
  readonly today: string;
  readonly sheets: readonly SheetData[];
}

/** Hidden tabs that only a workbook of the system has. */
const ownTabs: ReadonlySet<string> = new Set(['_meta', '_forms']);

/**
 * Reads the workbook as the nightly run reads it, in as few trips as its content allows: one per tab, one more for merges
 * where people see or fill the tab, formats where there is a number, formulas where a number stands in a row without a
 * key. `figuresOnly` leaves out what no figure depends on. Undefined in a spreadsheet that is none of the system's.
 */
export function readBook(figuresOnly = false): ReadBook | undefined {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const sheets = spreadsheet.getSheets();
  if (!sheets.some((sheet) => ownTabs.has(sheet.getName()))) return undefined;
  const timeZone = spreadsheet.getSpreadsheetTimeZone();
  return {
    id: spreadsheet.getId(),
    name: spreadsheet.getName(),
    today: todayIn(spreadsheet),
    sheets: sheets
      .filter((sheet) => !(sheet.isSheetHidden() && sheet.getName() === calculationTab))
      .map((sheet) =>
        readTab(sheet, timeZone, (values) =>
          partsOf(values, figuresOnly || sheet.isSheetHidden(), figuresOnly),
        ),
      ),
  };
}

type Values = readonly (readonly unknown[])[];

/** Where the readers of entry tabs and registers look for their marker. */
const reach = 50;

/** Percents and formulas matter in tabs that people fill, merges also beside the answers of the title page. */
function partsOf(values: Values, isOutOfSight: boolean, figuresOnly: boolean): TabParts {
  const keys = columnOfMarker(values, figuresOnly ? /^\s*msoko:keys:/i : /^\s*msoko:(?:keys|records):/i);
  if (keys < 0) return { merges: !isOutOfSight };
  const isNumber = (value: unknown): boolean => typeof value === 'number';
  return {
    merges: true,
    formats: values.some((row) => row.some(isNumber)),
    formulas: !figuresOnly && values.some((row) => row[keys] === '' && row.some(isNumber)),
  };
}

/** Column of the marker, from 0; −1 where the tab has none. */
function columnOfMarker(values: Values, marker: RegExp): number {
  for (const row of values.slice(0, reach)) {
    const at = row.slice(0, reach).findIndex((value) => marker.test(String(value)));
    if (at >= 0) return at;
  }
  return -1;
}
