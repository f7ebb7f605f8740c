import type { Run } from './arena.ts';
import { type Block, expectedIn, isGiven, reasonIn, reportedIn } from './block.ts';
import { given, notOwed } from './status.ts';
import { type IndicatorResult, reasons, type UnitLevel } from './types.ts';
import { wilson } from './wilson.ts';

/** A unit as rows name it. */
export interface RowUnit {
  readonly level: UnitLevel;
  readonly code: string;
}

/** The rows of one concrete indicator: for each level, in order, the blocks of its periods in order. */
interface Section {
  readonly code: string;
  readonly levels: readonly (readonly Block[])[];
}

/** + 0 turns −0 into 0. */
const numberIn = (run: Run<Float64Array> | undefined, at: number): number | undefined =>
  run && run.of[run.from + at]! + 0;

/**
 * Millions of results as columns, in the order of the export: indicator, level, unit, period, each by code points.
 * Row objects come into being only where someone asks for them.
 */
export class ResultTable {
  readonly units: readonly RowUnit[];
  readonly periods: readonly string[];
  private readonly sections: Section[] = [];
  private count = 0;

  constructor(units: readonly RowUnit[], periods: readonly string[]) {
    this.units = units;
    this.periods = periods;
  }

  get size(): number {
    return this.count;
  }

  /** Appends the rows of the next indicator; codes must come in order, levels and blocks as in `Section`. */
  add(code: string, levels: readonly (readonly Block[])[]): void {
    this.sections.push({ code, levels });
    for (const blocks of levels) for (const { rows } of blocks) this.count += rows;
  }

  /** All rows in order. */
  *rows(): IterableIterator<IndicatorResult> {
    for (const section of this.sections) yield* this.section(section);
  }

  /** The rows of one concrete indicator, in order; none for an unknown one. */
  *rowsOf(indicator: string): IterableIterator<IndicatorResult> {
    const section = this.sections.find(({ code }) => code === indicator);
    if (section) yield* this.section(section);
  }

  private *section({ code, levels }: Section): IterableIterator<IndicatorResult> {
    for (const blocks of levels) {
      const length = blocks[0]?.length ?? 0;
      for (let at = 0; at < length; at++) {
        for (const block of blocks) if (reasonIn(block, at) !== notOwed) yield this.read(code, block, at);
      }
    }
  }

  private read(indicator: string, block: Block, at: number): IndicatorResult {
    const unit = this.units[block.first + at]!;
    const reason = reasonIn(block, at);
    const hasPair = isGiven(block, at);
    const value = reason === given ? numberIn(block.values, at) : undefined;
    const numerator = hasPair ? numberIn(block.numerators, at) : undefined;
    const denominator = hasPair ? numberIn(block.denominators, at) : undefined;
    const interval =
      block.slot.hasInterval && value !== undefined && numerator !== undefined && denominator !== undefined;
    return {
      indicator,
      level: unit.level,
      unit: unit.code,
      period: this.periods[block.slot.period]!,
      reported: reportedIn(block, at),
      expected: expectedIn(block, at),
      reason: reasons[reason]!,
      ...(value !== undefined && { value }),
      ...(numerator !== undefined && { numerator }),
      ...(denominator !== undefined && { denominator }),
      ...(interval && wilson(numerator, denominator)),
    };
  }
}
