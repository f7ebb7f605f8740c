import type { Figure } from './figure.ts';
import { type IndicatorResult, reasons, type UnitLevel } from './types.ts';
import { wilson } from './wilson.ts';

/** A unit as rows name it. */
export interface RowUnit {
  readonly level: UnitLevel;
  readonly code: string;
}

/** Rows are kept in pages, so that growing copies nothing. */
const pageBits = 14;
const pageRows = 1 << pageBits;

class Page {
  /** unit × number of periods + period */
  readonly place = new Int32Array(pageRows);
  readonly value = new Float64Array(pageRows);
  readonly numerator = new Float64Array(pageRows);
  readonly denominator = new Float64Array(pageRows);
  readonly reported = new Int32Array(pageRows);
  readonly expected = new Int32Array(pageRows);
  readonly reason = new Uint8Array(pageRows);
  /** 1 = low and high exist (share and presence). */
  readonly interval = new Uint8Array(pageRows);
}

const known = (value: number): number | undefined => (Number.isNaN(value) ? undefined : value);

/**
 * Millions of results as columns, in the order of the export: indicator, level, unit, period, each by code points.
 * Row objects come into being only where someone asks for them.
 */
export class ResultTable {
  readonly units: readonly RowUnit[];
  readonly periods: readonly string[];
  /** Concrete codes that have rows asked of them, in order, and the row at which each begins. */
  private readonly indicators: string[] = [];
  private readonly starts: number[] = [];
  private readonly pages: Page[] = [];
  private page = new Page();
  private count = 0;

  constructor(units: readonly RowUnit[], periods: readonly string[]) {
    this.units = units;
    this.periods = periods;
  }

  get size(): number {
    return this.count;
  }

  /** Starts the rows of the next indicator; codes must come in order. */
  begin(code: string): void {
    this.indicators.push(code);
    this.starts.push(this.count);
  }

  /** Appends a row of the indicator begun; units and periods must come in order. */
  append(
    unit: number,
    period: number,
    figure: Figure,
    reported: number,
    expected: number,
    hasInterval: boolean,
  ): void {
    const row = this.count++;
    const at = row & (pageRows - 1);
    if (at === 0) {
      this.page = new Page();
      this.pages.push(this.page);
    }
    const { page } = this;
    page.place[at] = unit * this.periods.length + period;
    page.value[at] = figure.value;
    page.numerator[at] = figure.numerator;
    page.denominator[at] = figure.denominator;
    page.reason[at] = figure.reason;
    page.reported[at] = reported;
    page.expected[at] = expected;
    page.interval[at] = hasInterval ? 1 : 0;
  }

  /** All rows in order. */
  *rows(): IterableIterator<IndicatorResult> {
    for (let i = 0; i < this.indicators.length; i++) yield* this.range(i);
  }

  /** The rows of one concrete indicator, in order; none for an unknown one. */
  *rowsOf(indicator: string): IterableIterator<IndicatorResult> {
    const i = this.indicators.indexOf(indicator);
    if (i >= 0) yield* this.range(i);
  }

  private *range(indicator: number): IterableIterator<IndicatorResult> {
    const end = this.starts[indicator + 1] ?? this.count;
    for (let row = this.starts[indicator]!; row < end; row++)
      yield this.read(this.indicators[indicator]!, row);
  }

  private read(indicator: string, row: number): IndicatorResult {
    const page = this.pages[row >> pageBits]!;
    const at = row & (pageRows - 1);
    const place = page.place[at]!;
    const unit = this.units[Math.floor(place / this.periods.length)]!;
    const value = known(page.value[at]!);
    const numerator = known(page.numerator[at]!);
    const denominator = known(page.denominator[at]!);
    const hasInterval = page.interval[at] === 1 && value !== undefined;
    return {
      indicator,
      level: unit.level,
      unit: unit.code,
      period: this.periods[place % this.periods.length]!,
      reported: page.reported[at]!,
      expected: page.expected[at]!,
      reason: reasons[page.reason[at]!]!,
      ...(value !== undefined && { value }),
      ...(numerator !== undefined && { numerator }),
      ...(denominator !== undefined && { denominator }),
      ...(hasInterval &&
        numerator !== undefined &&
        denominator !== undefined &&
        wilson(numerator, denominator)),
    };
  }
}
