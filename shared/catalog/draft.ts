import type { FaultList } from './fault.ts';
import type { EffectiveTables } from './merge-tables.ts';
import type { References } from './references.ts';
import type { TableKind } from './table-kinds.ts';
import type { Catalog } from './types.ts';

/** A catalogue whose rows are read but not yet held against each other. */
export interface Draft {
  readonly catalog: Catalog;
  readonly references: References;
  readonly tables: EffectiveTables;
  /** First key column of rows that could not be read, by kind. */
  readonly broken: Readonly<Record<TableKind, ReadonlySet<string>>>;
  readonly faults: FaultList;
}
