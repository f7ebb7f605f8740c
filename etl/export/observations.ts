import { formatPlace } from '../../shared/issue/issue.ts';
import type { Observation } from '../../shared/observation/observation.ts';
import type { ExportTable } from './table.ts';

/** `export observations`; the rows come sorted by organisation, period, element. */
export const observationsTable = (observations: readonly Observation[]): ExportTable => ({
  header: ['organisation', 'period', 'element', 'value', 'status', 'source'],
  rows: observations.map((o) => {
    const value = o.status === 'value' ? o.value : undefined;
    return [o.unit, o.period, o.element, value, o.status, formatPlace(o.place)];
  }),
});
