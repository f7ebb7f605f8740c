import { groupsByCluster } from '../../shared/analysis/groups-by-cluster.ts';
import { withRejected } from '../../shared/check/reject.ts';
import { runChecks } from '../../shared/check/run-checks.ts';
import { ColumnsBuilder } from '../../shared/indicator/columns.ts';
import { strays } from '../../shared/indicator/strays.ts';
import type { Observation } from '../../shared/observation/observation.ts';
import { type ProjectedSource, project } from '../../shared/observation/project.ts';
import type { Day } from '../../shared/period/period.ts';
import { officialObservations } from '../../shared/results/official.ts';
import { selectResults } from '../../shared/results/select-results.ts';
import type { Store, StoreView } from '../store/store.ts';
import { assembleRegister } from '../workspace/assemble-register.ts';
import type { Workspace } from '../workspace/open-workspace.ts';
import { countable, type Material, materialOf, momentOf } from './material.ts';
import { onBehalf } from './on-behalf.ts';

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

/** The values that count, with those that a check of severity error rejects. */
export function checkedValues(workspace: Workspace, material: Material) {
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

export type CheckedValues = ReturnType<typeof checkedValues>;

export const keyOf = (o: Pick<Observation, 'unit' | 'element' | 'period'>): string =>
  `${o.unit}\n${o.element}\n${o.period}`;

const withoutValue = ({ value, ...o }: Observation): Observation => ({
  ...o,
  status: 'rejected',
  ...(o.raw === undefined && value !== undefined && { raw: String(value) }),
});

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
