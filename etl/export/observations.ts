import { formatPlace } from '../../shared/issue/issue.ts';
import type { Observation } from '../../shared/observation/observation.ts';
import { csvLine } from './csv.ts';

/** `export observations`; the rows come sorted by organisation, period, element. */
export function* exportObservations(rows: Iterable<Observation>): Generator<string> {
  yield csvLine(['organisation', 'period', 'element', 'value', 'status', 'source']);
  for (const o of rows) {
    const value = o.status === 'value' ? o.value : undefined;
    yield csvLine([o.unit, o.period, o.element, value, o.status, formatPlace(o.place)]);
  }
}
