import type { Issue } from '../../shared/issue/issue.ts';
import type { Day } from '../../shared/period/period.ts';
import type { Assessment } from './assess.ts';

/** The answer of `msoko run --json` (contracts §6), without its duration. */
export interface RunReport {
  readonly runId: number;
  readonly date: Day;
  readonly workbooks: { readonly read: number; readonly unchanged: number; readonly failed: number };
  /** `total`: values and answers given; cells left empty do not count. */
  readonly observations: {
    readonly total: number;
    readonly added: number;
    readonly changed: number;
    readonly removed: number;
  };
  /** Results of organisations in assessment procedures that count. */
  readonly results: number;
  readonly issues: { readonly error: number; readonly warning: number; readonly info: number };
  /** Rows of `export indicators`. */
  readonly indicators: number;
  /** Files that hold the results, below the workspace. */
  readonly outputs: readonly string[];
}

/** What the ledger keeps of a run; «Журнал» shows it. */
export type RunSummary = Pick<RunReport, 'workbooks' | 'observations' | 'results' | 'issues'>;

/** What a run wrote into Google spreadsheets, and where it could not. */
export interface GoogleOutcome {
  readonly written: readonly { readonly path: string; readonly title: string; readonly tabs: number }[];
  readonly issues: readonly Issue[];
}

export interface RunProgress {
  reading(done: number, total: number, path: string): void;
  evaluating(): void;
  writing(path: string): void;
  /** The first request to Google leaves; its answer is waited for so many seconds at most. */
  contacting?(seconds: number): void;
  /** Google has not answered for a while; it is waited for so many seconds more at most. */
  silent?(seconds: number): void;
  /** Before a wait for Google. */
  waiting?(seconds: number): void;
}

export interface RunOutcome {
  readonly report: RunReport;
  readonly assessment: Assessment;
  readonly changed: boolean;
  readonly beside: readonly string[];
  readonly google: GoogleOutcome;
  /** Why the Google part is not done; the schedule then tries again the same night. */
  readonly unfinished?: Issue;
}
