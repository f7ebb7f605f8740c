/** A calendar day as `YYYY-MM-DD`; days compare correctly as plain text. */
export type Day = string;

/** How often a form is reported; also the kind of a period. */
export const frequencies = [
  'school_year',
  'stage',
  'school_quarter',
  'year',
  'half_year',
  'quarter',
  'month',
] as const;
export type Frequency = (typeof frequencies)[number];

/** A reporting period; `first` and `last` are its days, both inclusive. */
export interface Period {
  readonly key: string;
  readonly frequency: Frequency;
  readonly first: Day;
  readonly last: Day;
  /** The school year in which the first day lies, e.g. `2024/25`. */
  readonly schoolYear: string;
}

const stages = ['start', 'middle', 'end'] as const;
/** First and last month of the четверти; from January on they lie in the second calendar year. */
const schoolQuarters = [
  [9, 10],
  [11, 12],
  [1, 3],
  [4, 8],
] as const;

const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`);
const four = (n: number): string => `000${n}`.slice(-4);

/** Days in a month of the Gregorian calendar; `month` is 1–12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** `YYYY-MM-DD` of a day that exists. */
export const dayOf = (year: number, month: number, day: number): Day =>
  `${four(year)}-${two(month)}-${two(day)}`;

const monthStart = (year: number, month: number): Day => dayOf(year, month, 1);
const monthEnd = (year: number, month: number): Day => dayOf(year, month, daysInMonth(year, month));

/** The key of the school year that begins in September of `year`: 2024 → `2024/25`. */
export const schoolYearKey = (year: number): string => `${four(year)}/${two((year + 1) % 100)}`;

/** The school year (1 September–31 August) in which a day lies. */
export function schoolYearOf(day: Day): string {
  const year = Number(day.slice(0, 4));
  return schoolYearKey(Number(day.slice(5, 7)) >= 9 ? year : year - 1);
}

/** True for an existing day written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!match) return false;
  const month = Number(match[2]);
  const day = Number(match[3]);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(Number(match[1]), month);
}

function span(key: string, frequency: Frequency, y1: number, m1: number, y2: number, m2: number): Period {
  const first = monthStart(y1, m1);
  return { key, frequency, first, last: monthEnd(y2, m2), schoolYear: schoolYearOf(first) };
}

function schoolPeriod(year: number, part: string | undefined): Period | undefined {
  const key = schoolYearKey(year);
  if (part === undefined) return span(key, 'school_year', year, 9, year + 1, 8);
  if ((stages as readonly string[]).includes(part)) {
    return span(`${key}:${part}`, 'stage', year, 9, year + 1, 8);
  }
  const quarter = schoolQuarters[Number(part.slice(1)) - 1];
  if (!/^q[1-4]$/.test(part) || !quarter) return undefined;
  const of = (month: number) => (month >= 9 ? year : year + 1);
  return span(`${key}:${part}`, 'school_quarter', of(quarter[0]), quarter[0], of(quarter[1]), quarter[1]);
}

function calendarPeriod(year: number, part: string | undefined): Period | undefined {
  const key = part === undefined ? four(year) : `${four(year)}-${part}`;
  if (part === undefined) return span(key, 'year', year, 1, year, 12);
  if (/^H[12]$/.test(part)) {
    const last = Number(part.slice(1)) * 6;
    return span(key, 'half_year', year, last - 5, year, last);
  }
  if (/^Q[1-4]$/.test(part)) {
    const last = Number(part.slice(1)) * 3;
    return span(key, 'quarter', year, last - 2, year, last);
  }
  const month = /^\d\d$/.test(part) ? Number(part) : 0;
  return month >= 1 && month <= 12 ? span(key, 'month', year, month, year, month) : undefined;
}

const known = new Map<string, Period | undefined>();

/** Reads a period key of contracts §4 (`2024/25`, `2024/25:start`, `2025-Q1`, `2025-03` …); undefined if it is none. */
export function parsePeriod(key: string): Period | undefined {
  if (known.has(key)) return known.get(key);
  const school = /^(\d{4})\/(\d\d)(?::(.+))?$/.exec(key);
  const calendar = school ? null : /^(\d{4})(?:-(.+))?$/.exec(key);
  let period: Period | undefined;
  if (school) {
    const year = Number(school[1]);
    if ((year + 1) % 100 === Number(school[2])) period = schoolPeriod(year, school[3]);
  } else if (calendar) period = calendarPeriod(Number(calendar[1]), calendar[2]);
  if (known.size < 10_000) known.set(key, period);
  return period;
}

const must = (key: string): Period => {
  const period = parsePeriod(key);
  if (!period) throw new RangeError(`not a period: ${key}`);
  return period;
};

const years = new Map<string, readonly Period[]>();

/** All periods of a frequency whose first day lies in the school year, in order of time. */
export function periodsOfSchoolYear(frequency: Frequency, schoolYear: string): readonly Period[] {
  const name = `${frequency} ${schoolYear}`;
  let periods = years.get(name);
  if (!periods) {
    periods = listPeriods(frequency, schoolYear);
    if (years.size < 10_000) years.set(name, periods);
  }
  return periods;
}

function listPeriods(frequency: Frequency, schoolYear: string): Period[] {
  const year = Number(schoolYear.slice(0, 4));
  const next = four(year + 1);
  const keys: Record<Frequency, () => string[]> = {
    school_year: () => [schoolYear],
    stage: () => stages.map((stage) => `${schoolYear}:${stage}`),
    school_quarter: () => [1, 2, 3, 4].map((q) => `${schoolYear}:q${q}`),
    year: () => [next],
    half_year: () => [`${next}-H1`, `${next}-H2`],
    quarter: () => [`${four(year)}-Q4`, `${next}-Q1`, `${next}-Q2`, `${next}-Q3`],
    month: () =>
      [9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8].map((m) => `${m >= 9 ? four(year) : next}-${two(m)}`),
  };
  return keys[frequency]().map(must);
}

/** The period one step back among periods of the same kind (`2024/25:start` → `2023/24:end`). */
export function previousPeriod(period: Period): Period {
  const siblings = periodsOfSchoolYear(period.frequency, period.schoolYear);
  const at = siblings.findIndex((p) => p.key === period.key);
  if (at > 0) return siblings[at - 1]!;
  const before = periodsOfSchoolYear(period.frequency, previousSchoolYear(period.schoolYear));
  return before[before.length - 1]!;
}

/** `2024/25` → `2023/24`. */
export const previousSchoolYear = (schoolYear: string): string =>
  schoolYearKey(Number(schoolYear.slice(0, 4)) - 1);

/** `2024/25` → `2025/26`. */
export const nextSchoolYear = (schoolYear: string): string =>
  schoolYearKey(Number(schoolYear.slice(0, 4)) + 1);

/** True where periods of this frequency are also gathered to the school year (a stage counts as shorter). */
export const isShorterThanSchoolYear = (frequency: Frequency): boolean =>
  frequency !== 'school_year' && frequency !== 'year';
