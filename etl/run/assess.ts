import { withActivityKeys } from '../../shared/activity/activity-keys.ts';
import { type ActivityRow, activityRows } from '../../shared/activity/activity-rows.ts';
import { readAmendments } from '../../shared/activity/amendments.ts';
import { documentIssues } from '../../shared/activity/document-issues.ts';
import { procedureDates } from '../../shared/activity/procedure-dates.ts';
import { readTracker } from '../../shared/activity/track.ts';
import { type Clusters, clustersIn } from '../../shared/analysis/clusters.ts';
import { groupsByCluster } from '../../shared/analysis/groups-by-cluster.ts';
import type { Catalog } from '../../shared/catalog/types.ts';
import { withRejected } from '../../shared/check/reject.ts';
import { runChecks } from '../../shared/check/run-checks.ts';
import { unknownKeys } from '../../shared/criteria/criteria-rows.ts';
import { knownKeys } from '../../shared/criteria/known-keys.ts';
import { isCriteriaRecord } from '../../shared/criteria/known-records.ts';
import type { Arrival } from '../../shared/form-calendar/arrival.ts';
import { ColumnsBuilder, type ObservationColumns } from '../../shared/indicator/columns.ts';
import { evaluate } from '../../shared/indicator/evaluate.ts';
import { strays } from '../../shared/indicator/strays.ts';
import type { ResultTable } from '../../shared/indicator/table.ts';
import { compareIssues } from '../../shared/issue/compare-issues.ts';
import type { Issue } from '../../shared/issue/issue.ts';
import { placeOfSource, sourceName } from '../../shared/issue/place.ts';
import { compareText } from '../../shared/number/compare-text.ts';
import type { Observation } from '../../shared/observation/observation.ts';
import { underPresentNames } from '../../shared/observation/present-names.ts';
import { type ProjectedSource, project } from '../../shared/observation/project.ts';
import type { Day } from '../../shared/period/period.ts';
import { type RecordRow, splitFieldKey } from '../../shared/record/record.ts';
import { resolveOrganisations } from '../../shared/record/resolve-organisations.ts';
import { settleRecords, tableKey } from '../../shared/record/settle-records.ts';
import { renamingRecord } from '../../shared/register/former-names.ts';
import type { Register } from '../../shared/register/register.ts';
import { aggregateResults, type ResultRow } from '../../shared/results/aggregate.ts';
import { officialObservations } from '../../shared/results/official.ts';
import { type SourcedResult, selectResults } from '../../shared/results/select-results.ts';
import { journalCode } from '../../shared/submission/journal.ts';
import type { Report } from '../../shared/submission/report.ts';
import { owesOf } from '../../shared/summary/owes.ts';
import type { SourceContent, Store, StoreView } from '../store/store.ts';
import { assembleRegister, type RegisterSourceRow } from '../workspace/assemble-register.ts';
import type { Workspace } from '../workspace/open-workspace.ts';
import { arrivalsAsked } from './arrivals-asked.ts';
import { type Enterer, onBehalf } from './on-behalf.ts';
import { type RegisterPast, registerPast } from './register-past.ts';
import {
  daysOfRuns,
  type Journal,
  journalOf,
  type SourcedRow,
  type Submissions,
  type SubmittedSource,
  submissionsOf,
} from './submissions.ts';

type AssessedSource = SubmittedSource & { readonly hash?: string };

