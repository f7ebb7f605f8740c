import type { Issue } from '../../shared/issue/issue.ts';
import type { Day } from '../../shared/period/period.ts';
import type { RecordRow } from '../../shared/record/record.ts';
import { resolveOrganisations } from '../../shared/record/resolve-organisations.ts';
import { settleRecords } from '../../shared/record/settle-records.ts';
import { decisionsOf, journalCode } from '../../shared/submission/journal.ts';
import { type Report, reports } from '../../shared/submission/report.ts';
import {
  type Decision,
  type EarlierReport,
  type HandedIn,
  handedInOn,
  type Standing,
  standings,
} from '../../shared/submission/standing.ts';
import type { RunRecord, StoredSource } from '../store/store.ts';
import { assembleRegister, type RegisterSourceRow } from '../workspace/assemble-register.ts';
import type { Workspace } from '../workspace/open-workspace.ts';

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

/** A row of a register of objects and the file it comes from. */
export interface SourcedRow {
  readonly sourceId: number;
  readonly row: RecordRow;
}

/** The register «Приём отчётов» as it counts. */
export interface Journal {
  /** Organisations by code. */
  readonly rows: readonly RecordRow[];
  readonly decisions: readonly Decision[];
  readonly issues: readonly Issue[];
  /** The files that give rows of a table, by `tableKey`. */
  readonly files: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Settled apart from the other registers: a district goes on deciding in a book that it has not handed in itself. */
export function journalOf(
  { catalog, districts, organisationRows }: Workspace,
  registerRows: readonly RegisterSourceRow[],
  sources: readonly SubmittedSource[],
  records: readonly SourcedRow[],
): Journal {
  const own = records.filter(({ row }) => row.record === journalCode);
  if (own.length === 0) return { rows: [], decisions: [], issues: [], files: new Map() };
  const register = assembleRegister(districts, organisationRows, registerRows);
  const live = sources.filter((s) => s.state !== 'withdrawn');
  const settled = settleRecords(live, own);
  const { rows, issues } = resolveOrganisations(catalog, register, settled.rows);
  const found = decisionsOf(rows, register);
  return {
    rows,
    decisions: found.decisions,
    issues: [...settled.issues, ...issues, ...found.issues],
    files: settled.files,
  };
}

export function submissionsOf(
  { config, districts }: Workspace,
  sources: readonly SubmittedSource[],
  { decisions }: Pick<Journal, 'decisions'>,
  seenOn: (firstSeen: number) => Day,
  today: Day,
): Submissions {
  // a district keeps several books side by side: its own and those it fills in for others
  const keepers = new Set(districts.map(({ code }) => code));
  const workbooks = sources.filter((s) => s.kind === 'workbook' && s.state !== 'withdrawn');
  const handedIn = workbooks.flatMap((s): HandedIn[] =>
    s.unit === undefined || s.schoolYear === undefined || s.status === 'draft'
      ? []
      : [
          {
            id: s.id,
            path: s.path,
            ...(s.title !== undefined && { title: s.title }),
            unit: s.unit,
            schoolYear: s.schoolYear,
            firstSeen: s.firstSeen,
            seenOn: seenOn(s.firstSeen),
            ...(s.submittedOn !== undefined && { submittedOn: s.submittedOn }),
          },
        ],
  );
  const earlier = workbooks.flatMap(({ unit, schoolYear, firstHandedIn: first }): EarlierReport[] => {
    if (unit === undefined || schoolYear === undefined || first === undefined) return [];
    return [{ unit, schoolYear, day: handedInOn({ ...first, seenOn: seenOn(first.firstSeen) }) }];
  });
  const { of, issues } = standings(handedIn, decisions, today, earlier);
  return {
    of,
    reports: reports(workbooks, of, config.schoolYear),
    issues: issues.filter(
      ({ organisation = '', params }) => params?.fault !== 'earlier' || !keepers.has(organisation),
    ),
  };
}
