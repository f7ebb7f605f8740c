import { findMarker, keyText, rowsOfSheet } from '../../../shared/parse/sheet-rows.ts';
import type { SheetData } from '../../../shared/parse/workbook.ts';
import { readTab } from './read-tab.ts';
import { type ExactValue, writeExact } from './write-exact.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The tab of a register of objects in this spreadsheet. */
export interface RecordTab {
  readonly sheet: Sheet;
  readonly data: SheetData;
  /** Column by field. */
  readonly columns: ReadonlyMap<string, number>;
  /** Row of the field keys. */
  readonly fields: number;
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
    const found = fieldsOf(data, record);
    if (found) return { sheet, data, ...found };
  }
  return undefined;
}

function fieldsOf(data: SheetData, record: string): Pick<RecordTab, 'columns' | 'fields'> | undefined {
  if (findMarker(data, 'records') === undefined) return undefined;
  const prefix = `${record}.`;
  for (const row of rowsOfSheet(data)) {
    const keys = row.filter((cell) => keyText(cell).startsWith(prefix));
    if (!row.some((cell) => keyText(cell) === '#fields') || keys.length === 0) continue;
    const columns = new Map(keys.map((cell) => [keyText(cell).slice(prefix.length), cell.column]));
    return { columns, fields: row[0]!.row };
  }
  return undefined;
}

/** Values of the filled rows by field, as texts. */
export function recordRows(
  { data, columns, fields }: RecordTab,
  textOf: (cell: SheetData['cells'][number]) => string,
) {
  const fieldAt = new Map([...columns].map(([field, column]) => [column, field]));
  return rowsOfSheet(data)
    .filter((row) => row[0]!.row > fields && !row.some((cell) => keyText(cell).startsWith('#')))
    .map((row) => {
      const values: Record<string, string> = {};
      for (const cell of row) {
        const field = fieldAt.get(cell.column);
        if (field !== undefined) values[field] = textOf(cell);
      }
      return values;
    });
}

/**
 * Writes a row below the last one that holds anything, texts as they are; by one write where the columns stand side by side. Fields that the
 * tab does not have are passed over.
 */
export function addRecord(
  { sheet, data, columns, fields }: RecordTab,
  values: Readonly<Record<string, ExactValue>>,
): void {
  const last = data.cells.reduce((most, { row }) => Math.max(most, row), fields);
  const row = freeRow(data, columns, fields) ?? last + 1;
  const most = sheet.getMaxRows();
  if (row > most) sheet.insertRowsAfter(most, row - most);
  const given = [...columns].filter(([field]) => values[field] !== undefined).sort(([, a], [, b]) => a - b);
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

/** The first row below the headings of which no field is filled and that bears no key. */
function freeRow(data: SheetData, columns: ReadonlyMap<string, number>, fields: number): number | undefined {
  const used = new Map<number, boolean>();
  const own = new Set(columns.values());
  for (const cell of data.cells) {
    if (cell.row <= fields) continue;
    used.set(cell.row, used.get(cell.row) === true || own.has(cell.column) || keyText(cell).startsWith('#'));
  }
  const last = Math.max(fields, ...used.keys());
  for (let row = fields + 1; row <= last; row++) if (used.get(row) !== true) return row;
  return undefined;
}
