/** How tabs of ours are found again in a Google spreadsheet, whatever people call them: keys of developer metadata. */
export const tabMarks = {
  /** A tab of ours, rebuilt every night: `<set>/<tab key>/<hash>`. */
  own: 'msoko.tab',
  /** A tab that people fill in, or a hidden one that belongs to it: `<tab key>/<hash of its structure>`. */
  entry: 'msoko.entry',
  /** A hidden copy of a tab as it was before an upgrade, kept for what people had added: `<tab key>`. */
  former: 'msoko.former',
} as const;

/** Whose tabs they are; part of their ids. */
export type TabSet = 'entry' | 'summary' | 'ministry' | 'returns';

export interface TabMark {
  readonly key: string;
  readonly hash: string;
}

/** `<key>/<hash>`; the key may hold slashes. Undefined for anything else. */
export function parseTabMark(value: string): TabMark | undefined {
  const slash = value.lastIndexOf('/');
  return slash < 1 ? undefined : { key: value.slice(0, slash), hash: value.slice(slash + 1) };
}

export const tabMark = ({ key, hash }: TabMark): string => `${key}/${hash}`;
