import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { badRequest } from '../../errors.ts';
import { applyMask, parseMask } from '../../mask.ts';
import type { Area } from '../cells.ts';
import type { Dimension, Tab } from '../model.ts';
import { shiftFormulas } from '../references.ts';
import { deleted, inserted, moved, shiftObjects } from '../shift.ts';
import {
  type Batch,
  type Handler,
  requireFields,
  requireRoom,
  requireUnprotected,
  tabOf,
  wholeArea,
} from './batch.ts';

type Span = { tab: Tab; dimension: Dimension; start: number; end: number };

export const appendDimension: Handler<sheets_v4.Schema$AppendDimensionRequest> = (batch, request) => {
  const tab = tabOf(batch, request.sheetId);
  const length = request.length ?? 0;
  if (length <= 0) throw badRequest('AppendDimensionRequest.length must be positive.');
  resize(tab, dimensionOf(request.dimension), length);
  requireRoom(batch);
  return undefined;
};

export const insertDimension: Handler<sheets_v4.Schema$InsertDimensionRequest> = (batch, request) => {
  const { tab, dimension, start, end } = spanOf(batch, request.range, true);
  const count = end - start;
  if (request.inheritFromBefore && start === 0)
    throw badRequest('inheritFromBefore cannot be true if inserting at the start of the sheet.');
  requireUnprotected(batch, tab, bandArea(tab, dimension, start, start + 1));
  const formats = linesLike(tab, dimension, request.inheritFromBefore ? start - 1 : start);
  if (dimension === 'ROWS') {
    spliceSparse(tab.rows, start, 0, count);
    spliceSparse(tab.rowProperties, start, 0, count);
    for (let i = 0; i < count; i++) tab.rows[start + i] = formats.slice();
  } else {
    tab.rows.forEach((row, r) => {
      if (!row) return;
      spliceSparse(row, start, 0, count);
      for (let i = 0; i < count; i++) row[start + i] = formats[r];
    });
    spliceSparse(tab.columnProperties, start, 0, count);
  }
  resize(tab, dimension, count);
  const shift = inserted(tab.properties.sheetId, dimension, start, count);
  shiftObjects(batch.book, shift);
  shiftFormulas(batch.book, shift);
  requireRoom(batch);
  return undefined;
};

export const deleteDimension: Handler<sheets_v4.Schema$DeleteDimensionRequest> = (batch, request) => {
  const { tab, dimension, start, end } = spanOf(batch, request.range);
  requireUnprotected(batch, tab, bandArea(tab, dimension, start, end));
  const grid = tab.properties.gridProperties;
  const all = dimension === 'ROWS' ? grid.rowCount : grid.columnCount;
  if (end - start >= all)
    throw badRequest(`You can't delete all the ${dimension.toLowerCase()} on the sheet.`);
  const frozen = (dimension === 'ROWS' ? grid.frozenRowCount : grid.frozenColumnCount) ?? 0;
  const frozenLeft = frozen - Math.max(0, Math.min(end, frozen) - start);
  if (frozen > 0 && frozenLeft >= all - (end - start))
    throw badRequest(`Sorry, it is not possible to delete all non-frozen ${dimension.toLowerCase()}.`);
  if (dimension === 'ROWS') {
    tab.rows.splice(start, end - start);
    tab.rowProperties.splice(start, end - start);
    if (frozen > 0) grid.frozenRowCount = frozenLeft;
  } else {
    for (const row of tab.rows) row?.splice(start, end - start);
    tab.columnProperties.splice(start, end - start);
    if (frozen > 0) grid.frozenColumnCount = frozenLeft;
  }
  resize(tab, dimension, start - end);
  const shift = deleted(tab.properties.sheetId, dimension, start, end);
  shiftObjects(batch.book, shift);
  shiftFormulas(batch.book, shift);
  return undefined;
};

export const moveDimension: Handler<sheets_v4.Schema$MoveDimensionRequest> = (batch, request) => {
  const { tab, dimension, start, end } = spanOf(batch, request.source);
  const destination = request.destinationIndex ?? 0;
  if (destination > start && destination < end)
    throw badRequest('destinationIndex must not be inside the source range.');
  const all = wholeArea(tab)[dimension === 'ROWS' ? 'endRow' : 'endColumn'];
  if (destination > all)
    throw badRequest(`destinationIndex[${destination}] is after the end of the grid[${all}]`);
  requireUnprotected(batch, tab, bandArea(tab, dimension, start, end));
  const move = <T>(list: (T | undefined)[]): void => {
    if (list.length < all) list.length = all;
    const cut = list.splice(start, end - start);
    list.splice(destination > start ? destination - (end - start) : destination, 0, ...cut);
  };
  if (dimension === 'ROWS') {
    move(tab.rows);
    move(tab.rowProperties);
  } else {
    for (const row of tab.rows) if (row) move(row);
    move(tab.columnProperties);
  }
  const shift = moved(tab.properties.sheetId, dimension, start, end, destination);
  shiftObjects(batch.book, shift);
  shiftFormulas(batch.book, shift);
  return undefined;
};

