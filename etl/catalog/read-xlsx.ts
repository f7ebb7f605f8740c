import type { CatalogFault } from '../../shared/catalog/fault.ts';
import type { CatalogTable } from '../../shared/catalog/table.ts';
import { decimal } from '../../shared/number/decimal.ts';
import type { CellScalar, SheetData } from '../../shared/parse/workbook.ts';
import { issueText } from '../../shared/texts/issues.ts';
import { readWorkbook } from '../xlsx/read.ts';
import { type Line, toTable } from './to-table.ts';

/** People's spreadsheets turn text into numbers and dates; what can be told is told back. */
function textOf(scalar: CellScalar): string {
  switch (scalar.type) {
    case 'number':
      return decimal(scalar.value);
    case 'boolean':
      return scalar.value ? '1' : '';
    case 'date':
      return scalar.day;
    case 'text':
    case 'error':
      return scalar.value;
    default:
      return '';
  }
}

function linesOf(sheet: SheetData): Line[] {
  const rows = new Map<number, string[]>();
  for (const { row, column, scalar } of sheet.cells) {
    const text = textOf(scalar);
    if (text === '') continue;
    const cells = rows.get(row) ?? [];
    while (cells.length < column) cells.push('');
    cells[column - 1] = text;
    rows.set(row, cells);
  }
  return [...rows].sort((a, b) => a[0] - b[0]).map(([line, cells]) => ({ line, cells }));
}

/** Reads a workbook of the catalogue: every visible sheet that is not empty is one table. */
export function readCatalogXlsx(
  bytes: Uint8Array,
  file: string,
  origin: CatalogTable['origin'],
): { readonly tables: CatalogTable[]; readonly faults: CatalogFault[] } {
  const reading = readWorkbook(bytes, { select: (sheet) => !sheet.hidden });
  if (!reading.ok) {
    const { text, todo } = issueText({ ...reading.issue, place: { file } });
    const params = { reason: `${text} ${todo}` };
    return { tables: [], faults: [{ file, line: 1, code: 'file.unreadable', params }] };
  }
  const tables = reading.workbook.sheets
    .map((sheet) => toTable(`${file}#${sheet.name}`, origin, linesOf(sheet)))
    .filter((table) => table.header.length > 0);
  return { tables, faults: [] };
}
