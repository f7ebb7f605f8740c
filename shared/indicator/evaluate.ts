import type { Catalog } from '../catalog/types.ts';
import type { Day, Period } from '../period/period.ts';
import type { ObservationColumns } from './columns.ts';
import type { Definition } from './definitions.ts';
import { Engine } from './engine.ts';
import { emptyFigure } from './figure.ts';
import type { Leaf } from './leaf.ts';
import type { Nature } from './nature.ts';
import { emptySums, groupFigure, unitFigure } from './outcome.ts';
import type { Flags } from './owing.ts';
import { rollUp } from './roll-up.ts';
import { Sources } from './sources.ts';
import { given, notApplicable } from './status.ts';
import { ResultTable, type RowUnit } from './table.ts';
import { schoolYearsOf } from './timeline.ts';
import { Totals } from './totals.ts';
import type { Units } from './units.ts';

/** What figures are made from. `date` is the day on which the evaluation stands. */
export interface Evaluation {
  readonly catalog: Catalog;
  readonly observations: ObservationColumns;
  readonly date: Day;
  /** Without an analysis every flag is unknown. */
  readonly flags?: Flags;
}

/** One period of one concrete indicator, evaluated. */
interface Slice {
  readonly period: number;
  readonly leaf: Leaf;
  readonly nature: Nature;
  readonly districts: Totals;
  readonly regions: Totals;
}

/** An engine for the same input, for `explain` and the checks. */
export const engineOf = ({ catalog, observations, date, flags }: Evaluation): Engine =>
  new Engine(new Sources(catalog, observations, date, flags ?? (() => undefined)));

/** Rows in the order of the export: levels by name, units by code. */
function rowUnits(units: Units): RowUnit[] {
  return [
    ...units.districts.map(({ code }) => ({ level: 'district' as const, code })),
    ...units.organisations.map(({ code }) => ({ level: 'organisation' as const, code })),
    ...units.regions.map((code) => ({ level: 'region' as const, code })),
  ];
}

class Evaluator {
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
  run(code: string, periods: readonly { definition: Definition; period: Period; at: number }[]): void {
    const slices: Slice[] = [];
    for (const { definition, period, at } of periods) slices.push(this.slice(definition, period, at));
    this.table.begin(code);
    const { organisations, districts, regions } = this.units;
    for (let d = 0; d < districts.length; d++) for (const s of slices) this.districtRow(s, d);
    for (let o = 0; o < organisations.length; o++) for (const s of slices) this.organisationRow(s, o);
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
    return { period: at, leaf, nature, districts, regions };
  }

  private organisationRow(slice: Slice, organisation: number): void {
    const { nature, leaf } = slice;
    if (nature.unit !== 'organisation' || leaf.indicator.level === 'district') return;
    this.unitRow(slice, organisation, this.units.districts.length + organisation);
  }

  private districtRow(slice: Slice, district: number): void {
    const { nature, leaf, districts } = slice;
    if (nature.unit === 'district') this.unitRow(slice, this.units.organisations.length + district, district);
    else if (leaf.indicator.kind !== 'index' || nature.unit === 'mixed') {
      this.groupRow(slice, districts, district, district);
    }
  }

  private unitRow({ leaf, period }: Slice, unit: number, row: number): void {
    if (!unitFigure(leaf, unit, this.sums, this.figure)) return;
    const s = leaf.status[unit]!;
    this.append(leaf, row, period, s === given ? 1 : 0, s === notApplicable ? 0 : 1);
  }

  private groupRow({ leaf, period }: Slice, totals: Totals, group: number, row: number): void {
    if (!groupFigure(leaf, totals, group, this.sums, this.figure)) return;
    this.append(leaf, row, period, totals.reported[group]!, totals.expected[group]!);
  }

  private append(leaf: Leaf, row: number, period: number, reported: number, expected: number): void {
    const { kind } = leaf.indicator;
    this.table.append(row, period, this.figure, reported, expected, kind === 'share' || kind === 'presence');
  }
}

/**
 * Evaluates every indicator of the catalogue for organisations, districts and regions (contracts §§1–3,
 * evaluation.md). Rows stand in the order of the export. Depends on nothing but its input; throws CycleError or
 * ExpressionError only for a catalogue that its loader must have refused.
 */
export function evaluate(evaluation: Evaluation): ResultTable {
  const engine = engineOf(evaluation);
  const { date, observations } = evaluation;
  const years = schoolYearsOf(observations.firstSchoolYear, date);
  const { periods: begun } = engine.sources;
  const keys = begun.all(years);
  const place = new Map(keys.map((key, at) => [key, at]));
  const table = new ResultTable(rowUnits(observations.units), keys);
  const evaluator = new Evaluator(engine, table);
  for (const code of engine.definitions.codes()) {
    const periods: { definition: Definition; period: Period; at: number }[] = [];
    for (const year of years) {
      const definition = engine.definitions.at(code, year);
      const frequency = definition && engine.natureOf(definition).frequency;
      if (!definition || !frequency) continue;
      for (const period of begun.withRows(frequency, year)) {
        periods.push({ definition, period, at: place.get(period.key)! });
      }
    }
    evaluator.run(
      code,
      periods.sort((a, b) => a.at - b.at),
    );
  }
  return table;
}
