import { concreteCode, resolveConcrete } from '../catalog/concrete.ts';
import type { Catalog, CollectionLevel } from '../catalog/types.ts';
import type { Observation } from '../observation/observation.ts';
import { parsePeriod } from '../period/period.ts';
import type { Register } from '../register/register.ts';
import { noData, notReported, statusNumber } from './status.ts';
import { type Units, unitsOf } from './units.ts';

/** One concrete element in one period, over all units. `status`: 0 = value, else the reason number of types.ts. */
export interface Column {
  readonly values: Float64Array;
  readonly status: Uint8Array;
  /** True where all values are whole numbers, small enough for millions of them to add up exactly. */
  readonly isWhole: boolean;
}

type Filling = { -readonly [K in keyof Column]: Column[K] };

const isSmallWhole = (value: number): boolean => value === Math.floor(value) && Math.abs(value) <= 1e9;

/** What is known, as columns; a cell nobody gave is `not_reported`. */
export interface ObservationColumns {
  readonly units: Units;
  /** Concrete element → period → column. */
  readonly byElement: ReadonlyMap<string, ReadonlyMap<string, Column>>;
  /** The smallest school year of all observations, strays and missing ones included; undefined if there is none. */
  readonly firstSchoolYear: string | undefined;
}

/** What an observation needs to have to enter a column. */
export type Cell = Pick<Observation, 'unit' | 'element' | 'period' | 'status' | 'value'>;

/** What the builder keeps of an element as observations write it. */
interface Known {
  readonly level: CollectionLevel;
  readonly periods: Map<string, Filling>;
}

/** Fills columns one observation at a time; one observation per unit × element × period. */
export class ColumnsBuilder {
  readonly units: Units;
  private readonly catalog: Catalog;
  private readonly byElement = new Map<string, Map<string, Filling>>();
  /** By the element as written: an old name shares the columns of the present one. */
  private readonly known = new Map<string, Known>();
  private first: string | undefined;

  constructor(register: Register, catalog: Catalog) {
    this.units = unitsOf(register);
    this.catalog = catalog;
  }

  /** False, and nothing kept, where the unit or the period is unknown. Texts and dates are no figures: `no_data` here. */
  add(cell: Cell): boolean {
    const { level, periods } = this.known.get(cell.element) ?? this.meet(cell.element);
    const unit = this.units.indexOf(cell.unit, level);
    if (unit === undefined) return false;
    const column = periods.get(cell.period) ?? this.begin(periods, cell.period);
    if (column === undefined) return false;
    if (cell.status === 'value' && typeof cell.value === 'number' && Number.isFinite(cell.value)) {
      column.values[unit] = cell.value;
      if (!isSmallWhole(cell.value)) column.isWhole = false;
      column.status[unit] = 0;
    } else column.status[unit] = cell.status === 'value' ? noData : statusNumber[cell.status];
    return true;
  }

  build(): ObservationColumns {
    // an element of which only unknown units or periods spoke has no column
    const byElement = new Map([...this.byElement].filter(([, periods]) => periods.size > 0));
    return { units: this.units, byElement, firstSchoolYear: this.first };
  }

  private meet(written: string): Known {
    const found = resolveConcrete(this.catalog, written);
    const code = found ? concreteCode(found.element.code, found.members) : written;
    const periods = this.byElement.get(code) ?? new Map<string, Filling>();
    this.byElement.set(code, periods);
    const known = { level: found?.element.level ?? 'organisation', periods };
    this.known.set(written, known);
    return known;
  }

  private begin(periods: Map<string, Filling>, key: string): Filling | undefined {
    const period = parsePeriod(key);
    if (period === undefined) return undefined;
    if (this.first === undefined || period.schoolYear < this.first) this.first = period.schoolYear;
    const { count } = this.units;
    const values = new Float64Array(count);
    const column = { values, status: new Uint8Array(count).fill(notReported), isWhole: true };
    periods.set(key, column);
    return column;
  }
}

/** Columns of many observations; those of unknown units or periods are left out (they are issues of the reader). */
export function columnsOf(
  register: Register,
  catalog: Catalog,
  observations: Iterable<Cell>,
): ObservationColumns {
  const builder = new ColumnsBuilder(register, catalog);
  for (const observation of observations) builder.add(observation);
  return builder.build();
}
