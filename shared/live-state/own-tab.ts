import { tabIds } from './tab-id.ts';
import { parseTabMark, type TabSet } from './tab-mark.ts';

/** A tab as far as its mark tells. */
export interface MarkedTab {
  readonly sheetId: number;
  /** Value of the developer metadata `msoko.tab`. */
  readonly mark: string;
}

/**
 * Key of a tab of ours within a set; undefined for any other tab. A tab is ours where its mark and its id agree: a person's
 * copy of our tab bears the same mark under another id, and stays theirs.
 */
export function ownKey(set: TabSet, { sheetId, mark }: MarkedTab): string | undefined {
  const whole = parseTabMark(mark)?.key;
  if (!whole?.startsWith(`${set}/`)) return undefined;
  const key = whole.slice(set.length + 1);
  return tabIds(set, key).includes(sheetId) ? key : undefined;
}
