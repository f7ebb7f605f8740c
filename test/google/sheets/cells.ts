import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { badRequest } from '../errors.ts';
import { formatA1 } from './a1.ts';
import { type Cell, type GridRange, gridSize, MAX_CELL_TEXT, type Tab } from './model.ts';

/** A range of one tab with every bound known, clipped to the grid. */
export interface Area {
  startRow: number;
  endRow: number;
  startColumn: number;
  endColumn: number;
}

/**
 * Bounds of a GridRange on its tab. A start past the grid is refused, an end past it is clipped
 * (measured on the live API by others: a repeatCell over rows 999–1003 of 1000 is taken and the grid stays).
 */
export function areaOf(tab: Tab, range: GridRange): Area {
  const { rows, columns } = gridSize(tab);
  const startRow = range.startRowIndex ?? 0;
  const startColumn = range.startColumnIndex ?? 0;
  const endRow = range.endRowIndex ?? undefined;
  const endColumn = range.endColumnIndex ?? undefined;
  if (startRow >= rows || startColumn >= columns) {
    const reference = formatA1({ tab: tab.properties.title, startRow, startColumn, endRow, endColumn });
    throw badRequest(`Range (${reference}) exceeds grid limits. Max rows: ${rows}, max columns: ${columns}`);
  }
  if (endRow !== undefined && endRow < startRow)
    throw badRequest(`GridRange.endRowIndex[${endRow}] is before GridRange.startRowIndex[${startRow}]`);
  if (endColumn !== undefined && endColumn < startColumn)
    throw badRequest(
      `GridRange.endColumnIndex[${endColumn}] is before GridRange.startColumnIndex[${startColumn}]`,
    );
  return {
    startRow,
    endRow: Math.min(endRow ?? rows, rows),
    startColumn,
    endColumn: Math.min(endColumn ?? columns, columns),
  };
}

export const overlaps = (a: Area, b: Area): boolean =>
  a.startRow < b.endRow &&
  b.startRow < a.endRow &&
  a.startColumn < b.endColumn &&
  b.startColumn < a.endColumn;

export const contains = (outer: Area, inner: Area): boolean =>
  outer.startRow <= inner.startRow &&
  outer.endRow >= inner.endRow &&
  outer.startColumn <= inner.startColumn &&
  outer.endColumn >= inner.endColumn;

export const rangeOf = (tab: Tab, area: Area): GridRange => ({
  sheetId: tab.properties.sheetId,
  startRowIndex: area.startRow,
  endRowIndex: area.endRow,
  startColumnIndex: area.startColumn,
  endColumnIndex: area.endColumn,
});

export const cellAt = (tab: Tab, row: number, column: number): Cell | undefined => tab.rows[row]?.[column];

/** Puts a cell in its place; a cell with nothing in it leaves none. */
export function putCell(tab: Tab, row: number, column: number, cell: Cell | undefined): void {
  const kept = cell && tidy(cell);
  const line = tab.rows[row];
  if (kept === undefined) {
    if (line && column < line.length) line[column] = undefined;
    return;
  }
  const target = line ?? [];
  if (!line) tab.rows[row] = target;
  target[column] = kept;
}

function tidy(cell: Cell): Cell | undefined {
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(cell)) {
    if (value === undefined || value === null || value === '') continue;
    if (name === 'userEnteredValue' && !checkValue(value as sheets_v4.Schema$ExtendedValue)) continue;
    if (typeof value === 'object' && Object.keys(value).length === 0) continue;
    result[name] = value;
  }
  // the result of a formula goes with the formula
  if (!(result.userEnteredValue as sheets_v4.Schema$ExtendedValue | undefined)?.formulaValue)
    delete result.effectiveValue;
  return Object.keys(result).length > 0 ? (result as Cell) : undefined;
}

/** False for a value that empties the cell. @throws ApiError on a value Google refuses */
function checkValue(value: sheets_v4.Schema$ExtendedValue): boolean {
  const text = value.stringValue ?? value.formulaValue;
  if (text !== undefined && text !== null && text.length > MAX_CELL_TEXT)
    throw badRequest(
      `Your input contains more than the maximum of ${MAX_CELL_TEXT} characters in a single cell.`,
    );
  if (value.formulaValue && !value.formulaValue.startsWith('='))
    throw badRequest(`Invalid formula: ${value.formulaValue}`);
  if (value.stringValue === '' || value.formulaValue === '') return false;
  return Object.values(value).some((item) => item !== undefined && item !== null);
}

/** Calls back for every cell place of an area. */
export function eachPlace(area: Area, visit: (row: number, column: number) => void): void {
  for (let row = area.startRow; row < area.endRow; row++)
    for (let column = area.startColumn; column < area.endColumn; column++) visit(row, column);
}
