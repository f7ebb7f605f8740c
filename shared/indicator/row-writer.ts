import type { Period } from '../period/period.ts';
import type { Definition } from './definitions.ts';
import type { Engine } from './engine.ts';
import { emptyFigure } from './figure.ts';
import type { Leaf } from './leaf.ts';
import type { Nature } from './nature.ts';
import { emptySums, groupFigure, unitFigure } from './outcome.ts';
import { rollUp } from './roll-up.ts';
import { given, notApplicable } from './status.ts';
import type { ResultTable } from './table.ts';
import { Totals } from './totals.ts';
import type { Units } from './units.ts';

/** A period in which the indicator has rows; `at` is its place among all periods. */
export interface RowPeriod {
  readonly definition: Definition;
  readonly period: Period;
  readonly at: number;
}

/** One period of one concrete indicator, evaluated. */
interface Slice {
  readonly period: number;
  readonly leaf: Leaf;
  readonly nature: Nature;
  readonly districts: Totals;
  readonly regions: Totals;
  readonly hasInterval: boolean;
}

/** Writes the rows of one concrete indicator after the other, in the order of the export. */
export class RowWriter {
  private readonly engine: Engine;
  private readonly units: Units;
  private readonly table: ResultTable;
  private readonly spare: { districts: Totals; regions: Totals }[] = [];
  private readonly sums = emptySums();
  private readonly figure = emptyFigure();

  constructor(engine: Engine, table: ResultTable) {
    this.engine = engine;
    this.units = engine.sources.columns.units;
    this.table = table;
  }

  /** Appends the rows of one concrete indicator. */
  write(code: string, periods: readonly RowPeriod[]): void {
    const slices: Slice[] = [];
    for (const { definition, period, at } of periods) slices.push(this.slice(definition, period, at));
    this.table.begin(code);
    const { organisations, districts, regions } = this.units;
    for (let d = 0; d < districts.length; d++) for (const s of slices) this.districtRow(s, d);
    const own = slices.filter(
      (s) => s.nature.unit === 'organisation' && s.leaf.indicator.level !== 'district',
    );
    for (let o = 0; o < organisations.length; o++)
      for (const s of own) this.unitRow(s, o, districts.length + o);
    for (let r = 0; r < regions.length; r++) {
      for (const s of slices) {
        if (s.leaf.indicator.kind !== 'index')
          this.groupRow(s, s.regions, r, districts.length + organisations.length + r);
      }
    }
    for (const { leaf, districts: d, regions: r } of slices) {
      this.engine.release(leaf);
      this.spare.push({ districts: d, regions: r });
    }
  }

  private slice(definition: Definition, period: Period, at: number): Slice {
    const leaf = this.engine.leaf(definition, period);
    const nature = this.engine.natureOf(definition);
    const { districts, regions } = this.spare.pop() ?? {
      districts: new Totals(this.units.districts.length),
      regions: new Totals(this.units.regions.length),
    };
    const isOwnOnly = leaf.indicator.kind === 'index' && nature.unit === 'organisation';
    if (!isOwnOnly) rollUp(leaf, nature, this.units, districts, regions);
    const { kind } = leaf.indicator;
    const hasInterval = kind === 'share' || kind === 'presence';
    return { period: at, leaf, nature, districts, regions, hasInterval };
  }

  private districtRow(slice: Slice, district: number): void {
    const { nature, leaf, districts } = slice;
    if (nature.unit === 'district') this.unitRow(slice, this.units.organisations.length + district, district);
    else if (leaf.indicator.kind !== 'index' || nature.unit === 'mixed') {
      this.groupRow(slice, districts, district, district);
    }
  }

  private unitRow(slice: Slice, unit: number, row: number): void {
    const { leaf, period, hasInterval } = slice;
    const s = leaf.status[unit]!;
    if (!unitFigure(leaf, unit, this.sums, this.figure)) return;
    this.table.append(
      row,
      period,
      this.figure,
      s === given ? 1 : 0,
      s === notApplicable ? 0 : 1,
      hasInterval,
    );
  }

  private groupRow({ leaf, period, hasInterval }: Slice, totals: Totals, group: number, row: number): void {
    if (!groupFigure(leaf, totals, group, this.sums, this.figure)) return;
    this.table.append(
      row,
      period,
      this.figure,
      totals.reported[group]!,
      totals.expected[group]!,
      hasInterval,
    );
  }
}
