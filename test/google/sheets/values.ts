import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { badRequest } from '../errors.ts';
import { cellAt, eachPlace, putCell } from './cells.ts';
import { effectiveValue } from './evaluate.ts';
import { type Book, type Cell, gridSize } from './model.ts';
import { nameOfArea, type Resolved, resolveRange } from './ranges.ts';
import { type Batch, requireUnprotected } from './requests/batch.ts';
import { plain, shown } from './shown.ts';
import { typedCell } from './typing.ts';

export interface ReadOptions {
  majorDimension?: string;
  valueRenderOption?: string;
  dateTimeRenderOption?: string;
}

/** One range as `values.get` gives it: trailing empty rows and cells are cut, an empty range has no `values`. */
export function readValues(book: Book, text: string, options: ReadOptions): sheets_v4.Schema$ValueRange {
  const at = resolveRange(book, text);
  const rows: unknown[][] = [];
  const last = Math.min(at.endRow, at.tab.rows.length);
  for (let row = at.startRow; row < last; row++) {
    const values: unknown[] = [];
    const width = Math.min(at.endColumn, at.tab.rows[row]?.length ?? 0);
    for (let column = at.startColumn; column < width; column++) {
      const value = scalarOf(book, at, cellAt(at.tab, row, column), options);
      if (value !== undefined && value !== '') values[column - at.startColumn] = value;
    }
    rows.push(Array.from(values, (value) => value ?? ''));
  }
  const majorDimension = options.majorDimension === 'COLUMNS' ? 'COLUMNS' : 'ROWS';
  const trimmed = trim(majorDimension === 'ROWS' ? rows : transpose(rows));
  return {
    range: nameOfArea(at),
    majorDimension,
    ...(trimmed.length > 0 ? { values: trimmed as unknown[][] } : {}),
  };
}

function trim(lines: unknown[][]): unknown[][] {
  const cut = lines.map((line) => {
    let end = line.length;
    while (end > 0 && line[end - 1] === '') end--;
    return line.slice(0, end);
  });
  let end = cut.length;
  while (end > 0 && cut[end - 1]!.length === 0) end--;
  return cut.slice(0, end);
}

function transpose(rows: unknown[][]): unknown[][] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, c) => rows.map((row) => row[c] ?? ''));
}

function scalarOf(book: Book, at: Resolved, cell: Cell | undefined, options: ReadOptions): unknown {
  if (!cell?.userEnteredValue) return undefined;
  const formula = cell.userEnteredValue.formulaValue;
  if (options.valueRenderOption === 'FORMULA' && formula) return formula;
  const value = effectiveValue(book, at.tab, cell);
  const format = cell.userEnteredFormat ?? undefined;
  const formatted =
    options.valueRenderOption === undefined || options.valueRenderOption === 'FORMATTED_VALUE';
  const dated =
    options.dateTimeRenderOption === 'FORMATTED_STRING' && /DATE|TIME/.test(format?.numberFormat?.type ?? '');
  return formatted || dated ? shown(value, format, book.properties.locale) : plain(value);
}

/** Writes one range. `null` leaves a cell as it is, an empty text empties it. */
export function writeValues(
  batch: Batch,
  range: sheets_v4.Schema$ValueRange,
  option: string,
): sheets_v4.Schema$UpdateValuesResponse {
  const at = resolveRange(batch.book, range.range ?? '');
  const given = range.values ?? [];
  const lines = range.majorDimension === 'COLUMNS' ? transpose(given) : given;
  const height = lines.length;
  const width = Math.max(0, ...lines.map((line) => line.length));
  const limits = gridSize(at.tab);
  const endRow = at.a1.single ? limits.rows : at.endRow;
  const endColumn = at.a1.single ? limits.columns : at.endColumn;
  if (at.startRow + height > endRow) throw outside(at, 'row', endRow + 1);
  if (at.startColumn + width > endColumn) throw outside(at, 'column', endColumn + 1);
  requireUnprotected(batch, at.tab, {
    ...at,
    endRow: at.startRow + height,
    endColumn: at.startColumn + width,
  });
  let updatedCells = 0;
  for (const [r, line] of lines.entries())
    for (const [c, value] of line.entries()) {
      if (value === null || value === undefined) continue;
      updatedCells++;
      const row = at.startRow + r;
      const column = at.startColumn + c;
      const old = cellAt(at.tab, row, column);
      const entered = cellOf(value, option, batch.book.properties.locale ?? 'en_US');
      const userEnteredFormat = old?.userEnteredFormat?.numberFormat
        ? old.userEnteredFormat
        : { ...old?.userEnteredFormat, ...entered.userEnteredFormat };
      putCell(at.tab, row, column, {
        ...old,
        userEnteredValue: entered.userEnteredValue,
        userEnteredFormat,
        effectiveValue: undefined,
      });
    }
  return {
    spreadsheetId: batch.book.id,
    updatedRange: nameOfArea({ ...at, endRow: at.startRow + height, endColumn: at.startColumn + width }),
    updatedRows: height,
    updatedColumns: width,
    updatedCells,
  };
}

const outside = (at: Resolved, kind: string, place: number): Error =>
  badRequest(`Requested writing within range [${nameOfArea(at)}], but tried writing to ${kind} [${place}]`);

function cellOf(value: unknown, option: string, locale: string): Cell {
  if (typeof value === 'number') return { userEnteredValue: { numberValue: value } };
  if (typeof value === 'boolean') return { userEnteredValue: { boolValue: value } };
  if (typeof value !== 'string') throw badRequest(`Invalid values: ${JSON.stringify(value)}`);
  return option === 'USER_ENTERED' ? typedCell(value, locale) : { userEnteredValue: { stringValue: value } };
}

/** Empties the values of a range; formats and validation stay. */
export function clearValues(batch: Batch, text: string): string {
  const at = resolveRange(batch.book, text);
  requireUnprotected(batch, at.tab, at);
  eachPlace({ ...at, endRow: Math.min(at.endRow, at.tab.rows.length) }, (row, column) => {
    const old = cellAt(at.tab, row, column);
    if (old?.userEnteredValue) putCell(at.tab, row, column, { ...old, userEnteredValue: undefined });
  });
  return nameOfArea(at);
}
