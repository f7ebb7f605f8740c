import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { badRequest } from '../../errors.ts';
import { applyMask, parseMask } from '../../mask.ts';
import { copyTab, newTab, renumber, type Tab } from '../model.ts';
import { mapFormulas, mapReferences, withTab } from '../references.ts';
import {
  type Batch,
  freshId,
  type Handler,
  requireFields,
  requireRoom,
  requireUnprotected,
  wholeArea,
} from './batch.ts';

export const addSheet: Handler<sheets_v4.Schema$AddSheetRequest> = (batch, request) => {
  const wanted = request.properties ?? {};
  const sheetId = wanted.sheetId ?? freeSheetId(batch);
  requireFreeId(batch, sheetId);
  const title = wanted.title ?? freeTitle(batch);
  requireTitle(batch, title);
  const tab = newTab({ ...withoutNulls(wanted), sheetId, title });
  requireGrid(tab);
  const index = wanted.index ?? batch.book.tabs.length;
  if (index < 0 || index > batch.book.tabs.length) throw badRequest(`Sheet index ${index} is out of bounds.`);
  batch.book.tabs.splice(index, 0, tab);
  renumber(batch.book);
  requireRoom(batch);
  return { properties: tab.properties };
};

export const deleteSheet: Handler<sheets_v4.Schema$DeleteSheetRequest> = (batch, request) => {
  const tab = sheet(batch, request.sheetId);
  requireUnprotected(batch, tab, wholeArea(tab));
  const left = batch.book.tabs.filter((item) => item !== tab);
  if (left.length === 0) throw badRequest("You can't remove all the sheets in a document.");
  if (left.every((item) => item.properties.hidden))
    throw badRequest("You can't remove all the visible sheets in a document.");
  const { title, sheetId } = tab.properties;
  batch.book.tabs = left;
  renumber(batch.book);
  batch.book.namedRanges = batch.book.namedRanges.filter((item) => (item.range?.sheetId ?? 0) !== sheetId);
  batch.book.metadata = batch.book.metadata.filter(
    ({ location }) => location?.sheetId !== sheetId && location?.dimensionRange?.sheetId !== sheetId,
  );
  mapFormulas(batch.book, (formula) =>
    mapReferences(formula, (reference, of) => (of === title ? '#REF!' : withTab(of, reference))),
  );
  return undefined;
};

export const duplicateSheet: Handler<sheets_v4.Schema$DuplicateSheetRequest> = (batch, request) => {
  const source = sheet(batch, request.sourceSheetId);
  const sheetId = request.newSheetId ?? freeSheetId(batch);
  requireFreeId(batch, sheetId);
  const title = request.newSheetName ?? copyTitle(batch, source.properties.title);
  requireTitle(batch, title);
  const copy = duplicate(batch, source, sheetId, title);
  const index = request.insertSheetIndex ?? 0;
  batch.book.tabs.splice(index, 0, copy);
  renumber(batch.book);
  requireRoom(batch);
  return { properties: copy.properties };
};

/** A copy gets new ids for what has ids; the marks of developers come along (observed in the add-on world). */
export function duplicate(batch: Batch, source: Tab, sheetId: number, title: string): Tab {
  const old = source.properties.sheetId;
  const text = JSON.stringify(copyTab(source));
  const copy = JSON.parse(text, (key, value) =>
    key === 'sheetId' && value === old ? sheetId : value === null ? undefined : value,
  ) as Tab;
  copy.properties = { ...copy.properties, sheetId, title };
  copy.rows = source.rows.map((row) => row?.slice());
  copy.protectedRanges = copy.protectedRanges.map((item) => ({ ...item, protectedRangeId: freshId(batch) }));
  copy.charts = copy.charts.map((chart) => ({ ...chart, chartId: freshId(batch) }));
  for (const item of [...batch.book.metadata]) {
    const { location } = item;
    const own = location?.sheetId === old ? { ...location, sheetId } : undefined;
    const line =
      location?.dimensionRange?.sheetId === old
        ? { ...location, dimensionRange: { ...location.dimensionRange, sheetId } }
        : undefined;
    if (own ?? line) batch.book.metadata.push({ ...item, metadataId: freshId(batch), location: own ?? line });
  }
  return copy;
}

