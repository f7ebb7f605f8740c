import type { Catalog, DataElement } from '../catalog/types.ts';
import type { Day, Frequency, Period } from '../period/period.ts';
import type { Column, ObservationColumns } from './columns.ts';
import { gather } from './gather.ts';
import { limit } from './loops.ts';
import { type Flags, Owing } from './owing.ts';
import { notOwed, notReported } from './status.ts';
import { BegunPeriods } from './timeline.ts';
import { Pool, type Vector } from './vector.ts';

/** Values of concrete elements, with who owes them already applied: strays and closed units read as "not owed". */
export class Sources {
  readonly catalog: Catalog;
  readonly columns: ObservationColumns;
  readonly date: Day;
  readonly owing: Owing;
  readonly flags: Flags;
  readonly pool: Pool;
  private readonly empty: Column;
  private readonly nobody: Vector;
  private readonly constants = new Map<number, Vector>();
  private readonly gathered = new Map<string, Map<string, Vector>>();
  readonly periods: BegunPeriods;

  constructor(catalog: Catalog, columns: ObservationColumns, date: Day, flags: Flags) {
    const count = columns.units.count;
    this.catalog = catalog;
    this.columns = columns;
    this.date = date;
    this.flags = flags;
    this.periods = new BegunPeriods(date);
    this.owing = new Owing(catalog, columns.units, flags);
    this.pool = new Pool(count);
    this.empty = {
      values: new Float64Array(count),
      status: new Uint8Array(count).fill(notReported),
      isWhole: true,
    };
    this.nobody = { values: this.empty.values, status: new Uint8Array(count).fill(notOwed), pooled: false };
  }

  /** The same number for every unit. */
  constant(value: number): Vector {
    let vector = this.constants.get(value);
    if (!vector) {
      const count = this.columns.units.count;
      vector = { values: new Float64Array(count).fill(value), status: new Uint8Array(count), pooled: false };
      this.constants.set(value, vector);
    }
    return vector;
  }

  /** A vector that nobody owes. */
  none(): Vector {
    return this.nobody;
  }

  /**
   * A concrete element in a period of its form, or gathered to a school year where the form's periods are shorter.
   * Give it back to the pool when done.
   */
  element(concrete: string, element: DataElement, period: Period): Vector {
    const frequency = this.frequencyOf(element);
    if (frequency === period.frequency) return this.owed(concrete, element, period);
    if (frequency === undefined || period.frequency !== 'school_year') return this.nobody;
    let years = this.gathered.get(concrete);
    if (!years) {
      years = new Map();
      this.gathered.set(concrete, years);
    }
    let vector = years.get(period.key);
    if (!vector) {
      const parts = this.periods.of(frequency, period.key).map((part) => this.owed(concrete, element, part));
      vector = gather(parts, element.toTime, this.owing.ofElement(element, period.schoolYear));
      for (const part of parts) this.pool.give(part);
      years.set(period.key, vector);
    }
    return vector;
  }

  frequencyOf(element: DataElement): Frequency | undefined {
    return this.catalog.forms.get(element.form)?.frequency;
  }

  /** A concrete element in a period of its form as it was typed, owed or not. */
  column(concrete: string, period: Period): Column {
    return this.columns.byElement.get(concrete)?.get(period.key) ?? this.empty;
  }

  private owed(concrete: string, element: DataElement, period: Period): Vector {
    const column = this.column(concrete, period);
    const owing = this.owing.inPeriod(element, period);
    const out = this.pool.take();
    out.values.set(column.values);
    out.status.set(column.status);
    limit(out.status, this.owing.both(owing, this.owing.open(period)));
    return out;
  }
}
