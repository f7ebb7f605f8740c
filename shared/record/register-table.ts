import { isWithin } from '../form-view/is-within.ts';
import { findMarker, keyText, rowsOfSheet } from '../parse/sheet-rows.ts';
import type { CellRange, CellScalar, SheetCell, SheetData } from '../parse/workbook.ts';
import { fieldsMark, groupMark } from './record-cells.ts';

/** A row below the headings that holds anything. */
export interface RegisterLine {
  readonly row: number;
  /** Text of the key column; empty for free rows. */
  readonly key: string;
  /** What stands under the field keys, by key; empty cells are left out. */
  readonly cells: ReadonlyMap<string, CellScalar>;
  /** Columns with something of their own in cells that are no fields: a note, a sum. */
  readonly beside: readonly number[];
  /** The heading it stands under; absent without one, and in a sorted table. */
  readonly group?: string;
}

/** One register's table in a tab: where its columns stand and which rows are taken. */
export interface RegisterTable {
  /** Column by key `<register>.<field>`. */
  readonly columns: ReadonlyMap<string, number>;
  /** Keys that stand over more than one column. */
  readonly double: ReadonlySet<string>;
  /** Row of the field keys. */
  readonly fields: number;
  /** First row below the headings. */
  readonly first: number;
  /** Row where the next table of the tab begins; undefined where this is the last. */
  readonly end: number | undefined;
  /** Rows of headings among the lines. */
  readonly headings: ReadonlySet<number>;
  readonly lines: readonly RegisterLine[];
  /** Whether a field's cell is merged with those of other fields or rows. */
  isMerged(row: number, column: number): boolean;
}

/**
 * The table of a register by its hidden keys, wherever people moved it, also where no row is filled yet. Undefined
 * in a tab that does not hold the register.
 */
export function registerTable(sheet: SheetData, record: string): RegisterTable | undefined {
  const marker = findMarker(sheet, 'records');
  if (marker?.version !== 1) return undefined;
  const rows = rowsOfSheet(sheet);
  const keyOf = (row: readonly SheetCell[]): string => {
    const cell = row.find(({ column }) => column === marker.column);
    return cell ? keyText(cell) : '';
  };
  const starts = rows.filter((row) => keyOf(row) === fieldsMark);
  const at = starts.findIndex((row) => row.some((cell) => isOf(record, keyText(cell))));
  const top = starts[at];
  if (!top) return undefined;
  const fields = top[0]!.row;
  const end = starts[at + 1]?.[0]?.row;
  const columns = new Map<string, number>();
  const double = new Set<string>();
  for (const cell of top) {
    const key = keyText(cell);
    if (!isOf(record, key)) continue;
    if (columns.has(key)) double.add(key);
    else columns.set(key, cell.column);
  }
  const keyAt = new Map([...columns].map(([key, column]) => [column, key]));
  const below = rows.filter((row) => row[0]!.row > fields && (end === undefined || row[0]!.row < end));
  const first =
    1 + Math.max(fields, ...below.filter((row) => keyOf(row) === '#head').map((row) => row[0]!.row));
  const groups = headingsOf(below, keyOf);
  const lines = below
    .filter((row) => row[0]!.row >= first && !keyOf(row).startsWith('#'))
    .map((row): RegisterLine => {
      const group = groups.get(row[0]!.row);
      const cells = new Map<string, CellScalar>();
      const beside: number[] = [];
      for (const { column, scalar } of row) {
        const key = keyAt.get(column);
        if (key !== undefined) cells.set(key, scalar);
        else if (column !== marker.column) beside.push(column);
      }
      return { row: row[0]!.row, key: keyOf(row), cells, beside, ...(group !== undefined && { group }) };
    });
  const headings = new Set(below.filter((row) => keyOf(row).startsWith('#')).map((row) => row[0]!.row));
  const merges = sheet.merges.filter((merge) => isWide(merge, columns));
  return {
    columns,
    double,
    fields,
    first,
    end,
    headings,
    lines,
    isMerged: (row, column) => isWithin({ row, column }, merges),
  };
}

const isWide = (
  { firstRow, lastRow, firstColumn, lastColumn }: CellRange,
  columns: ReadonlyMap<string, number>,
): boolean =>
  lastRow > firstRow ||
  [...columns.values()].filter((at) => at >= firstColumn && at <= lastColumn).length > 1;

/** More headings than this stand above each other only where sorting has brought them together. */
const mostHeadings = 2;

/** The heading above each row, by row. */
function headingsOf(
  rows: readonly (readonly SheetCell[])[],
  keyOf: (row: readonly SheetCell[]) => string,
): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  let heading: string | undefined;
  let run = 0;
  for (const row of rows) {
    if (keyOf(row) === groupMark) {
      heading = row.map(keyText).find((text) => text !== '' && text !== groupMark);
      if (++run > mostHeadings) return new Map();
      continue;
    }
    run = 0;
    if (heading !== undefined) found.set(row[0]!.row, heading);
  }
  return found;
}

/** Every field key of a tab of registers, also where no row is filled yet. */
export function fieldKeysOf(sheet: SheetData): string[] {
  if (findMarker(sheet, 'records') === undefined) return [];
  return rowsOfSheet(sheet)
    .filter((row) => row.some((cell) => keyText(cell) === fieldsMark))
    .flatMap((row) => row.map(keyText));
}

const isOf = (record: string, key: string): boolean => key.startsWith(`${record}.`);
