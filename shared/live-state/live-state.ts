import type { Day } from '../period/period.ts';
import type { ReportState } from '../submission/report.ts';

/** Name of the hidden tab of a Google spreadsheet in which the night tells the add-on what it found. */
export const stateTab = '_state';

/** What the district decided of a report. */
export interface LiveDecision {
  readonly kind: 'accepted' | 'returned';
  readonly day: Day;
  readonly remark?: string;
}

/** Row `book`: the spreadsheet for which this was written; in any other it stands in a copy. */
export interface LiveBook {
  readonly id: string;
}

/** Row `report` in the spreadsheet of an organisation. */
export interface LiveReport {
  readonly decision?: LiveDecision;
  /** Remarks of the tab «Замечания»; zeros where there is none. */
  readonly errors: number;
  readonly warnings: number;
  /** Mailboxes of the office and of the program, who may change what is locked. */
  readonly office: readonly string[];
}

/** A form that an organisation has not filled in whole. */
export interface MissingForm {
  readonly form: string;
  readonly title: string;
  readonly period: string;
  /** The last day on which it is in time; none without a deadline. */
  readonly lastDay?: Day;
}

/** Rows `organisation` in the spreadsheet of a district; the code stands in column B. */
export interface LiveOrganisation {
  readonly name: string;
  readonly state: ReportState;
  /** The book is there and counts, but «Сдаю» is not answered. */
  readonly isUnanswered?: true;
  readonly submittedOn?: Day;
  readonly post?: string;
  readonly decision?: LiveDecision;
  /** Address of its spreadsheet. */
  readonly url?: string;
  /** Mailboxes of the organisation's office. */
  readonly mailboxes: readonly string[];
  readonly missing: readonly MissingForm[];
}

/** Row `night`. */
export interface LiveNight {
  /** Day for which the run was made that last changed something. */
  readonly date: Day;
  readonly schoolYear: string;
  readonly workbooks: number;
  readonly changed: number;
  readonly errors: number;
  readonly warnings: number;
}

/** Rows `issue`: the worst ones, with the address that opens the cell. */
export interface LiveIssue {
  readonly severity: 'error' | 'warning';
  readonly organisation: string;
  readonly text: string;
  readonly todo: string;
  readonly place: string;
  readonly url?: string;
}

/** Rows `correction`: what an organisation asks to be allowed to correct. */
export interface LiveCorrection {
  readonly organisation: string;
  readonly day: Day | '';
  readonly place: string;
  readonly present: string;
  readonly wanted: string;
  readonly reason: string;
  readonly url?: string;
}

/** Kinds of rows, the word in column A, with what stands in the JSON beside. */
export interface LiveStateOf {
  readonly book: LiveBook;
  readonly report: LiveReport;
  readonly night: LiveNight;
  readonly organisation: LiveOrganisation;
  readonly issue: LiveIssue;
  readonly correction: LiveCorrection;
}

export type LiveStateKind = keyof LiveStateOf;

/** One row of `_state`. */
export type LiveStateRow = {
  readonly [Kind in LiveStateKind]: readonly [kind: Kind, key: string, content: LiveStateOf[Kind]];
}[LiveStateKind];
