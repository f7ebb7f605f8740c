import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { badRequest } from '../../errors.ts';
import { applyMask, type Mask, parseMask } from '../../mask.ts';
import { type Area, areaOf, cellAt, eachPlace, putCell } from '../cells.ts';
import { type Cell, gridSize, type Tab } from '../model.ts';
import { type Handler, requireFields, requireUnprotected, tabOf } from './batch.ts';

/** A mask of cells may only name fields a person could set; `*` means those. */
export const updateCells: Handler<sheets_v4.Schema$UpdateCellsRequest> = (batch, request) => {
  const mask = parseMask(requireFields(request.fields));
  const tab = tabOf(batch, (request.range ?? request.start)?.sheetId);
  const rows = request.rows ?? [];
  const area = request.range ? areaOf(tab, request.range) : areaFrom(tab, request.start ?? {}, rows);
  if (request.range) requireInside(rows, area);
  requireUnprotected(batch, tab, area);
  if (request.range)
    eachPlace(area, (row, column) =>
      write(tab, row, column, rows[row - area.startRow]?.values?.[column - area.startColumn], mask),
    );
  else
    for (const [r, line] of rows.entries())
      for (const [c, cell] of (line.values ?? []).entries())
        write(tab, area.startRow + r, area.startColumn + c, cell, mask);
  return undefined;
};

export const repeatCell: Handler<sheets_v4.Schema$RepeatCellRequest> = (batch, request) => {
  const mask = parseMask(requireFields(request.fields));
  const tab = tabOf(batch, request.range?.sheetId);
  const area = areaOf(tab, request.range ?? {});
  requireUnprotected(batch, tab, area);
  eachPlace(area, (row, column) => write(tab, row, column, request.cell, mask));
  return undefined;
};

export const appendCells: Handler<sheets_v4.Schema$AppendCellsRequest> = (batch, request) => {
  const mask = parseMask(requireFields(request.fields));
  const tab = tabOf(batch, request.sheetId);
  let last = -1;
  tab.rows.forEach((row, r) => {
    if (row?.some((cell) => cell?.userEnteredValue)) last = r;
  });
  const rows = request.rows ?? [];
  const grid = tab.properties.gridProperties;
  grid.rowCount = Math.max(grid.rowCount, last + 1 + rows.length);
  grid.columnCount = Math.max(grid.columnCount, ...rows.map((row) => row.values?.length ?? 0));
  for (const [r, line] of rows.entries())
    for (const [c, cell] of (line.values ?? []).entries()) write(tab, last + 1 + r, c, cell, mask);
  return undefined;
};

export const setDataValidation: Handler<sheets_v4.Schema$SetDataValidationRequest> = (batch, request) => {
  const tab = tabOf(batch, request.range?.sheetId);
  const area = areaOf(tab, request.range ?? {});
  requireUnprotected(batch, tab, area);
  requireCondition(request.rule?.condition);
  eachPlace(area, (row, column) =>
    putCell(tab, row, column, {
      ...cellAt(tab, row, column),
      dataValidation: request.rule ? structuredClone(request.rule) : undefined,
    }),
  );
  return undefined;
};

/** How many values a condition takes (documented on ConditionType). */
const VALUES: Record<string, [number, number]> = {
  NUMBER_GREATER: [1, 1],
  NUMBER_GREATER_THAN_EQ: [1, 1],
  NUMBER_LESS: [1, 1],
  NUMBER_LESS_THAN_EQ: [1, 1],
  NUMBER_EQ: [1, 1],
  NUMBER_NOT_EQ: [1, 1],
  NUMBER_BETWEEN: [2, 2],
  NUMBER_NOT_BETWEEN: [2, 2],
  DATE_BETWEEN: [2, 2],
  ONE_OF_RANGE: [1, 1],
  ONE_OF_LIST: [1, 500],
  CUSTOM_FORMULA: [1, 1],
  BLANK: [0, 0],
  NOT_BLANK: [0, 0],
  BOOLEAN: [0, 2],
};

export function requireCondition(condition: sheets_v4.Schema$BooleanCondition | undefined): void {
  if (!condition) return;
  const bounds = VALUES[condition.type ?? ''];
  if (!bounds) return;
  const count = condition.values?.length ?? 0;
  if (count < bounds[0] || count > bounds[1])
    throw badRequest(
      `Condition '${condition.type}' requires ${bounds[0] === bounds[1] ? `exactly ${bounds[0]}` : `at least ${bounds[0]}`} ConditionValues. Got ${count}.`,
    );
  for (const { userEnteredValue } of condition.values ?? []) {
    if (userEnteredValue === undefined || userEnteredValue === null) continue;
    const formula = condition.type === 'CUSTOM_FORMULA' || condition.type === 'ONE_OF_RANGE';
    if (formula && !userEnteredValue.startsWith('='))
      throw badRequest(`Invalid ConditionValue.userEnteredValue: ${userEnteredValue}`);
    if (condition.type?.startsWith('NUMBER_') && !/^=|^[-+]?\d+([.,]\d+)?$/.test(userEnteredValue))
      throw badRequest(`Invalid ConditionValue.userEnteredValue: ${userEnteredValue}`);
  }
}

/** Written cells drop the note of a formula's result: it is computed anew. */
function write(tab: Tab, row: number, column: number, cell: Cell | undefined, mask: Mask): void {
  const old = cellAt(tab, row, column);
  const next: Cell = '*' in mask ? writable(cell ?? {}) : applyMask(old ?? {}, writable(cell ?? {}), mask);
  if ('userEnteredValue' in mask || '*' in mask) delete next.effectiveValue;
  requireCondition(next.dataValidation?.condition);
  putCell(tab, row, column, next);
}

/** The fields of CellData a request may set; the others are output only. */
function writable(cell: Cell): Cell {
  const { userEnteredValue, userEnteredFormat, note, textFormatRuns, dataValidation, pivotTable } = cell;
  return { userEnteredValue, userEnteredFormat, note, textFormatRuns, dataValidation, pivotTable };
}

function areaFrom(tab: Tab, start: sheets_v4.Schema$GridCoordinate, rows: sheets_v4.Schema$RowData[]): Area {
  const { rows: rowCount, columns } = gridSize(tab);
  const startRow = start.rowIndex ?? 0;
  const startColumn = start.columnIndex ?? 0;
  if (startRow >= rowCount)
    throw badRequest(`GridCoordinate.rowIndex[${startRow}] is after last row in grid[${rowCount - 1}]`);
  if (startColumn >= columns)
    throw badRequest(
      `GridCoordinate.columnIndex[${startColumn}] is after last column in grid[${columns - 1}]`,
    );
  const endRow = startRow + rows.length;
  const endColumn = startColumn + Math.max(0, ...rows.map((row) => row.values?.length ?? 0));
  refuseBeyond(endRow, rowCount, endColumn, columns);
  return { startRow, endRow, startColumn, endColumn };
}

function requireInside(rows: sheets_v4.Schema$RowData[], area: Area): void {
  refuseBeyond(
    area.startRow + rows.length,
    area.endRow,
    area.startColumn + Math.max(0, ...rows.map((row) => row.values?.length ?? 0)),
    area.endColumn,
  );
}

function refuseBeyond(endRow: number, rows: number, endColumn: number, columns: number): void {
  if (endRow > rows)
    throw badRequest(`Attempting to write row: ${rows}, beyond the last requested row of: ${rows - 1}`);
  if (endColumn > columns)
    throw badRequest(
      `Attempting to write column: ${columns}, beyond the last requested column of: ${columns - 1}`,
    );
}
