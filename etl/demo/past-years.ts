import type { Scalar } from '../../shared/plan/plan.ts';
import { csvLine } from '../export/table.ts';

/**
 * Values of a school year as a file of observations: how a district that worked on paper brings its earlier years in.
 * `units` in their order, each with what it typed.
 */
export function observationsCsv(
  units: readonly { readonly code: string; readonly typed: ReadonlyMap<string, Scalar | undefined> }[],
): string {
  const lines = [csvLine(['organisation', 'period', 'element', 'value'])];
  for (const { code, typed } of units) {
    for (const [key, value] of typed) {
      const [element = '', period = ''] = key.split(' ');
      lines.push(csvLine([code, period, element, typeof value === 'boolean' ? '' : value]));
    }
  }
  return lines.join('');
}