export const updateDimensionProperties: Handler<sheets_v4.Schema$UpdateDimensionPropertiesRequest> = (
  batch,
  request,
) => {
  const { tab, dimension, start, end } = spanOf(batch, request.range);
  const mask = parseMask(requireFields(request.fields));
  const list = dimension === 'ROWS' ? tab.rowProperties : tab.columnProperties;
  for (let i = start; i < end; i++) list[i] = applyMask(list[i] ?? {}, request.properties, mask);
  return undefined;
};

/** Nothing is measured here: fonts are not at hand. The range is checked all the same. */
export const autoResizeDimensions: Handler<sheets_v4.Schema$AutoResizeDimensionsRequest> = (
  batch,
  request,
) => {
  spanOf(batch, request.dimensions);
  return undefined;
};

export const addDimensionGroup: Handler<sheets_v4.Schema$AddDimensionGroupRequest> = (batch, request) => {
  const { tab, dimension, start, end } = spanOf(batch, request.range);
  const list = dimension === 'ROWS' ? tab.rowGroups : tab.columnGroups;
  const outer = list.filter(
    ({ range }) => (range?.startIndex ?? 0) <= start && (range?.endIndex ?? 0) >= end,
  ).length;
  list.push({
    range: { sheetId: tab.properties.sheetId, dimension, startIndex: start, endIndex: end },
    depth: outer + 1,
  });
  return { dimensionGroups: list };
};

export const deleteDimensionGroup: Handler<sheets_v4.Schema$DeleteDimensionGroupRequest> = (
  batch,
  request,
) => {
  const { tab, dimension, start, end } = spanOf(batch, request.range);
  const key = dimension === 'ROWS' ? 'rowGroups' : 'columnGroups';
  const left = tab[key].filter(({ range }) => range?.startIndex !== start || range?.endIndex !== end);
  if (left.length === tab[key].length) throw badRequest('There is no group at the given range.');
  tab[key] = left;
  return { dimensionGroups: left };
};

export const dimensionOf = (dimension: string | null | undefined): Dimension => {
  if (dimension === 'ROWS' || dimension === 'COLUMNS') return dimension;
  throw badRequest(`Invalid dimension: ${dimension}`);
};

function spanOf(batch: Batch, range: sheets_v4.Schema$DimensionRange | undefined, inserting = false): Span {
  const tab = tabOf(batch, range?.sheetId);
  const dimension = dimensionOf(range?.dimension);
  const all = wholeArea(tab)[dimension === 'ROWS' ? 'endRow' : 'endColumn'];
  const start = range?.startIndex ?? 0;
  const end = range?.endIndex ?? all;
  if (start < 0 || end <= start) throw badRequest(`Invalid DimensionRange: [${start}, ${end})`);
  if (inserting ? start > all : end > all)
    throw badRequest(
      `Cannot use dimension range [${start}, ${end}) beyond the grid of ${all} ${dimension.toLowerCase()}.`,
    );
  return { tab, dimension, start, end };
}

/** All cells of some rows or columns. */
function bandArea(tab: Tab, dimension: Dimension, start: number, end: number): Area {
  const whole = wholeArea(tab);
  return dimension === 'ROWS'
    ? { ...whole, startRow: start, endRow: end }
    : { ...whole, startColumn: start, endColumn: end };
}

function resize(tab: Tab, dimension: Dimension, by: number): void {
  const grid = tab.properties.gridProperties;
  if (dimension === 'ROWS') grid.rowCount += by;
  else grid.columnCount += by;
}

/** Inserted lines look like their neighbour: format and validation, no values. */
function linesLike(tab: Tab, dimension: Dimension, at: number): Tab['rows'][number] & object {
  const strip = (cell: NonNullable<Tab['rows'][number]>[number]) =>
    cell && (cell.userEnteredFormat || cell.dataValidation)
      ? { userEnteredFormat: cell.userEnteredFormat, dataValidation: cell.dataValidation }
      : undefined;
  if (dimension === 'ROWS') return (tab.rows[at] ?? []).map(strip);
  return tab.rows.map((row) => strip(row?.[at]));
}

function spliceSparse<T>(list: (T | undefined)[], at: number, remove: number, add: number): void {
  if (at < list.length) list.splice(at, remove, ...new Array<undefined>(add).fill(undefined));
}
