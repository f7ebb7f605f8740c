import { type Period, periodsOfSchoolYear, previousPeriod, previousSchoolYear } from '../period/period.ts';

/** What a figure speaks of: one period, or the periods of a school year gathered. */
export type Moment =
  | { readonly kind: 'period'; readonly period: Period; readonly key: string; readonly schoolYear: string }
  | { readonly kind: 'year'; readonly key: string; readonly schoolYear: string };

export const periodMoment = (period: Period): Moment => ({
  kind: 'period',
  period,
  key: period.key,
  schoolYear: period.schoolYear,
});

/** The key differs from that of a school-year period, which is typed and not gathered. */
export const yearMoment = (schoolYear: string): Moment => ({
  kind: 'year',
  key: `year ${schoolYear}`,
  schoolYear,
});

/** One step back among moments of the same kind. */
export const momentBefore = (moment: Moment): Moment =>
  moment.kind === 'year'
    ? yearMoment(previousSchoolYear(moment.schoolYear))
    : periodMoment(previousPeriod(moment.period));

/** The period at the same place of the school year before: `2024/25:start` → `2023/24:start`. */
export function samePeriodLastYear(period: Period): Period {
  const at = periodsOfSchoolYear(period.frequency, period.schoolYear).findIndex((p) => p.key === period.key);
  return periodsOfSchoolYear(period.frequency, previousSchoolYear(period.schoolYear))[at]!;
}
