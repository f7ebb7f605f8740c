import type { Period } from '../period/period.ts';
import { Arena } from './arena.ts';
import { type Block, groupBlock, type Slot, unitBlock } from './block.ts';
import type { Definition } from './definitions.ts';
import type { Engine } from './engine.ts';
import { Plains } from './plain.ts';
import { plainBlock } from './plain-block.ts';
import { rollUp } from './roll-up.ts';
import type { ResultTable } from './table.ts';
import { Totals } from './totals.ts';
import type { Units } from './units.ts';

/** A period in which the indicator has rows; `at` is its place among all periods. */
export interface RowPeriod {
  readonly definition: Definition;
  readonly period: Period;
  readonly at: number;
}

/** The rows of one period by level; a level that has none is left out. */
interface Rows {
  readonly district?: Block;
  readonly organisation?: Block;
  readonly region?: Block;
}

/** Writes the rows of one concrete indicator after the other, in the order of the export. */
export class RowWriter {
  private readonly engine: Engine;
  private readonly units: Units;
  private readonly table: ResultTable;
  private readonly plains: Plains;
  private readonly arena = new Arena();
  private readonly districts: Totals;
  private readonly regions: Totals;

  constructor(engine: Engine, table: ResultTable) {
    this.engine = engine;
    this.units = engine.sources.columns.units;
    this.table = table;
    this.plains = new Plains(engine);
    this.districts = new Totals(this.units.districts.length);
    this.regions = new Totals(this.units.regions.length);
  }

  /** Appends the rows of one concrete indicator; periods must come in order. */
  write(code: string, periods: readonly RowPeriod[]): void {
    const rows = periods.map(({ definition, period, at }) => this.rows(definition, period, at));
    const levels = (['district', 'organisation', 'region'] as const).map((level) =>
      rows.flatMap((one) => one[level] ?? []),
    );
    this.table.add(code, levels);
  }

  private rows(definition: Definition, period: Period, at: number): Rows {
    const { units, arena, districts, regions } = this;
    const { kind, level } = definition.indicator;
    const slot: Slot = { period: at, hasInterval: kind === 'share' || kind === 'presence' };
    const plain = this.plains.of(definition, period);
    if (!plain) return this.anyRows(definition, period, slot);
    districts.clear();
    regions.clear();
    const organisation = plainBlock(plain, units.districtOf, districts, arena, slot, units.districts.length);
    regions.addGroups(districts, units.regionOf);
    const shape = { rule: plain.rule, now: plain, before: undefined };
    return {
      district: groupBlock(shape, districts, arena, slot, 0),
      ...(level !== 'district' && { organisation }),
      region: groupBlock(shape, regions, arena, slot, units.count),
    };
  }

  /** The long way, which every indicator can go. */
  private anyRows(definition: Definition, period: Period, slot: Slot): Rows {
    const { engine, units, arena, districts, regions } = this;
    const { indicator } = definition;
    const nature = engine.natureOf(definition);
    const leaf = engine.leaf(definition, period);
    const own = units.organisations.length;
    const count = units.districts.length;
    // an index stands at its own level only
    const isAlone = indicator.kind === 'index';
    if (!isAlone || nature.unit === 'mixed') rollUp(leaf, nature, units, districts, regions);
    let district: Block | undefined;
    if (nature.unit === 'district') district = unitBlock(leaf, own, count, arena, slot, 0);
    else if (!isAlone || nature.unit === 'mixed') district = groupBlock(leaf, districts, arena, slot, 0);
    const hasOwn = nature.unit === 'organisation' && indicator.level !== 'district';
    const organisation = hasOwn ? unitBlock(leaf, 0, own, arena, slot, count) : undefined;
    const region = isAlone ? undefined : groupBlock(leaf, regions, arena, slot, units.count);
    engine.release(leaf);
    return {
      ...(district && { district }),
      ...(organisation && { organisation }),
      ...(region && { region }),
    };
  }
}
