import type { Catalog, CollectionLevel } from '../catalog/types.ts';
import type { Observation } from '../observation/observation.ts';
import { parsePeriod } from '../period/period.ts';
import type { Register } from '../register/register.ts';
import { resolveElement } from './concrete.ts';
import { noData, notReported, statusNumber } from './status.ts';
import { type Units, unitsOf } from './units.ts';

/** One concrete element in one period, over all units. `status`: 0 = value, else the reason number of types.ts. */
export interface Column {
  readonly values: Float64Array;
  readonly status: Uint8Array;
}

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

/** Fills columns one observation at a time; one observation per unit × element × period. */
export class ColumnsBuilder {
  readonly units: Units;
  private readonly catalog: Catalog;
  private readonly byElement = new Map<string, Map<string, Column>>();
  private readonly levels = new Map<string, CollectionLevel>();
  private first: string | undefined;

  constructor(register: Register, catalog: Catalog) {
    this.units = unitsOf(register);
    this.catalog = catalog;
  }

  /** False, and nothing kept, where the unit or the period is unknown. Texts and dates are no figures: `no_data` here. */
  add(cell: Cell): boolean {
    const period = parsePeriod(cell.period);
    const unit = this.units.indexOf(cell.unit, this.levelOf(cell.element));
    if (unit === undefined || period === undefined) return false;
    if (this.first === undefined || period.schoolYear < this.first) this.first = period.schoolYear;
    const column = this.column(cell.element, cell.period);
    if (cell.status === 'value' && typeof cell.value === 'number' && Number.isFinite(cell.value)) {
      column.values[unit] = cell.value;
      column.status[unit] = 0;
    } else column.status[unit] = cell.status === 'value' ? noData : statusNumber[cell.status];
    return true;
  }

  build(): ObservationColumns {
    return { units: this.units, byElement: this.byElement, firstSchoolYear: this.first };
  }

  private levelOf(element: string): CollectionLevel {
    let level = this.levels.get(element);
    if (level === undefined) {
      level = resolveElement(this.catalog, element)?.element.level ?? 'organisation';
      this.levels.set(element, level);
    }
    return level;
  }

  private column(element: string, period: string): Column {
    let periods = this.byElement.get(element);
    if (!periods) {
      periods = new Map();
      this.byElement.set(element, periods);
    }
    let column = periods.get(period);
    if (!column) {
      const count = this.units.count;
      column = { values: new Float64Array(count), status: new Uint8Array(count).fill(notReported) };
      periods.set(period, column);
    }
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
