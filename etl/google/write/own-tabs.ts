import { type TabSet, tabMarks } from '../marks.ts';
import { idOf } from '../render/ids.ts';
import { tabId } from '../render/render-plan.ts';
import type { Book, BookTab } from './read-book.ts';

/** A person's tab may have the id we would choose: each key has so many ids to choose from. */
const spare = 4;

const idsOf = (set: TabSet, key: string): number[] =>
  Array.from({ length: spare }, (_, n) => (n === 0 ? tabId(set, key) : idOf(`${set}/${key}#${n + 1}`)));

/**
 * Tabs of ours in a spreadsheet, by key. A tab is ours where its metadata and its id agree: a person's copy of our tab
 * bears the same metadata under another id, and stays theirs.
 */
export function ownTabs(book: Book, set: TabSet): Map<string, BookTab> {
  const found = new Map<string, BookTab>();
  for (const tab of book.tabs) {
    if (!tab.own?.key.startsWith(`${set}/`)) continue;
    const key = tab.own.key.slice(set.length + 1);
    if (idsOf(set, key).includes(tab.sheetId)) found.set(key, tab);
  }
  return found;
}

/** The id of a key's tab: that of the tab that is there, else the first that nobody else has. */
export function chooseId(book: Book, own: ReadonlyMap<string, BookTab>, set: TabSet, key: string): number {
  const there = own.get(key);
  if (there) return there.sheetId;
  const taken = new Set(book.tabs.map(({ sheetId }) => sheetId));
  const ids = idsOf(set, key);
  return ids.find((id) => !taken.has(id)) ?? tabId(set, key);
}

/** Value of `msoko.tab`. */
export const ownMark = (set: TabSet, key: string, hash: string): string => `${set}/${key}/${hash}`;

/** Id of the mark itself, so that a request that is repeated collides. */
export const markId = (sheetId: number): number => idOf(`${tabMarks.own}/${sheetId}`);
