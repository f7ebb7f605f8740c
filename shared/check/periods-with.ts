import type { ObservationColumns } from '../indicator/columns.ts';
import { compareText } from '../number/compare-text.ts';
import { type Period, parsePeriod } from '../period/period.ts';

/** Periods in which anybody gave anything for one of the concrete elements, in code-point order. */
export function periodsWith(columns: ObservationColumns, elements: readonly string[]): Period[] {
  const keys = new Set<string>();
  for (const element of elements) {
    for (const key of columns.byElement.get(element)?.keys() ?? []) keys.add(key);
  }
  return [...keys].sort(compareText).flatMap((key) => parsePeriod(key) ?? []);
}
