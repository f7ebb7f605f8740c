import type { IndicatorResult } from '../indicator/types.ts';
import { parsePeriod } from '../period/period.ts';
import type { DistrictUnits } from './district-units.ts';
import { isWhole } from './indicator-rows.ts';
import type { SummaryInput } from './input.ts';

/** Concrete indicator → organisation → its result for the whole school year. */
export type WholeYear = ReadonlyMap<string, ReadonlyMap<string, IndicatorResult>>;

/** The results of the district's organisations for the school year itself. */
export function wholeYear(
  { results, schoolYear }: Pick<SummaryInput, 'results' | 'schoolYear'>,
  units: Pick<DistrictUnits, 'all'>,
): WholeYear {
  const index = new Map<string, Map<string, IndicatorResult>>();
  for (const result of results) {
    if (result.level !== 'organisation' || !units.all.has(result.unit)) continue;
    const period = parsePeriod(result.period);
    if (period?.schoolYear !== schoolYear || !isWhole(period)) continue;
    const own = index.get(result.indicator) ?? new Map<string, IndicatorResult>();
    index.set(result.indicator, own.set(result.unit, result));
  }
  return index;
}
