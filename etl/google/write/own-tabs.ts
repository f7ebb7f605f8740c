import { ownKey } from '../../../shared/live-state/own-tab.ts';
import { idOf, tabId, tabIds } from '../../../shared/live-state/tab-id.ts';
import { type TabSet, tabMark, tabMarks } from '../../../shared/live-state/tab-mark.ts';
import type { Book, BookTab } from './read-book.ts';

/** Tabs of ours in a spreadsheet, by key. */
export function ownTabs(book: Book, set: TabSet): Map<string, BookTab> {
  const found = new Map<string, BookTab>();
  for (const tab of book.tabs) {
    const key = tab.own && ownKey(set, { sheetId: tab.sheetId, mark: tabMark(tab.own) });
    if (key !== undefined) found.set(key, tab);
  }
  return found;
}

/** The id of a key's tab: that of the tab that is there, else the first that nobody else has. */
export function chooseId(book: Book, own: ReadonlyMap<string, BookTab>, set: TabSet, key: string): number {
  const there = own.get(key);
  if (there) return there.sheetId;
  const taken = new Set(book.tabs.map(({ sheetId }) => sheetId));
  return tabIds(set, key).find((id) => !taken.has(id)) ?? tabId(set, key);
}

/** Value of `msoko.tab`. */
export const ownMark = (set: TabSet, key: string, hash: string): string => `${set}/${key}/${hash}`;

/** Id of the mark itself, so that a request that is repeated collides. */
export const markId = (sheetId: number): number => idOf(`${tabMarks.own}/${sheetId}`);
