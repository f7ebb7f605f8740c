import type { SheetData } from '../../../shared/parse/workbook.ts';
import { readTab, type TabParts } from '../sheet/read-tab.ts';

/** A workbook with what places need to name it by. */
export interface ReadBook {
  readonly id: string;
  readonly name: string;
  /** Today where the spreadsheet is. */
  readonly today: string;
  readonly sheets: readonly SheetData[];
}

/** Intermediate results of our own formulas, a good half of a workbook's cells: nobody types there. */
const calculation = '_calc';

/**
 * Reads the workbook as the nightly run reads it. Trips: one per tab; two more for one with merges in sight, and two
 * more where people enter values. Undefined in a spreadsheet that is no workbook of the system.
 */
export function readBook(): ReadBook | undefined {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const sheets = spreadsheet.getSheets();
  if (!sheets.some((sheet) => sheet.getName() === '_meta')) return undefined;
  const timeZone = spreadsheet.getSpreadsheetTimeZone();
  return {
    id: spreadsheet.getId(),
    name: spreadsheet.getName(),
    today: Utilities.formatDate(new Date(), timeZone, 'yyyy-MM-dd'),
    sheets: sheets
      .filter((sheet) => !(sheet.isSheetHidden() && sheet.getName() === calculation))
      .map((sheet) => readTab(sheet, timeZone, (values) => partsOf(values, sheet.isSheetHidden()))),
  };
}

/** Percents and formulas matter in entry cells only, merges also beside the answers of the title page. */
function partsOf(values: readonly (readonly unknown[])[], isHidden: boolean): TabParts {
  // where the readers of entry tabs and registers look for their marker
  const head = values.slice(0, 50).map((row) => row.slice(0, 50));
  const isEntry = head.some((row) => row.some((value) => /^\s*msoko:/i.test(String(value))));
  return { formats: isEntry, formulas: isEntry, merges: isEntry || !isHidden };
}
