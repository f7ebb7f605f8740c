import { daysInMonth } from '../period/period.ts';
import type { Stretch } from './schedule.ts';
import { type Token, tokensOf } from './tokens.ts';

/** A printed date: a stretch with a year, a range of years, or none. */
export interface PrintedDate {
  readonly stretch?: Stretch;
  readonly year?: number;
  /** Last year of «2020–2022». */
  readonly lastYear?: number;
  /** Year in which a stretch that began in `year` ends: «ноябрь 2022 – февраль 2025». */
  readonly endYear?: number;
}

export const wholeYear: Stretch = { from: 1, to: 12 };

const quarter = (n: number): Stretch => ({ from: 3 * n - 2, to: 3 * n });

/** Reads tokens one by one; every method says undefined for what is no date. */
class DateReader {
  private at = 0;
  private readonly found: PrintedDate[] = [];
  /** Months that wait for the year printed after them. */
  private waiting: Stretch[] = [];
  private readonly tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  read(): PrintedDate[] | undefined {
    while (this.at < this.tokens.length) {
      const token = this.tokens[this.at]!;
      const isRead =
        token.type === 'comma' ? this.step() : token.type === 'year' ? this.year() : this.stretch();
      if (!isRead) return undefined;
    }
    for (const stretch of this.waiting) this.found.push({ stretch });
    return this.found;
  }

  private step(): true {
    this.at++;
    return true;
  }

  private take<T extends Token['type']>(type: T): Extract<Token, { type: T }> | undefined {
    const token = this.tokens[this.at];
    if (token?.type !== type) return undefined;
    this.at++;
    return token as Extract<Token, { type: T }>;
  }

  /** `2020`, `2020–2022`; belongs to the months before it. */
  private year(): boolean {
    const first = this.take('year')!.year;
    let last: number | undefined;
    if (this.tokens[this.at]?.type === 'dash' && this.tokens[this.at + 1]?.type === 'year') {
      this.at++;
      last = this.take('year')!.year;
      if (last <= first) return false;
    } else if (this.tokens[this.at]?.type === 'year') return false;
    const years = last === undefined ? { year: first } : { year: first, lastYear: last };
    if (this.waiting.length === 0) this.found.push(years);
    for (const stretch of this.waiting) this.found.push({ stretch, ...years });
    this.waiting = [];
    return this.tokens[this.at]?.type === 'dash' ? this.rangeAcrossYears() : true;
  }

  /** «ноябрь 2022 – февраль 2025»: the stretch read last goes on to the end of the next. */
  private rangeAcrossYears(): boolean {
    const begin = this.found.pop();
    this.at++;
    const month = this.take('month');
    const year = this.take('year');
    if (!begin?.stretch || begin.year === undefined || !month || !year || year.year < begin.year)
      return false;
    const stretch = { from: begin.stretch.from, to: month.month };
    this.found.push({ stretch, year: begin.year, endYear: year.year });
    return true;
  }

  private stretch(): boolean {
    const read = this.monthRange() ?? this.quarters() ?? this.half() ?? this.day();
    if (read === undefined) return false;
    this.waiting.push(...read);
    return true;
  }

  private monthRange(): Stretch[] | undefined {
    const first = this.take('month');
    if (!first) return undefined;
    if (this.tokens[this.at]?.type !== 'dash') return [{ from: first.month, to: first.month }];
    this.at++;
    const last = this.take('month');
    return last ? [{ from: first.month, to: last.month }] : undefined;
  }

  /** «II и IV кварталы», «I–III кварталы». */
  private quarters(): Stretch[] | undefined {
    const first = this.take('roman');
    if (!first) return undefined;
    const list = [first.value];
    for (;;) {
      const isRange = this.take('dash') !== undefined;
      if (!isRange && !this.take('comma')) break;
      const next = this.take('roman');
      if (!next) return undefined;
      for (let n = isRange ? list[list.length - 1]! + 1 : next.value; n <= next.value; n++) list.push(n);
    }
    return this.take('quarter') ? list.map(quarter) : undefined;
  }

  private half(): Stretch[] | undefined {
    const half = this.take('half');
    return half && [{ from: half.half * 6 - 5, to: half.half * 6 }];
  }

  private day(): Stretch[] | undefined {
    const day = this.take('day');
    // the 29th of February exists in some years
    if (!day || day.month > 12 || day.month < 1 || day.day < 1) return undefined;
    if (day.day > daysInMonth(day.year ?? 2024, day.month)) return undefined;
    const stretch = { from: day.month, to: day.month, day: day.day };
    if (day.year === undefined) return [stretch];
    this.found.push({ stretch, year: day.year });
    return [];
  }
}

/**
 * The dates in a text in lower case that holds nothing but dates: months, ranges of them, quarters, halves of a year,
 * days, years. Undefined where anything else stands in it.
 */
export function readDates(text: string): PrintedDate[] | undefined {
  const tokens = tokensOf(text);
  return tokens && new DateReader(tokens).read();
}
