import { concreteCodes } from '../catalog/concrete.ts';
import type { DataElement } from '../catalog/types.ts';
import type { Engine } from '../indicator/engine.ts';
import { given } from '../indicator/status.ts';
import type { Issue } from '../issue/issue.ts';
import { type Period, parsePeriod, periodsOfSchoolYear } from '../period/period.ts';
import type { PlaceOf } from './place-of.ts';
import { resetYear } from './reset-years.ts';

/** Periods in order of time: by first day, stages by their place in the year. */
function inOrder(keys: Iterable<string>): Period[] {
  const rank = (p: Period): number =>
    periodsOfSchoolYear(p.frequency, p.schoolYear).findIndex(({ key }) => key === p.key);
  return [...keys]
    .flatMap((key) => parsePeriod(key) ?? [])
    .sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : rank(a) - rank(b)));
}

/**
 * `check.decreased`: a cumulative element never falls within the year after which it starts anew (domain §7). Derived
 * from the elements' own `resets`, for every concrete code. A value is held against the last known one before it in
 * the same year, so periods left out hide no fall; only what is owed counts.
 */
export function decreases(engine: Engine, placeOf: PlaceOf): Issue[] {
  const { catalog, columns } = engine.sources;
  const issues: Issue[] = [];
  for (const element of catalog.elements.values()) {
    if (element.resets === '') continue;
    const frequency = engine.sources.frequencyOf(element);
    for (const code of concreteCodes(catalog, element)) {
      const periods = inOrder(columns.byElement.get(code)?.keys() ?? []).filter(
        (period) => period.frequency === frequency,
      );
      issues.push(...fallsOf(engine, element, code, periods, placeOf));
    }
  }
  return issues;
}

function fallsOf(
  engine: Engine,
  element: DataElement,
  code: string,
  periods: readonly Period[],
  placeOf: PlaceOf,
): Issue[] {
  const { sources } = engine;
  const { organisations, districts, count } = sources.columns.units;
  const issues: Issue[] = [];
  const known = new Float64Array(count);
  const since: (Period | undefined)[] = [];
  let year: string | undefined;
  for (const period of periods) {
    const own = resetYear(element, period);
    if (own === undefined) return [];
    if (own !== year) since.length = 0;
    year = own;
    const values = sources.element(code, element, period);
    for (let i = 0; i < count; i++) {
      if (values.status[i] !== given) continue;
      const now = values.values[i]!;
      const earlier = since[i];
      if (earlier !== undefined && now < known[i]!) {
        const unit = (organisations[i] ?? districts[i - organisations.length]!).code;
        const at = placeOf(unit, code, period.key) ?? element.origin;
        issues.push(fall(unit, code, period, earlier, [known[i]!, now], at));
      }
      known[i] = now;
      since[i] = period;
    }
    sources.pool.give(values);
  }
  return issues;
}

const fall = (
  organisation: string,
  element: string,
  period: Period,
  earlier: Period,
  [before, now]: readonly [number, number],
  place: Issue['place'],
): Issue => ({
  code: 'check.decreased',
  place,
  organisation,
  element,
  period: period.key,
  params: { before, beforePeriod: earlier.key, now },
});
