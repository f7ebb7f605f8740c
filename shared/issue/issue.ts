import type { IssueCode } from './codes.ts';

export type Severity = 'error' | 'warning' | 'info';

/** Where a thing stands: a cell of a workbook, a line of a CSV file (the header is line 1), or a web link. */
export interface Place {
  /** Path below the workspace's inbox with `/`, or the name of a register file. */
  readonly file: string;
  readonly tab?: string;
  /** A1 address. */
  readonly cell?: string;
  readonly line?: number;
}

/** Bad data as a value. Its text is made at the edge from `code` and `params` (shared/texts/issues.ts). */
export interface Issue {
  readonly code: IssueCode;
  readonly place: Place;
  /** Code of the organisation or district concerned. */
  readonly organisation?: string;
  readonly element?: string;
  readonly period?: string;
  /** What was typed, at most 200 characters; never personal data. */
  readonly raw?: string;
  readonly params?: Readonly<Record<string, string | number>>;
  /** Only where a rule of the catalogue or the case decides it; otherwise the code's own severity counts. */
  readonly severity?: Severity;
  /** Only where a rule of the catalogue carries its own Russian text. */
  readonly message?: string;
}

/** `source` of the exports: `<path>#<tab>!<A1>`, `<path>#L<n>` or the path alone. */
export function formatPlace(place: Place): string {
  if (place.tab !== undefined && place.cell !== undefined) return `${place.file}#${place.tab}!${place.cell}`;
  if (place.tab !== undefined) return `${place.file}#${place.tab}`;
  if (place.line !== undefined) return `${place.file}#L${place.line}`;
  return place.file;
}
