import { compareText } from '../number/compare-text.ts';
import {
  type Day,
  type Frequency,
  frequencies,
  isShorterThanSchoolYear,
  nextSchoolYear,
  type Period,
  parsePeriod,
  periodsOfSchoolYear,
  schoolYearOf,
} from '../period/period.ts';

/** School years from the first observation to the date, both included; none without observations. */
export function schoolYearsOf(first: string | undefined, date: Day): string[] {
  const years: string[] = [];
  const last = schoolYearOf(date);
  for (let year = first; year !== undefined && year <= last; year = nextSchoolYear(year)) years.push(year);
  return years;
}

/** Periods of one school year that have rows: begun by the date; shorter ones also stand at the school year. */
export function rowPeriods(frequency: Frequency, schoolYear: string, date: Day): Period[] {
  const periods = periodsOfSchoolYear(frequency, schoolYear).filter((period) => period.first <= date);
  const whole = parsePeriod(schoolYear);
  if (whole && isShorterThanSchoolYear(frequency) && whole.first <= date) periods.push(whole);
  return periods;
}

/** Every period that may have rows, in code-point order. */
export function allPeriods(years: readonly string[], date: Day): string[] {
  const keys = new Set<string>();
  for (const year of years) {
    for (const frequency of frequencies) for (const p of rowPeriods(frequency, year, date)) keys.add(p.key);
  }
  return [...keys].sort(compareText);
}
