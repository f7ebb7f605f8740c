/** Own arithmetic of periods (contracts §4, evaluation.md Frequency and Bounds), for the reference alone. */
export interface RefPeriod {
  readonly key: string;
  readonly frequency: string;
  readonly first: string;
  readonly last: string;
  /** The calendar year in which its school year begins: 2024 for 2024/25. */
  readonly year: number;
}

const pad = (n: number): string => String(n).padStart(2, '0');
export const schoolYear = (year: number): string => `${year}/${pad((year + 1) % 100)}`;

/** `from` and `to` are months counted from January of `year`: 13 is January of the year after. */
function period(
  key: string,
  frequency: string,
  year: number,
  calendar: number,
  from: number,
  to: number,
): RefPeriod {
  const first = new Date(Date.UTC(calendar, from - 1, 1)).toISOString().slice(0, 10);
  const last = new Date(Date.UTC(calendar, to, 0)).toISOString().slice(0, 10);
  return { key, frequency, first, last, year };
}

/** The periods of one frequency whose first day lies in the school year that begins in September of `year`. */
export function periodsIn(frequency: string, year: number): RefPeriod[] {
  const sy = schoolYear(year);
  const make = (key: string, from: number, to: number): RefPeriod =>
    period(key, frequency, year, year, from, to);
  switch (frequency) {
    case 'school_year':
      return [make(sy, 9, 20)];
    // A stage is as long as its school year; in the order start, middle, end.
    case 'stage':
      return ['start', 'middle', 'end'].map((s) => make(`${sy}:${s}`, 9, 20));
    // q1 September–October, q2 November–December, q3 January–March, q4 April–August.
    case 'school_quarter':
      return [
        make(`${sy}:q1`, 9, 10),
        make(`${sy}:q2`, 11, 12),
        make(`${sy}:q3`, 13, 15),
        make(`${sy}:q4`, 16, 20),
      ];
    // A calendar period belongs to the school year of its first day.
    case 'year':
      return [make(`${year + 1}`, 13, 24)];
    case 'half_year':
      return [make(`${year + 1}-H1`, 13, 18), make(`${year + 1}-H2`, 19, 24)];
    case 'quarter':
      return [
        make(`${year}-Q4`, 10, 12),
        make(`${year + 1}-Q1`, 13, 15),
        make(`${year + 1}-Q2`, 16, 18),
        make(`${year + 1}-Q3`, 19, 21),
      ];
    case 'month':
      return [9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20].map((m) =>
        make(m <= 12 ? `${year}-${pad(m)}` : `${year + 1}-${pad(m - 12)}`, m, m),
      );
    default:
      throw new RangeError(`unknown frequency: ${frequency}`);
  }
}

/** One step back among periods of the same kind. */
export function previous(p: RefPeriod): RefPeriod {
  const line = [...periodsIn(p.frequency, p.year - 1), ...periodsIn(p.frequency, p.year)];
  return line[line.findIndex((x) => x.key === p.key) - 1]!;
}

/** In which school year (its first calendar year) a key's first day lies. */
export function yearOfKey(key: string): number {
  const calendar = Number(key.slice(0, 4));
  const rest = key.slice(5);
  if (key[4] === '/') return calendar;
  const month =
    rest === ''
      ? 1
      : rest[0] === 'H'
        ? Number(rest[1]) * 6 - 5
        : rest[0] === 'Q'
          ? Number(rest[1]) * 3 - 2
          : Number(rest);
  return month >= 9 ? calendar : calendar - 1;
}

export const yearOfDay = (day: string): number => yearOfKey(day.slice(0, 7));

/** Rows also stand at the school year where the frequency is shorter; stages count as shorter. */
export const isShorter = (frequency: string): boolean => frequency !== 'school_year' && frequency !== 'year';
