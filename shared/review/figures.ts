import type { Indicator } from '../catalog/types.ts';
import { evaluate } from '../indicator/evaluate.ts';
import type { IndicatorResult } from '../indicator/types.ts';
import { type Period, parsePeriod, periodsOfSchoolYear } from '../period/period.ts';
import { againstNorm, isFewData, type NormVerdict } from '../summary/comparison.ts';
import { concreteTitles } from '../summary/members.ts';
import { type Trend, trend, yearsBack } from '../summary/trend.ts';
import type { Review } from './review.ts';

/** One concrete indicator of the workbook's unit in one period of its school year. */
export interface Figure {
  readonly indicator: Indicator;
  /** Titles of the members of its breakdown. */
  readonly members: readonly string[];
  readonly period: Period;
  readonly result: IndicatorResult;
  readonly norm?: NormVerdict;
  readonly trend?: Trend;
  readonly fewData: boolean;
}

/**
 * The figures of the workbook's own unit in its school year, in printed order, each with its periods in order of time
 * and the whole year last. As the nightly run has them as long as no official result, other source or decision of the
 * district changes an input. None for a workbook in which a district enters values for others.
 */
export function figures({ meta, isRoster, catalog, evaluation }: Review): Figure[] {
  if (!meta || !evaluation || isRoster) return [];
  const level = meta.unitType === 'district' ? 'district' : 'organisation';
  const table = evaluate(evaluation);
  const found: Figure[] = [];
  const seen = new Set<string>();
  for (const indicator of catalog.indicators) {
    if (indicator.kind === 'group') continue;
    for (const { code, members } of concreteTitles(indicator, catalog)) {
      // two versions of one indicator share their rows
      if (seen.has(code)) continue;
      seen.add(code);
      const own = [...table.rowsOf(code)].filter((row) => row.level === level && row.unit === meta.unit);
      const byPeriod = new Map(own.map((row) => [row.period, row]));
      const current = own
        .flatMap((result) => {
          const period = parsePeriod(result.period);
          return period?.schoolYear === meta.schoolYear ? [{ period, result }] : [];
        })
        .sort((a, b) => orderOf(a.period) - orderOf(b.period));
      for (const { period, result } of current) {
        const before = byPeriod.get(yearsBack(period.key, 1) ?? '');
        const change = trend(result, before, indicator);
        const norm = againstNorm(result, indicator.norm, indicator.better);
        found.push({
          indicator,
          members,
          period,
          result,
          ...(norm && { norm }),
          ...(change && { trend: change }),
          // a yes or no of one organisation is no sample
          fewData: isFewData(result) && indicator.kind !== 'presence',
        });
      }
    }
  }
  return found;
}

const orderOf = (period: Period): number =>
  period.frequency === 'school_year'
    ? Number.MAX_SAFE_INTEGER
    : periodsOfSchoolYear(period.frequency, period.schoolYear).findIndex(({ key }) => key === period.key);
