import type { Observation } from '../../shared/observation/observation.ts';
import type { RunReport } from './run-report.ts';

/** What a run made of the values that count. Both lists are sorted by unit, period, element; an empty cell counts as nothing there. */
export function compareObservations(
  before: readonly Observation[],
  after: readonly Observation[],
): RunReport['observations'] {
  const given = (o: Observation) => o.status !== 'not_reported';
  const key = (o: Observation) => `${o.unit}\n${o.period}\n${o.element}`;
  const old = new Map(before.filter(given).map((o) => [key(o), o]));
  let total = 0;
  let added = 0;
  let changed = 0;
  for (const o of after) {
    if (!given(o)) continue;
    total++;
    const was = old.get(key(o));
    if (!was) added++;
    else if (was.status !== o.status || was.value !== o.value) changed++;
    old.delete(key(o));
  }
  return { total, added, changed, removed: old.size };
}