export const updateSheetProperties: Handler<sheets_v4.Schema$UpdateSheetPropertiesRequest> = (
  batch,
  request,
) => {
  const wanted = request.properties ?? {};
  const tab = sheet(batch, wanted.sheetId);
  const mask = parseMask(requireFields(request.fields));
  const old = tab.properties;
  const next = applyMask(old, wanted, mask) as Tab['properties'];
  next.sheetId = old.sheetId;
  next.sheetType = old.sheetType;
  next.title = next.title ?? old.title;
  next.gridProperties = {
    ...next.gridProperties,
    rowCount: next.gridProperties?.rowCount ?? old.gridProperties.rowCount,
    columnCount: next.gridProperties?.columnCount ?? old.gridProperties.columnCount,
  };
  if (next.title !== old.title) {
    requireTitle(batch, next.title);
    rename(batch, old.title, next.title);
  }
  tab.properties = next;
  requireGrid(tab);
  if (batch.book.tabs.every((item) => item.properties.hidden))
    throw badRequest("You can't hide all the sheets in a document.");
  cutToGrid(batch, tab);
  if (('index' in mask || '*' in mask) && wanted.index !== undefined && wanted.index !== null)
    moveTab(batch, tab, wanted.index, old.index ?? 0);
  renumber(batch.book);
  requireRoom(batch);
  return undefined;
};

/** Google counts the new index «before the move»: moving right by one needs index + 2 (documented on `index`). */
function moveTab(batch: Batch, tab: Tab, index: number, old: number): void {
  const place = index > old ? index - 1 : index;
  if (place < 0 || place >= batch.book.tabs.length)
    throw badRequest(`Sheet index ${index} is out of bounds.`);
  batch.book.tabs = batch.book.tabs.filter((item) => item !== tab);
  batch.book.tabs.splice(place, 0, tab);
}

function rename(batch: Batch, from: string, to: string): void {
  mapFormulas(batch.book, (formula) =>
    mapReferences(formula, (reference, of) => withTab(of === from ? to : of, reference)),
  );
}

/** A smaller grid loses what lay beyond it. */
function cutToGrid(batch: Batch, tab: Tab): void {
  const { rowCount, columnCount } = tab.properties.gridProperties;
  tab.rows.length = Math.min(tab.rows.length, rowCount);
  for (const row of tab.rows) if (row && row.length > columnCount) row.length = columnCount;
  tab.rowProperties.length = Math.min(tab.rowProperties.length, rowCount);
  tab.columnProperties.length = Math.min(tab.columnProperties.length, columnCount);
  batch.book.metadata = batch.book.metadata.filter(({ location }) => {
    const at = location?.dimensionRange;
    if (!at || at.sheetId !== tab.properties.sheetId) return true;
    return (at.startIndex ?? 0) < (at.dimension === 'ROWS' ? rowCount : columnCount);
  });
}

/** Requests on tabs say «sheet», those on cells say «grid». */
function sheet(batch: Batch, sheetId: number | null | undefined): Tab {
  const tab = batch.book.tabs.find((item) => item.properties.sheetId === (sheetId ?? 0));
  if (!tab) throw badRequest(`No sheet with id: ${sheetId ?? 0}`);
  return tab;
}

function requireFreeId(batch: Batch, sheetId: number): void {
  if (sheetId < 0) throw badRequest(`Invalid sheet id: ${sheetId}. Sheet ids must be non-negative.`);
  if (batch.book.tabs.some((tab) => tab.properties.sheetId === sheetId))
    throw badRequest(`A sheet with id ${sheetId} already exists. Please enter another id.`);
}

function requireTitle(batch: Batch, title: string): void {
  if (title === '') throw badRequest('The sheet name cannot be empty.');
  if (title.length > 100) throw badRequest('The sheet name cannot be greater than 100 characters.');
  // titles differ by more than case
  if (batch.book.tabs.some((tab) => tab.properties.title.toLowerCase() === title.toLowerCase()))
    throw badRequest(`A sheet with the name "${title}" already exists. Please enter another name.`);
}

function requireGrid(tab: Tab): void {
  const { rowCount, columnCount, frozenRowCount, frozenColumnCount } = tab.properties.gridProperties;
  if (rowCount < 1 || columnCount < 1) throw badRequest('A sheet must have at least one row and one column.');
  if ((frozenRowCount ?? 0) >= rowCount) throw badRequest("You can't freeze all visible rows on the sheet.");
  if ((frozenColumnCount ?? 0) >= columnCount)
    throw badRequest("You can't freeze all visible columns on the sheet.");
}

function freeSheetId(batch: Batch): number {
  let id = freshId(batch);
  while (batch.book.tabs.some((tab) => tab.properties.sheetId === id)) id = freshId(batch);
  return id;
}

const freeTitle = (batch: Batch): string => {
  for (let n = batch.book.tabs.length + 1; ; n++)
    if (!batch.book.tabs.some((tab) => tab.properties.title === `Sheet${n}`)) return `Sheet${n}`;
};

const copyTitle = (batch: Batch, title: string): string => {
  const taken = (name: string): boolean => batch.book.tabs.some((tab) => tab.properties.title === name);
  const first = `Copy of ${title}`;
  for (let n = 1; ; n++) {
    const name = n === 1 ? first : `${first} ${n}`;
    if (!taken(name)) return name;
  }
};

export function withoutNulls<T extends object>(value: T): T {
  return Object.fromEntries(
    Object.entries(value).filter(([, item]) => item !== null && item !== undefined),
  ) as T;
}
