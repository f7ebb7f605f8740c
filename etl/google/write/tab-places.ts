import type { Book } from './read-book.ts';

interface WantedTab {
  readonly sheetId: number;
  readonly isHidden: boolean;
}

/**
 * Where new tabs go; tabs that are there never move. A new one stands behind the nearest tab of ours before it in the plan,
 * else before the nearest one after it; the first of all behind the tabs that people fill in, which keep the places people
 * know. Hidden ones go last. Answers the index for each addSheet, sent in the order of the plan.
 */
export function tabPlaces(book: Book, wanted: readonly WantedTab[]): Map<number, number> {
  const order = book.tabs.map(({ sheetId }) => sheetId);
  const entry = new Set(book.tabs.filter((tab) => tab.isEntry && !tab.isHidden).map((tab) => tab.sheetId));
  const places = new Map<number, number>();
  wanted.forEach(({ sheetId, isHidden }, i) => {
    if (order.includes(sheetId)) return;
    const visible = (tabs: readonly WantedTab[]) =>
      tabs.filter((tab) => !tab.isHidden && order.includes(tab.sheetId)).map((tab) => tab.sheetId);
    const before = visible(wanted.slice(0, i)).at(-1);
    const after = visible(wanted.slice(i + 1))[0];
    let index: number;
    if (isHidden) index = order.length;
    else if (before !== undefined) index = order.indexOf(before) + 1;
    else if (after !== undefined) index = order.indexOf(after);
    else index = order.findLastIndex((id) => entry.has(id)) + 1;
    order.splice(index, 0, sheetId);
    places.set(sheetId, index);
  });
  return places;
}
