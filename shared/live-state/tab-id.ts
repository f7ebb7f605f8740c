import type { TabSet } from './tab-mark.ts';

/**
 * A positive 31-bit number for a name (FNV-1a), the same on every machine: ids of tabs and charts are chosen by us, so
 * that a request that is repeated collides instead of making a second one.
 */
export function idOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ (text.charCodeAt(i) & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (text.charCodeAt(i) >>> 8), 0x01000193);
  }
  // id 0 is the tab that a new spreadsheet is born with
  return ((hash & 0x7fffffff) % 0x7ffffffe) + 1;
}

/** Id of a tab, the same in every spreadsheet of its set. */
export const tabId = (set: TabSet, key: string): number => idOf(`${set}/${key}`);

/** A person's tab may have the id we would choose: each key has so many ids to choose from. */
const spare = 4;

/** The ids that the tab of a key may have, in the order in which they are tried. */
export const tabIds = (set: TabSet, key: string): number[] =>
  Array.from({ length: spare }, (_, n) => (n === 0 ? tabId(set, key) : idOf(`${set}/${key}#${n + 1}`)));