/** What lies in the store, or in files that are only looked at. */
interface Material {
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

type Countable = Pick<AssessedSource, 'id' | 'state' | 'status'>;

/** Withdrawn files, drafts and returned reports count nowhere. */
const countable =
  ({ of }: Submissions) =>
  ({ id, state, status }: Countable): boolean =>
    state !== 'withdrawn' && status !== 'draft' && of.get(id)?.state !== 'returned';

/**
 * A file that left the inbox keeps its values and so the faults of its cells; its other faults cannot be mended any
 * more. A draft counts nowhere, and neither do its faults.
 */
const standsIn = (source: Countable, issue: Issue): boolean =>
  source.state === 'present'
    ? source.status !== 'draft' || ofDrafts.has(issue.code) || isOfJournal(issue)
    : issue.code.startsWith('cell.') && issue.element !== undefined;

const isOfJournal = ({ element = '' }: Issue): boolean =>
  element === journalCode || splitFieldKey(element)?.record === journalCode;

const ofDrafts: ReadonlySet<string> = new Set(['workbook.draft', 'submission.answer']);

/** The day that is judged, and the day of a run by the number of those finished before it. */
interface Moment {
  readonly date: Day;
  readonly seenOn: (firstSeen: number) => Day;
}

const momentOf = async (store: Store, date: Day): Promise<Moment> => ({
  date,
  seenOn: daysOfRuns(await store.runs(), date),
});

/** What the store holds; values and faults of files read before an element was renamed come under its present name. */
async function materialOf(
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

/** The values that count at some moment of the store, checks applied; the run compares two moments. */
export async function projectView(
  workspace: Workspace,
  store: Store,
  view: StoreView,
  date: Day,
): Promise<readonly Observation[]> {
  const material = await materialOf(workspace, view, await momentOf(store, date));
  return checkedValues(workspace, material).observations;
}

function valuesOf(workspace: Workspace, material: Material) {
  const { catalog, districts, organisationRows } = workspace;
  const register = assembleRegister(districts, organisationRows, material.registerRows);
  const counted = material.sources.filter(countable(material.submissions));
  const chosen = selectResults(counted, material.results);
  const known = new Set([...register.organisations, ...register.districts].map((unit) => unit.code));
  const results = chosen.results.filter((r) => known.has(r.organisation));
  const projectable = counted.map((source): ProjectedSource => source);
  const entered = onBehalf(material.sources, material.observations, register, material.records);
  const { values, issues } = project(
    projectable,
    entered.observations,
    officialObservations(results, catalog),
  );
  const ofUnits = [...issues, ...entered.issues];
  const { records, enteredBy } = entered;
  return { register, chosen, results, known, values, issues: ofUnits, enteredBy, records };
}

/** Judges and evaluates everything the store holds; `passing`: what stands only now. Reads the store, changes nothing. */
export async function assess(
  workspace: Workspace,
  store: Store,
  date: Day,
  passing: readonly Issue[] = [],
): Promise<Assessment> {
  const material = await materialOf(workspace, store, await momentOf(store, date));
  const assessed = assessMaterial(workspace, { ...material, issues: [...material.issues, ...passing] }, date);
  return {
    ...assessed,
    history: registerPast(assessed.records.get(renamingRecord) ?? [], await store.registerEvents()),
    arrivals: await store.arrivals(...arrivalsAsked(workspace)),
  };
}

/** The same for files that are only looked at (`msoko check`): nothing is stored. */
export function assessSources(
  workspace: Workspace,
  files: readonly { readonly path: string; readonly title?: string; readonly content: SourceContent }[],
  date: Day,
): Assessment {
  const sources = files.map(
    ({ path, title, content }, id): AssessedSource => ({
      id,
      path,
      ...(title !== undefined && { title }),
      kind: content.kind,
      state: 'present',
      firstSeen: 0,
      fileTime: id,
      ...(content.unit !== undefined && { unit: content.unit }),
      ...(content.status !== undefined && { status: content.status }),
      ...(content.schoolYear !== undefined && { schoolYear: content.schoolYear }),
      ...(content.submittedOn !== undefined && { submittedOn: content.submittedOn }),
    }),
  );
  const registerRows = files.flatMap(({ path, content }) =>
    content.registerRows.map((row) => ({ file: path, ...row })),
  );
  const records = files.flatMap(({ content }, sourceId) => content.records.map((row) => ({ sourceId, row })));
  const journal = journalOf(workspace, registerRows, sources, records);
  return assessMaterial(
    workspace,
    {
      sources,
      submissions: submissionsOf(workspace, sources, journal, () => date, date),
      observations: files.map(({ content }, sourceId) => ({ sourceId, observations: content.observations })),
      results: files.flatMap(({ content }, sourceId) =>
        content.results.map((result) => ({ sourceId, result })),
      ),
      registerRows,
      records: records.filter(({ row }) => row.record !== journalCode),
      journal,
      issues: files.flatMap(({ content }) => content.issues),
      returnedIssues: [],
      tellsOfRoadmaps: false,
    },
    date,
  );
}

/** The values that count, with those that a check of severity error rejects. */
function checkedValues(workspace: Workspace, material: Material) {
  const { catalog } = workspace;
  const projected = valuesOf(workspace, material);
  const builder = new ColumnsBuilder(projected.register, catalog);
  const byKey = new Map<string, Observation>();
  const misplaced: Observation[] = [];
  for (const o of projected.values) {
    if (!builder.add(o) && projected.known.has(o.unit) && o.status !== 'not_reported') misplaced.push(o);
    byKey.set(keyOf(o), o);
  }
  const columns = builder.build();
  // checks look at one moment of time only through `prev`; no check depends on the date
  const evaluation = { catalog, observations: columns, date: '9999-12-31' };
  const placeOf = (unit: string, element: string, period: string) =>
    byKey.get(keyOf({ unit, element, period }))?.place;
  const checked = runChecks(evaluation, placeOf, groupsByCluster);
  const rejected = new Set(checked.rejected.map(keyOf));
  return {
    ...projected,
    byKey,
    misplaced,
    columns: withRejected(columns, catalog, checked.rejected),
    strays: strays(evaluation),
    checkIssues: checked.issues,
    observations: projected.values.map((o) => (rejected.has(keyOf(o)) ? withoutValue(o) : o)),
  };
}

const keyOf = (o: Pick<Observation, 'unit' | 'element' | 'period'>): string =>
  `${o.unit}\n${o.element}\n${o.period}`;

function assessMaterial(workspace: Workspace, material: Material, date: Day): Assessment {
  const { catalog } = workspace;
  const checked = checkedValues(workspace, material);
  const { register, chosen, results, known, values, columns, byKey } = checked;
  const settled = settleRecords(
    material.sources.filter(countable(material.submissions)),
    withActivityKeys(checked.records, catalog, register),
  );
  const records = resolveOrganisations(catalog, register, settled.rows);
  const tableFiles = new Map([...settled.files, ...material.journal.files]);
  const tracker = readTracker(records.rows, catalog, register, date);
  const amendments = readAmendments(records.rows, catalog, register, date);
  const activities = activityRows({
    catalog,
    register,
    date,
    tracked: tracker.of,
    amended: amendments.of,
    archived: amendments.archived,
    procedures: procedureDates(records.rows, catalog),
  });
  const issues = [
    ...register.issues,
    ...tracker.issues,
    ...amendments.issues,
    ...(material.tellsOfRoadmaps ? documentIssues(activities) : []),
    ...material.issues.filter((issue) => isStanding(issue, byKey) && isOfTable(issue, catalog, tableFiles)),
    ...checked.issues,
    ...chosen.issues,
    ...settled.issues,
    ...records.issues,
    ...unknownKeys(
      records.rows.filter((row) => isCriteriaRecord(row.record)),
      knownKeys(catalog),
    ),
    ...material.journal.issues,
    ...unknownUnits(values, [...chosen.results, ...ofUnits(records.rows)], known),
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
    records: byRecord([...records.rows, ...material.journal.rows].filter((row) => known.has(row.unit))),
    activities,
    owes: owesOf(catalog, register),
    enteredBy: checked.enteredBy,
    history: registerPast(records.rows, []),
    arrivals: [],
  };
}

/**
 * Checks of the reports that were returned and not sent anew, as if they counted: of their units alone, so that most
 * nights cost nothing.
 */
function checksOfReturned(workspace: Workspace, material: Material): Issue[] {
  const { submissions, sources, observations } = material;
  const units = new Set(
    [...submissions.reports].flatMap(([unit, r]) => (r.state === 'returned' ? [unit] : [])),
  );
  if (units.size === 0) return [];
  const again = new Set(sources.flatMap((s) => (s.unit !== undefined && units.has(s.unit) ? [s.id] : [])));
  const of = new Map([...submissions.of].filter(([id]) => !again.has(id)));
  const alone = observations.map(({ sourceId, observations: list }) => ({
    sourceId,
    observations: again.has(sourceId) ? list : list.filter((o) => units.has(o.unit)),
  }));
  const checked = checkedValues(workspace, {
    ...material,
    submissions: { ...submissions, of },
    observations: alone,
    results: [],
  });
  const files = new Set(sources.flatMap((s) => (again.has(s.id) ? [s.path] : [])));
  return [...checked.issues, ...checked.checkIssues]
    .filter(({ code, place }) => files.has(place.file) && code !== 'source.gone' && code !== 'value.changed')
    .map((issue) => {
      const { organisation: unit = '', element = '', period = '' } = issue;
      const value = checked.byKey.get(keyOf({ unit, element, period }))?.value;
      return issue.raw === undefined && value !== undefined ? { ...issue, raw: String(value) } : issue;
    });
}

/**
 * A fault of a cell no longer stands once another source gives the value: the school has sent a correction. Personal
 * data stays reported for as long as the file holds it.
 */
function isStanding(issue: Issue, winners: ReadonlyMap<string, Observation>): boolean {
  const { code, organisation: unit, element, period, place } = issue;
  if (!code.startsWith('cell.') || code === 'cell.personal_data') return true;
  if (unit === undefined || element === undefined || period === undefined) return true;
  const winner = winners.get(keyOf({ unit, element, period }));
  return winner === undefined || winner.place.file === place.file;
}

/** A fault in a row of a register stands only in the file whose table counts. */
function isOfTable(
  issue: Issue,
  { records }: Catalog,
  files: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  const { element, organisation: unit, period, code, place } = issue;
  if (element === undefined || unit === undefined || period === undefined) return true;
  const record = records.has(element) ? element : (splitFieldKey(element)?.record ?? '');
  if (code === 'cell.personal_data' || !records.has(record)) return true;
  return files.get(tableKey({ record, unit, schoolYear: period }))?.has(place.file) ?? true;
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

/** Files that repeat another one byte for byte; the first path is the original. */
function copies(sources: readonly AssessedSource[]): Issue[] {
  const first = new Map<string, AssessedSource>();
  const found: Issue[] = [];
  for (const source of [...sources].sort((a, b) => compareText(a.path, b.path))) {
    if (source.hash === undefined || source.state !== 'present' || source.kind !== 'workbook') continue;
    const original = first.get(source.hash);
    if (original === undefined) first.set(source.hash, source);
    else {
      found.push({
        code: 'workbook.duplicate',
        place: placeOfSource(source),
        ...(source.unit !== undefined && { organisation: source.unit }),
        params: { otherSource: sourceName(original) },
      });
    }
  }
  return found;
}

const strayIssue = (code: Issue['code'], o: Observation): Issue => ({
  code,
  place: o.place,
  organisation: o.unit,
  element: o.element,
  period: o.period,
  ...(o.raw !== undefined && { raw: o.raw }),
});

const withoutValue = ({ value, ...o }: Observation): Observation => ({
  ...o,
  status: 'rejected',
  ...(o.raw === undefined && value !== undefined && { raw: String(value) }),
});

/** Values and results of units that no register knows: kept, reported, used nowhere. One issue per file and unit. */
function unknownUnits(
  values: readonly Observation[],
  results: readonly { readonly organisation: string; readonly place: Issue['place'] }[],
  known: ReadonlySet<string>,
): Issue[] {
  const found = new Map<string, Issue>();
  const report = (organisation: string, place: Issue['place']) => {
    const key = `${organisation}\n${place.file}`;
    if (known.has(organisation) || found.has(key)) return;
    found.set(key, { code: 'organisation.unknown', place, organisation, raw: organisation });
  };
  for (const o of values) report(o.unit, o.place);
  for (const r of results) report(r.organisation, r.place);
  return [...found.values()];
}
