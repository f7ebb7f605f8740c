import type { ActivityRow } from '../../shared/activity/activity-rows.ts';
import { type Clusters, clustersIn } from '../../shared/analysis/clusters.ts';
import type { Arrival } from '../../shared/form-calendar/arrival.ts';
import type { ObservationColumns } from '../../shared/indicator/columns.ts';
import { evaluate } from '../../shared/indicator/evaluate.ts';
import type { ResultTable } from '../../shared/indicator/table.ts';
import { compareIssues } from '../../shared/issue/compare-issues.ts';
import type { Issue } from '../../shared/issue/issue.ts';
import type { Observation } from '../../shared/observation/observation.ts';
import type { Day } from '../../shared/period/period.ts';
import type { RecordRow } from '../../shared/record/record.ts';
import { renamingRecord } from '../../shared/register/former-names.ts';
import type { Register } from '../../shared/register/register.ts';
import { aggregateResults, type ResultRow } from '../../shared/results/aggregate.ts';
import type { Report } from '../../shared/submission/report.ts';
import { owesOf } from '../../shared/summary/owes.ts';
import type { Store } from '../store/store.ts';
import type { Workspace } from '../workspace/open-workspace.ts';
import { arrivalsAsked } from './arrivals-asked.ts';
import { checkedValues, keyOf } from './checked-values.ts';
import { type LookedAt, materialOfFiles } from './file-material.ts';
import { type AssessedSource, type Material, materialOf, momentOf } from './material.ts';
import type { Enterer } from './on-behalf.ts';
import { passingIssues } from './passing-issues.ts';
import { type RegisterPast, registerPast } from './register-past.ts';
import { checksOfReturned } from './returned-checks.ts';
import { settledRegisters } from './settled-registers.ts';
import { copies, strayIssue, unknownUnits } from './source-issues.ts';
import { isOfTable, isStanding } from './standing-issues.ts';

/** Everything the system concludes on a date: what exports print and summaries draw. */
export interface Assessment {
  readonly register: Register;
  readonly sources: readonly AssessedSource[];
  /** One per unit × period × element, sorted so; values that a check rejects have status `rejected`. */
  readonly observations: readonly Observation[];
  readonly columns: ObservationColumns;
  /** Those standing now, errors first. */
  readonly issues: readonly Issue[];
  /** By unit: where its report for the school year of the workspace stands. */
  readonly reports: ReadonlyMap<string, Report>;
  /** Whether the workbook with this id was returned. */
  readonly isReturned: (source: number) => boolean;
  /** Faults of reports that were returned: they count nowhere, but their senders must see them. */
  readonly returnedIssues: readonly Issue[];
  readonly indicators: ResultTable;
  readonly results: readonly ResultRow[];
  /** Rows of registers of objects that count, by register code, unit, school year, then as they stand in the table. */
  readonly records: ReadonlyMap<string, readonly RecordRow[]>;
  /** Of the current school year. */
  readonly clusters: Clusters;
  /** Activities of the districts' roadmaps, a row per due date and unit. */
  readonly activities: readonly ActivityRow[];
  readonly owes: (unit: string, element: string, period: string) => boolean;
  /** By the path of a workbook in which a district entered values of its organisations. */
  readonly enteredBy: ReadonlyMap<string, Enterer>;
  /** Former names of organisations, and what runs noticed of the register. */
  readonly history: RegisterPast;
  /** When the answers of a unit to a form came; periods of the school year of the settings. */
  readonly arrivals: readonly Arrival[];
}

/**
 * Judges and evaluates everything the store holds; `passing`: what this run could not do, else what the last one
 * could not. Reads the store, changes nothing.
 */
export async function assess(
  workspace: Workspace,
  store: Store,
  date: Day,
  passing?: readonly Issue[],
): Promise<Assessment> {
  const material = await materialOf(workspace, store, await momentOf(store, date));
  const issues = [...material.issues, ...(passing ?? (await passingIssues(workspace)))];
  const assessed = assessMaterial(workspace, { ...material, issues }, date);
  return {
    ...assessed,
    history: registerPast(assessed.records.get(renamingRecord) ?? [], await store.registerEvents()),
    arrivals: await store.arrivals(...arrivalsAsked(workspace)),
  };
}

/** The same for files that are only looked at (`msoko check`): nothing is stored. */
export function assessSources(workspace: Workspace, files: readonly LookedAt[], date: Day): Assessment {
  return assessMaterial(workspace, materialOfFiles(workspace, files, date), date);
}

function assessMaterial(workspace: Workspace, material: Material, date: Day): Assessment {
  const { catalog } = workspace;
  const checked = checkedValues(workspace, material);
  const { register, chosen, results, known, values, columns, byKey } = checked;
  const registers = settledRegisters(workspace, material, checked, date);
  const issues = [
    ...register.issues,
    ...material.issues.filter(
      (issue) => isStanding(issue, byKey) && isOfTable(issue, catalog, registers.files),
    ),
    ...checked.issues,
    ...chosen.issues,
    ...registers.issues,
    ...material.journal.issues,
    ...unknownUnits(values, [...chosen.results, ...ofUnits(registers.rows)], known),
    ...checked.misplaced.map((o) => strayIssue('value.not_owed', o)),
    ...checked.strays.flatMap((stray) => {
      const o = byKey.get(keyOf(stray));
      return o ? [strayIssue(stray.code, o)] : [];
    }),
    ...checked.checkIssues,
    ...copies(material.sources),
    ...material.submissions.issues,
  ];
  return {
    register,
    sources: material.sources,
    observations: checked.observations,
    columns,
    issues: issues.sort(compareIssues),
    reports: material.submissions.reports,
    isReturned: (id) => material.submissions.of.get(id)?.state === 'returned',
    returnedIssues: [...material.returnedIssues, ...checksOfReturned(workspace, material)].sort(
      compareIssues,
    ),
    indicators: evaluate({ catalog, observations: columns, date }),
    clusters: clustersIn({ catalog, observations: columns, date }, workspace.config.schoolYear),
    results: aggregateResults(results, register),
    records: byRecord([...registers.rows, ...material.journal.rows].filter((row) => known.has(row.unit))),
    activities: registers.activities,
    owes: owesOf(catalog, register),
    enteredBy: checked.enteredBy,
    history: registerPast(registers.rows, []),
    arrivals: [],
  };
}

const ofUnits = (rows: readonly RecordRow[]) =>
  rows.map(({ unit, place }) => ({ organisation: unit, place }));

function byRecord(rows: readonly RecordRow[]): Map<string, RecordRow[]> {
  const found = new Map<string, RecordRow[]>();
  for (const row of rows) {
    const list = found.get(row.record);
    if (list) list.push(row);
    else found.set(row.record, [row]);
  }
  return found;
}
