import { withRejected } from '../../shared/check/reject.ts';
import { runChecks } from '../../shared/check/run-checks.ts';
import { ColumnsBuilder, type ObservationColumns } from '../../shared/indicator/columns.ts';
import { evaluate } from '../../shared/indicator/evaluate.ts';
import { strays } from '../../shared/indicator/strays.ts';
import type { ResultTable } from '../../shared/indicator/table.ts';
import { compareIssues } from '../../shared/issue/compare-issues.ts';
import type { Issue } from '../../shared/issue/issue.ts';
import { compareText } from '../../shared/number/compare-text.ts';
import type { Observation } from '../../shared/observation/observation.ts';
import { type ProjectedSource, project } from '../../shared/observation/project.ts';
import type { SourceRank } from '../../shared/observation/source.ts';
import type { Day } from '../../shared/period/period.ts';
import type { Register } from '../../shared/register/register.ts';
import { aggregateResults, type ResultRow } from '../../shared/results/aggregate.ts';
import { officialObservations } from '../../shared/results/official.ts';
import { type SourcedResult, selectResults } from '../../shared/results/select-results.ts';
import { owesOf } from '../../shared/summary/owes.ts';
import type { SourceContent, Store, StoredSource, StoreView } from '../store/store.ts';
import { assembleRegister, type RegisterSourceRow } from '../workspace/assemble-register.ts';
import type { Workspace } from '../workspace/open-workspace.ts';

type AssessedSource = SourceRank &
  Pick<StoredSource, 'id' | 'state' | 'kind' | 'unit' | 'status'> & { readonly hash?: string };

/** What lies in the store, or in files that are only looked at. */
interface Material {
  readonly sources: readonly AssessedSource[];
  readonly observations: readonly {
    readonly sourceId: number;
    readonly observations: readonly Observation[];
  }[];
  readonly results: readonly SourcedResult[];
  readonly registerRows: readonly RegisterSourceRow[];
  readonly issues: readonly Issue[];
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
  readonly indicators: ResultTable;
  readonly results: readonly ResultRow[];
  readonly owes: (unit: string, element: string, period: string) => boolean;
}

const countable = (source: { state: StoredSource['state']; status?: string }): boolean =>
  source.state !== 'withdrawn' && source.status !== 'draft';

/**
 * A file that left the inbox keeps its values and so the faults of its cells; its other faults cannot be mended any
 * more. A draft counts nowhere, and neither do its faults.
 */
const standsIn = (source: { state: StoredSource['state']; status?: string }, issue: Issue): boolean =>
  source.state === 'present'
    ? source.status !== 'draft' || issue.code === 'workbook.draft'
    : issue.code.startsWith('cell.') && issue.element !== undefined;

async function materialOf(store: StoreView): Promise<Material> {
  const sources = await store.sources();
  const live = new Map(sources.filter((s) => s.state !== 'withdrawn').map((s) => [s.id, s]));
  const rows = await store.registerRows();
  const issues = await store.issues();
  return {
    sources,
    observations: await store.observations(),
    results: await store.results(),
    registerRows: rows.flatMap(({ sourceId, row }) => {
      const source = live.get(sourceId);
      return source ? [{ file: source.path, ...row }] : [];
    }),
    issues: issues.flatMap(({ sourceId, issue }) => {
      const source = live.get(sourceId);
      return source && standsIn(source, issue) ? [issue] : [];
    }),
  };
}

/** The values that count at some moment of the store, checks applied; the run compares two moments. */
export const projectView = async (workspace: Workspace, view: StoreView): Promise<readonly Observation[]> =>
  checkedValues(workspace, await materialOf(view)).observations;

function valuesOf(workspace: Workspace, material: Material) {
  const { catalog, districts, organisationRows } = workspace;
  const register = assembleRegister(districts, organisationRows, material.registerRows);
  const counted = material.sources.filter(countable);
  const chosen = selectResults(counted, material.results);
  const known = new Set([...register.organisations, ...register.districts].map((unit) => unit.code));
  const results = chosen.results.filter((r) => known.has(r.organisation));
  const projectable = counted.map((source): ProjectedSource => source);
  const { values, issues } = project(
    projectable,
    material.observations,
    officialObservations(results, catalog),
  );
  return { register, chosen, results, known, values, issues };
}

/** Judges and evaluates everything the store holds; `passing`: what stands only now. Reads the store, changes nothing. */
export async function assess(
  workspace: Workspace,
  store: Store,
  date: Day,
  passing: readonly Issue[] = [],
): Promise<Assessment> {
  const material = await materialOf(store);
  return assessMaterial(workspace, { ...material, issues: [...material.issues, ...passing] }, date);
}

/** The same for files that are only looked at (`msoko check`): nothing is stored. */
export function assessSources(
  workspace: Workspace,
  files: readonly { readonly path: string; readonly content: SourceContent }[],
  date: Day,
): Assessment {
  const sources = files.map(
    ({ path, content }, id): AssessedSource => ({
      id,
      path,
      kind: content.kind,
      state: 'present',
      firstSeen: 0,
      fileTime: id,
      ...(content.unit !== undefined && { unit: content.unit }),
      ...(content.status !== undefined && { status: content.status }),
      ...(content.submittedOn !== undefined && { submittedOn: content.submittedOn }),
    }),
  );
  return assessMaterial(
    workspace,
    {
      sources,
      observations: files.map(({ content }, sourceId) => ({ sourceId, observations: content.observations })),
      results: files.flatMap(({ content }, sourceId) =>
        content.results.map((result) => ({ sourceId, result })),
      ),
      registerRows: files.flatMap(({ path, content }) =>
        content.registerRows.map((row) => ({ file: path, ...row })),
      ),
      issues: files.flatMap(({ content }) => content.issues),
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
  const checked = runChecks(evaluation, placeOf);
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
  const issues = [
    ...register.issues,
    ...material.issues.filter((issue) => isStanding(issue, byKey)),
    ...checked.issues,
    ...chosen.issues,
    ...unknownUnits(values, chosen.results, known),
    ...checked.misplaced.map((o) => strayIssue('value.not_owed', o)),
    ...checked.strays.flatMap((stray) => {
      const o = byKey.get(keyOf(stray));
      return o ? [strayIssue(stray.code, o)] : [];
    }),
    ...checked.checkIssues,
    ...copies(material.sources),
  ];
  return {
    register,
    sources: material.sources,
    observations: checked.observations,
    columns,
    issues: issues.sort(compareIssues),
    indicators: evaluate({ catalog, observations: columns, date }),
    results: aggregateResults(results, register),
    owes: owesOf(catalog, register),
  };
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

/** Files that repeat another one byte for byte; the first path is the original. */
function copies(sources: readonly AssessedSource[]): Issue[] {
  const first = new Map<string, string>();
  const found: Issue[] = [];
  for (const source of [...sources].sort((a, b) => compareText(a.path, b.path))) {
    if (source.hash === undefined || source.state !== 'present' || source.kind !== 'workbook') continue;
    const original = first.get(source.hash);
    if (original === undefined) first.set(source.hash, source.path);
    else {
      found.push({
        code: 'workbook.duplicate',
        place: { file: source.path },
        ...(source.unit !== undefined && { organisation: source.unit }),
        params: { otherSource: original },
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
