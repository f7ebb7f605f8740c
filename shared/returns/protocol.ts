import type { Severity } from '../issue/issue.ts';
import type { Report } from '../submission/report.ts';

/** One line of the protocol, ready to print. */
export interface Remark {
  readonly severity: Severity;
  /** Title of the form; empty where the remark concerns the book. */
  readonly form: string;
  /** Name of the element with its members; empty where none is concerned. */
  readonly element: string;
  readonly period: string;
  readonly text: string;
  readonly todo: string;
  readonly raw: string;
  /** Name of the file without folders: the protocol is saved beside it. Name of the spreadsheet. */
  readonly file: string;
  /** Address that opens the very cell of a Google spreadsheet. */
  readonly url?: string;
  readonly tab?: string;
  readonly cell?: string;
  readonly line?: number;
  /** True where the organisation has this file too: it is a book of its own. */
  readonly isOwn: boolean;
}

/** What goes back to one organisation: its report and everything that stands against it. */
export interface Protocol {
  readonly unit: string;
  readonly name: string;
  /** Code and name of the district. */
  readonly district: string;
  readonly districtName: string;
  readonly schoolYear: string;
  readonly report?: Report;
  /** Name of the organisation's book without folders; undefined where none was read. */
  readonly file?: string;
  /** Address of the book where it is a Google spreadsheet: it is mended where it is, nothing is sent. */
  readonly url?: string;
  readonly counts: Readonly<Record<Severity, number>>;
  /** In the order of the book, at most as many as are printed. */
  readonly remarks: readonly Remark[];
  /** How many more there are. */
  readonly left: number;
  /** True where a file of the organisation could not be read at all. */
  readonly isUnread: boolean;
  /** A line of the workspace's own. */
  readonly label?: string;
}
