/** How our files and tabs are found again, whatever people call them. */

/** Keys of Drive `appProperties`; keys and values together at most 124 bytes each, which Drive counts in UTF-8. */
export const fileMarks = {
  kind: 'msokoKind',
  /** `<region>/<district>`. */
  workspace: 'msokoWorkspace',
  /** Code of the organisation or district. */
  unit: 'msokoUnit',
  /** `2025-26` */
  year: 'msokoYear',
  /** Tells further workbooks of the same unit and year apart: `all` where a district enters for its organisations. */
  part: 'msokoPart',
} as const;

/** `workbook`: people fill it in, and a district's carries our summary; `ministry`: what was shared, never a source. */
export type FileKind = 'workbook' | 'ministry';

/** Keys of developer metadata of tabs. */
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

/** `2025/26` → `2025-26`, as appProperties and folders write it. */
export const yearMark = (schoolYear: string): string => schoolYear.replace('/', '-');
