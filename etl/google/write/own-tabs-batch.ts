import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { type TabSet, tabMarks } from '../../../shared/live-state/tab-mark.ts';
import { markRequest } from '../mark-request.ts';
import type { RenderedTab } from '../render/rendered-tab.ts';
import { firstOf, isDue } from './due-own-tabs.ts';
import { emptyTab } from './empty-tab.ts';
import { chartRequests } from './own-charts.ts';
import { markId, ownMark } from './own-tabs.ts';
import type { Book, BookTab } from './read-book.ts';
import { leaveRequests, makeRoom } from './stale-own-tabs.ts';
import { tabPlaces } from './tab-places.ts';
import { freeTitle } from './tab-title.ts';

type Request = sheets_v4.Schema$Request;

export interface OwnTabsBatch {
  readonly requests: readonly Request[];
  /** Keys of the tabs that are made, filled anew or dated anew. */
  readonly written: readonly string[];
  /** Too much for one request: these tabs first, and the rest when they are there. */
  readonly isPartial: boolean;
}

/**
 * Everything that turns the tabs of ours in a spreadsheet into those of the plan, as one batch; no requests where they are
 * so already. Everything else in the spreadsheet stays as it is. Where they are more than `mostBytes` of JSON the batch is
 * partial: whole tabs, hidden ones first, since charts draw on them.
 */
export function ownTabsBatch(
  book: Book,
  own: ReadonlyMap<string, BookTab>,
  tabs: readonly RenderedTab[],
  set: TabSet,
  mostBytes: number,
): OwnTabsBatch {
  const present = new Set(book.tabs.map(({ sheetId }) => sheetId));
  const missing = tabs.filter(({ sheetId }) => !present.has(sheetId));
  const all = tabs.filter((tab) => isDue(tab, own.get(tab.key), book, missing));
  const due = firstOf(all, own, mostBytes);
  const isPartial = due.length < all.length;
  const added = missing.filter((tab) => due.includes(tab));
  const keys = new Set(tabs.map(({ key }) => key));
  // the day of the data alone is no reason to send a tab again
  const redated = isPartial
    ? []
    : tabs.filter((tab) => !all.includes(tab) && own.get(tab.key)?.own?.hash !== tab.hash);
  const stale = [...own].filter(([key]) => !keys.has(key));
  return {
    requests: [
      ...makeRoom(book, stale, added),
      ...addRequests(
        book,
        stale,
        tabs.filter((tab) => present.has(tab.sheetId) || added.includes(tab)),
        added,
      ),
      ...due.flatMap((tab) => {
        const there = own.get(tab.key);
        return [...(there ? emptyTab(there, tab) : []), ...tab.requests];
      }),
      // charts last: they point at cells of other tabs
      ...due.flatMap((tab) => chartRequests(book, set, tab)),
      ...redated.flatMap((tab) => tab.dated),
      ...[...due, ...redated].map((tab) => ownMarkRequest(tab, own.get(tab.key), set)),
      ...(isPartial ? [] : stale.flatMap(([key, tab]) => leaveRequests(book, set, key, tab))),
    ],
    written: [...due, ...redated].map(({ key }) => key),
    isPartial,
  };
}

function addRequests(
  book: Book,
  stale: readonly (readonly [string, BookTab])[],
  tabs: readonly RenderedTab[],
  added: readonly RenderedTab[],
): Request[] {
  const going = new Set(stale.map(([, tab]) => tab.sheetId));
  const taken = book.tabs.filter((tab) => !going.has(tab.sheetId)).map((tab) => tab.title);
  const places = tabPlaces(
    book,
    tabs.map(({ sheetId, properties }) => ({ sheetId, isHidden: properties.hidden === true })),
  );
  return added.map(({ sheetId, properties }) => {
    const title = freeTitle(properties.title ?? '', taken);
    taken.push(title);
    const index = places.get(sheetId);
    return { addSheet: { properties: { ...properties, title, ...(index !== undefined && { index }) } } };
  });
}

const ownMarkRequest = (
  { key, sheetId, hash }: RenderedTab,
  there: BookTab | undefined,
  set: TabSet,
): Request =>
  markRequest(sheetId, ownMark(set, key, hash), there?.own?.metadataId, {
    metadataId: markId(sheetId),
    metadataKey: tabMarks.own,
  });
