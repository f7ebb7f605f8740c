import type { Issue } from '../../shared/issue/issue.ts';
import type { Day } from '../../shared/period/period.ts';
import { type Report, reports } from '../../shared/submission/report.ts';
import { type Decision, type HandedIn, type Standing, standings } from '../../shared/submission/standing.ts';
import type { RunRecord, StoredSource } from '../store/store.ts';

export type SubmittedSource = Omit<StoredSource, 'hash' | 'readAs'>;

/** How the workbooks of all units stand with the district on a day. */
export interface Submissions {
  readonly of: ReadonlyMap<number, Standing>;
  /** By unit, for one school year. */
  readonly reports: ReadonlyMap<string, Report>;
  readonly issues: readonly Issue[];
}

/** Day on which the run with so many finished ones before it took place; `today` for the one that is under way. */
export function daysOfRuns(runs: readonly RunRecord[], today: Day): (firstSeen: number) => Day {
  const finished = runs.filter((run) => run.state === 'finished').map((run) => run.date);
  return (firstSeen) => finished[firstSeen] ?? today;
}

export function submissionsOf(
  sources: readonly SubmittedSource[],
  decisions: readonly Decision[],
  seenOn: (firstSeen: number) => Day,
  schoolYear: string,
  today: Day,
): Submissions {
  const workbooks = sources.filter((s) => s.kind === 'workbook' && s.state !== 'withdrawn');
  const handedIn = workbooks.flatMap((s): HandedIn[] =>
    s.unit === undefined || s.schoolYear === undefined || s.status === 'draft'
      ? []
      : [
          {
            id: s.id,
            path: s.path,
            unit: s.unit,
            schoolYear: s.schoolYear,
            firstSeen: s.firstSeen,
            seenOn: seenOn(s.firstSeen),
            ...(s.submittedOn !== undefined && { submittedOn: s.submittedOn }),
          },
        ],
  );
  const { of, issues } = standings(handedIn, decisions, today);
  return { of, reports: reports(workbooks, of, schoolYear), issues };
}
