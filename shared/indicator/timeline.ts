import { compareText } from '../number/compare-text.ts';
import {
  type Day,
  type Frequency,
  frequencies,
  isShorterThanSchoolYear,
  nextSchoolYear,
  type Period,
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

/** Periods begun by a date; asked for again and again, so the answers are kept. */
export class BegunPeriods {
  private readonly date: Day;
  private readonly known = new Map<string, readonly Period[]>();

  constructor(date: Day) {
    this.date = date;
  }

  /** Periods of a frequency whose first day lies in the school year and not after the date, in order of time. */
  of(frequency: Frequency, schoolYear: string): readonly Period[] {
    const key = `${frequency} ${schoolYear}`;
    let periods = this.known.get(key);
    if (!periods) {
      periods = periodsOfSchoolYear(frequency, schoolYear).filter((period) => period.first <= this.date);
      this.known.set(key, periods);
    }
    return periods;
  }

  /** Those of one school year that have rows: periods shorter than the school year stand at the school year too. */
  withRows(frequency: Frequency, schoolYear: string): readonly Period[] {
    const own = this.of(frequency, schoolYear);
    return isShorterThanSchoolYear(frequency) ? [...own, ...this.of('school_year', schoolYear)] : own;
  }

  /** Every period that may have rows, in code-point order. */
  all(years: readonly string[]): string[] {
    const keys = new Set<string>();
    for (const year of years) {
      for (const frequency of frequencies) for (const p of this.of(frequency, year)) keys.add(p.key);
    }
    return [...keys].sort(compareText);
  }
}
