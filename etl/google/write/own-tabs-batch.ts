import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { type TabSet, tabMarks } from '../marks.ts';
import type { RenderedTab } from '../render/render-plan.ts';
import { emptyTab, ownProtections } from './empty-tab.ts';
import { chartIds, chartRequests } from './own-charts.ts';
import { markId, ownMark } from './own-tabs.ts';
import type { Book, BookTab } from './read-book.ts';
import { tabPlaces } from './tab-places.ts';
import { freeTitle } from './tab-title.ts';

type Request = sheets_v4.Schema$Request;

export interface OwnTabsBatch {
  readonly requests: readonly Request[];
  /** Keys of the tabs that are made or filled anew. */
  readonly written: readonly string[];
}

/**
 * Everything that turns the tabs of ours in a spreadsheet into those of the plan, as one batch; no requests where they are
 * so already. Everything else in the spreadsheet stays as it is.
 */
export function ownTabsBatch(
  book: Book,
  own: ReadonlyMap<string, BookTab>,
  tabs: readonly RenderedTab[],
  set: TabSet,
): OwnTabsBatch {
  const present = new Set(book.tabs.map(({ sheetId }) => sheetId));
  const added = tabs.filter(({ sheetId }) => !present.has(sheetId));
  const due = tabs.filter((tab) => isDue(tab, own.get(tab.key), book, added));
  const keys = new Set(tabs.map(({ key }) => key));
  const stale = [...own].filter(([key]) => !keys.has(key));
  const names = new Map(due.map((tab) => [tab.sheetId, nameRequests(tab, own.get(tab.key))]));
  return {
    requests: [
      ...makeRoom(book, stale, added),
      ...addRequests(book, stale, tabs, added),
      ...due.flatMap((tab) => {
        const there = own.get(tab.key);
        return [...(there ? emptyTab(there, tab) : []), ...tab.requests];
      }),
      // charts last: they point at cells of other tabs
      ...due.flatMap((tab) => chartRequests(book, set, tab)),
      ...due.map((tab) => markRequest(tab, own.get(tab.key), set)),
      ...stale.flatMap(([key, tab]) => leaveRequests(book, set, key, tab)),
    ],
    written: due.map(({ key }) => key),
  };
}
