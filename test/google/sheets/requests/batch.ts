import { badRequest } from '../../errors.ts';
import { type Area, areaOf, overlaps } from '../cells.ts';
import type { Book, GridRange, Tab } from '../model.ts';
import { MAX_CELLS } from '../model.ts';

/** Who asks and what he may do: what a request has to know besides the book. */
export interface Batch {
  readonly book: Book;
  readonly account: string;
  /** The owner of a file may edit protected ranges whatever their editors. */
  readonly isOwner: boolean;
  /** Mailboxes with at least the role of a writer. */
  readonly editors: () => string[];
  readonly groupsOf: (account: string) => string[];
}

/** One kind of request: changes the batch's copy of the book, answers the reply (undefined: an empty one). */
export type Handler<T> = (batch: Batch, request: T) => object | undefined;

export function tabOf(batch: Batch, sheetId: number | null | undefined): Tab {
  const tab = batch.book.tabs.find((item) => item.properties.sheetId === (sheetId ?? 0));
  if (!tab) throw badRequest(`No grid with id: ${sheetId ?? 0}`);
  return tab;
}

export function requireFields(fields: string | null | undefined): string {
  if (!fields)
    throw badRequest("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
  return fields;
}

/** May the account change these cells? A range of undefined bounds asks for the whole tab. */
export function requireUnprotected(batch: Batch, tab: Tab, area: Area): void {
  for (const item of tab.protectedRanges) {
    if (mayEditProtected(batch, item)) continue;
    const grid = wholeArea(tab);
    const locked = item.range ? clip(tab, item.range) : grid;
    if (!overlaps(locked, area)) continue;
    const free = (item.unprotectedRanges ?? []).map((range) => clip(tab, range));
    if (free.some((open) => covers(open, area))) continue;
    throw badRequest(
      'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
    );
  }
}

const covers = (outer: Area, inner: Area): boolean =>
  outer.startRow <= inner.startRow &&
  outer.endRow >= inner.endRow &&
  outer.startColumn <= inner.startColumn &&
  outer.endColumn >= inner.endColumn;

/** A range that may lie wholly outside the grid by now. */
function clip(tab: Tab, range: GridRange): Area {
  try {
    return areaOf(tab, range);
  } catch {
    return { startRow: 0, endRow: 0, startColumn: 0, endColumn: 0 };
  }
}

export function wholeArea(tab: Tab): Area {
  const { rowCount, columnCount } = tab.properties.gridProperties;
  return { startRow: 0, endRow: rowCount, startColumn: 0, endColumn: columnCount };
}

export function mayEditProtected(batch: Batch, item: Tab['protectedRanges'][number]): boolean {
  if (batch.isOwner || item.warningOnly) return true;
  const editors = item.editors;
  if (!editors) return true;
  const account = batch.account.toLowerCase();
  if (editors.users?.some((user) => user.toLowerCase() === account)) return true;
  const groups = batch.groupsOf(batch.account);
  if (editors.groups?.some((group) => groups.includes(group))) return true;
  return editors.domainUsersCanEdit === true;
}

/** An id of the server's own choosing. */
export const freshId = (batch: Batch): number => batch.book.nextId++;

export function requireRoom(batch: Batch): void {
  let cells = 0;
  for (const tab of batch.book.tabs)
    cells += tab.properties.gridProperties.rowCount * tab.properties.gridProperties.columnCount;
  if (cells > MAX_CELLS)
    throw badRequest(
      `This action would increase the number of cells in the workbook above the limit of ${MAX_CELLS} cells.`,
    );
}
