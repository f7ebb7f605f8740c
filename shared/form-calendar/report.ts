import type { Day } from '../period/period.ts';
import { type AnswerCounts, answeredShare } from '../summary/answers.ts';

/**
 * `on_time` and `late`: handed in whole; `overdue`: the deadline is past and it is not whole; `ahead`: the deadline is
 * still to come; `no_due`: none is printed.
 */
export type Punctuality = 'on_time' | 'late' | 'overdue' | 'ahead' | 'no_due';

/** What one unit owes of one form for one period, and what has come of it. */
export interface Report {
  readonly unit: string;
  /** Cells that must be answered, and those of breakdowns that need not be. */
  readonly asked: number;
  readonly optional: number;
  /** Answers to the cells that must be answered. */
  readonly answers: AnswerCounts;
  readonly isComplete: boolean;
  /** Nothing has come but a draft. */
  readonly isDraft: boolean;
  /** When the last of the answers came; undefined while anything is missing or where nobody can tell. */
  readonly arrivedOn?: Day;
  readonly punctuality: Punctuality;
}

/** Counts of reports: what `completeness` and `timeliness` are shares of. */
export interface ReportTally {
  readonly expected: number;
  readonly received: number;
  readonly onTime: number;
  readonly late: number;
  /** Begun but not whole. */
  readonly partial: number;
  /** The deadline is past and the report is not whole. */
  readonly overdue: number;
}

/** Reports with nothing but optional cells are owed by nobody. */
export function tally(reports: Iterable<Report>): ReportTally {
  const counts = { expected: 0, received: 0, onTime: 0, late: 0, partial: 0, overdue: 0 };
  for (const report of reports) {
    if (report.asked === 0) continue;
    counts.expected++;
    if (report.isComplete) counts.received++;
    else if (report.answers.received + report.answers.rejected > 0) counts.partial++;
    if (report.punctuality === 'on_time') counts.onTime++;
    if (report.punctuality === 'late') counts.late++;
    if (report.punctuality === 'overdue') counts.overdue++;
  }
  return counts;
}

/** Percent of expected reports that were received (completeness); undefined where none is expected. */
export const completeness = ({ expected, received }: ReportTally): number | undefined =>
  expected === 0 ? undefined : (100 * received) / expected;

/** Percent of expected reports that came whole and in time (timeliness); undefined where none is expected. */
export const timeliness = ({ expected, onTime }: ReportTally): number | undefined =>
  expected === 0 ? undefined : (100 * onTime) / expected;

/** Everything asked is answered; what was answered «не ведём» is not asked any more. */
export const isWhole = (answers: AnswerCounts): boolean =>
  answers.expected + answers.notApplicable > 0 && (answeredShare(answers) ?? 100) === 100;
