import type { CellScalar, SheetData } from '../../../shared/parse/workbook.ts';
import { freeRow } from '../../../shared/record/free-row.ts';
import { splitFieldKey } from '../../../shared/record/record.ts';
import { type RegisterTable, registerTable } from '../../../shared/record/register-table.ts';
import { readTab } from './read-tab.ts';
import { type ExactValue, writeExact } from './write-exact.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The tab of a register of objects in this spreadsheet. */
export interface RecordTab {
  readonly sheet: Sheet;
  readonly data: SheetData;
  readonly table: RegisterTable;
}

/** Finds the tab of a register by its hidden field keys, wherever it stands and whatever it is called. */
export function recordTab(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  record: string,
): RecordTab | undefined {
  const timeZone = spreadsheet.getSpreadsheetTimeZone();
  for (const sheet of spreadsheet.getSheets()) {
    if (sheet.isSheetHidden()) continue;
    const data = readTab(sheet, timeZone);
    const table = registerTable(data, record);
    if (table) return { sheet, data, table };
  }
  return undefined;
}

const fieldOf = (key: string): string => splitFieldKey(key)?.field ?? '';

/** Values of the filled rows by field, as texts. */
export const recordRows = (
  { table }: RecordTab,
  textOf: (cell: { readonly scalar: CellScalar }) => string,
): Record<string, string>[] =>
  table.lines.map(({ cells }) =>
    Object.fromEntries([...cells].map(([key, scalar]) => [fieldOf(key), textOf({ scalar })])),
  );

/**
 * Writes a row below the last one that holds anything, texts as they are; by one write where the columns stand side by
 * side. Fields that the tab does not have are passed over.
 */
export function addRecord(
  { sheet, data, table }: RecordTab,
  values: Readonly<Record<string, ExactValue>>,
): void {
  const last = data.cells.reduce((most, { row }) => Math.max(most, row), table.fields);
  const own = new Set(table.columns.values());
  // formulas are not read: what stands beside the fields may be one
  const row = freeRow(table, last, (_, column) => !own.has(column))?.row ?? last + 1;
  const most = sheet.getMaxRows();
  if (row > most) sheet.insertRowsAfter(most, row - most);
  const given = [...table.columns]
    .map(([key, column]) => [fieldOf(key), column] as const)
    .filter(([field]) => values[field] !== undefined)
    .sort(([, a], [, b]) => a - b);
  const first = given[0]?.[1] ?? 0;
  if (given.every(([, column], i) => column === first + i)) {
    writeExact(
      sheet.getRange(row, first, 1, given.length),
      given.map(([field]) => values[field]!),
    );
    return;
  }
  for (const [field, column] of given) writeExact(sheet.getRange(row, column), [values[field]!]);
}
