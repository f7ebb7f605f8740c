import type { IssueCode } from './codes.ts';
import type { Place } from './place.ts';

export { formatPlace, type Place } from './place.ts';

export type Severity = 'error' | 'warning' | 'info';

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
  /** `shown`: the number of a cell as people see it, where `raw` has a decimal point. */
  readonly params?: Readonly<Record<string, string | number>>;
  /** Only where a rule of the catalogue or the case decides it; otherwise the code's own severity counts. */
  readonly severity?: Severity;
  /** Only where a rule of the catalogue carries its own Russian text. */
  readonly message?: string;
}
