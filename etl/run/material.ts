import type { Issue } from '../../shared/issue/issue.ts';
import type { Observation } from '../../shared/observation/observation.ts';
import { underPresentNames } from '../../shared/observation/present-names.ts';
import type { Day } from '../../shared/period/period.ts';
import type { SourcedResult } from '../../shared/results/select-results.ts';
import { journalCode } from '../../shared/submission/journal.ts';
import type { Store, StoreView } from '../store/store.ts';
import type { RegisterSourceRow } from '../workspace/assemble-register.ts';
import type { Workspace } from '../workspace/open-workspace.ts';
import { standsIn } from './standing-issues.ts';
import {
  daysOfRuns,
  type Journal,
  journalOf,
  type SourcedRow,
  type Submissions,
  type SubmittedSource,
  submissionsOf,
} from './submissions.ts';

export type AssessedSource = SubmittedSource & { readonly hash?: string };

/** What lies in the store, or in files that are only looked at. */
export interface Material {
  readonly submissions: Submissions;
  readonly sources: readonly AssessedSource[];
  readonly observations: readonly {
    readonly sourceId: number;
    readonly observations: readonly Observation[];
  }[];
  readonly results: readonly SourcedResult[];
  readonly registerRows: readonly RegisterSourceRow[];
  readonly records: readonly SourcedRow[];
  /** The register of the district's decisions, which counts whether its book is handed in or not. */
  readonly journal: Journal;
  readonly issues: readonly Issue[];
  /** What was found in the files of returned reports. */
  readonly returnedIssues: readonly Issue[];
  /** Whether faults of the roadmaps themselves are told: nobody asks when only files are looked at. */
  readonly tellsOfRoadmaps: boolean;
}

export type Countable = Pick<AssessedSource, 'id' | 'state' | 'status'>;

/** Withdrawn files, drafts and returned reports count nowhere. */
export const countable =
  ({ of }: Submissions) =>
  ({ id, state, status }: Countable): boolean =>
    state !== 'withdrawn' && status !== 'draft' && of.get(id)?.state !== 'returned';

/** The day that is judged, and the day of a run by the number of those finished before it. */
export interface Moment {
  readonly date: Day;
  readonly seenOn: (firstSeen: number) => Day;
}

export const momentOf = async (store: Store, date: Day): Promise<Moment> => ({
  date,
  seenOn: daysOfRuns(await store.runs(), date),
});

/** What the store holds; values and faults of files read before an element was renamed come under its present name. */
export async function materialOf(
  workspace: Workspace,
  store: StoreView,
  { date, seenOn }: Moment,
): Promise<Material> {
  const { catalog } = workspace;
  const sources = await store.sources();
  const live = new Map(sources.filter((s) => s.state !== 'withdrawn').map((s) => [s.id, s]));
  const registerRows = (await store.registerRows()).flatMap(({ sourceId, row }) => {
    const source = live.get(sourceId);
    return source ? [{ file: source.path, ...row }] : [];
  });
  const records = await store.records();
  const journal = journalOf(workspace, registerRows, sources, records);
  const submissions = submissionsOf(workspace, sources, journal, seenOn, date);
  const issues = await store.issues();
  const renamed = underPresentNames<Observation>(catalog);
  const renamedIssues = underPresentNames<Issue>(catalog);
  const standing = issues.flatMap(({ sourceId, issue }) => {
    const source = live.get(sourceId);
    return source && standsIn(source, issue) ? [{ sourceId, issue }] : [];
  });
  const isReturned = (sourceId: number) => submissions.of.get(sourceId)?.state === 'returned';
  const issuesOf = (returned: boolean) =>
    renamedIssues(standing.filter((i) => isReturned(i.sourceId) === returned).map((i) => i.issue));
  return {
    sources,
    submissions,
    observations: (await store.observations()).map(({ sourceId, observations }) => ({
      sourceId,
      observations: renamed(observations),
    })),
    results: await store.results(),
    records: records.filter(({ row }) => row.record !== journalCode),
    journal,
    registerRows,
    tellsOfRoadmaps: true,
    issues: issuesOf(false),
    // once a corrected report has come, nobody asks about the one it replaces
    returnedIssues: issuesOf(true).filter(
      ({ organisation = '' }) => submissions.reports.get(organisation)?.state === 'returned',
    ),
  };
}
