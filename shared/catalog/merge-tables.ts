import { catalogPlace } from '../texts/catalog.ts';
import type { FaultList } from './fault.ts';
import { kindOfTable } from './kind-of-table.ts';
import { inOwnRoadmap, ownRoadmaps } from './own-roadmap.ts';
import { cell, roadmapOf } from './roadmap-of.ts';
import { writeOutSwitches } from './switches.ts';
import type { CatalogRow, CatalogTable } from './table.ts';
import { disabledColumn, type TableKind, tableKindNames, tableKinds } from './table-kinds.ts';
import type { Origin } from './types.ts';

/** A row that counts, with the table it stands in. */
export interface EffectiveRow {
  readonly table: CatalogTable;
  readonly row: CatalogRow;
  readonly key: string;
}

/** What is left of the tables of one kind once the workspace's rows stand in place of the built-in ones. */
export interface EffectiveTable {
  readonly rows: readonly EffectiveRow[];
  /** Keys of removed rows and where they were removed, for messages. */
  readonly disabled: ReadonlyMap<string, Origin>;
}

export { cell, roadmapOf } from './roadmap-of.ts';

export type EffectiveTables = Readonly<Record<TableKind, EffectiveTable>>;

/** Joins the parts of a key; no cell of a key holds it. */
const separator = ' | ';

/** Words of files are compared without regard to case, ё and repeated spaces. */
const normalWord = (word: string): string => word.toLowerCase().replace(/ё/g, 'е').replace(/\s+/g, ' ');

/** Empty where the first column of the key is. */
function keyOf(kind: TableKind, table: CatalogTable, row: CatalogRow): string {
  if (cell(row, tableKinds[kind].key[0]!) === '') return '';
  const parts = tableKinds[kind].key.map((column) =>
    column === 'word'
      ? normalWord(cell(row, column))
      : column === 'roadmap'
        ? roadmapOf(table, row)
        : cell(row, column),
  );
  while (parts[parts.length - 1] === '') parts.pop();
  return parts.join(separator);
}

class Merge {
  private readonly places = new Map<string, number>();
  private readonly rows: (EffectiveRow | undefined)[] = [];
  private readonly off = new Map<string, Origin>();
  private readonly seen = { builtin: new Map<string, Origin>(), workspace: new Map<string, Origin>() };

  add(entry: EffectiveRow, disabled: boolean, faults: FaultList): void {
    const { table, row, key } = entry;
    const origin: Origin = { file: table.file, line: row.line };
    if (key === '') {
      // a row without a key replaces nothing; its schema says what is missing
      this.rows.push(entry);
      return;
    }
    const first = this.seen[table.origin].get(key);
    if (first !== undefined) {
      faults.push({ ...origin, code: 'key.duplicate', params: { key, where: catalogPlace(first) } });
      return;
    }
    this.seen[table.origin].set(key, origin);
    const place = this.places.get(key);
    if (disabled) {
      this.off.set(key, origin);
      if (place !== undefined) this.rows[place] = undefined;
      return;
    }
    this.off.delete(key);
    if (place === undefined) {
      this.places.set(key, this.rows.length);
      this.rows.push(entry);
    } else this.rows[place] = entry;
  }

  result(): EffectiveTable {
    return {
      rows: this.rows.filter((entry): entry is EffectiveRow => entry !== undefined),
      disabled: this.off,
    };
  }
}

/**
 * Sorts the tables by kind and lets the workspace's rows replace the built-in ones (contracts §3): whole rows,
 * by key, in the place of the old row; new rows follow. `disabled` = 1 removes.
 */
export function mergeTables(tables: readonly CatalogTable[], faults: FaultList): EffectiveTables {
  const merges = {} as Record<TableKind, Merge>;
  for (const kind of tableKindNames) merges[kind] = new Merge();
  const written = writeOutSwitches(tables);
  const ordered = [
    ...written.filter((table) => table.origin === 'builtin'),
    ...written.filter((table) => table.origin === 'workspace'),
  ];
  const known = ordered.flatMap((table) => {
    const kind = kindOfTable(table, faults);
    return kind === undefined ? [] : [{ kind, table }];
  });
  const own = ownRoadmaps(known);
  for (const { kind, table } of known) {
    const placed = inOwnRoadmap(kind, table, own);
    if (placed === undefined) {
      faults.push({ file: table.file, line: 1, code: 'column.missing', column: 'roadmap', params: {} });
      continue;
    }
    for (const row of placed.rows) addRow(merges[kind], kind, placed, row, faults);
  }
  const result = {} as Record<TableKind, EffectiveTable>;
  for (const kind of tableKindNames) result[kind] = merges[kind].result();
  return result;
}

function addRow(
  merge: Merge,
  kind: TableKind,
  table: CatalogTable,
  row: CatalogRow,
  faults: FaultList,
): void {
  const at = { file: table.file, line: row.line };
  const extra = (row.extra ?? []).find((value) => value.trim() !== '');
  if (extra !== undefined)
    faults.push({ ...at, code: 'row.extra', params: { value: extra.trim().slice(0, 60) } });
  const mark = cell(row, disabledColumn);
  if (mark !== '' && mark !== '1') {
    faults.push({ ...at, code: 'value.flag', column: disabledColumn, params: { value: mark } });
  }
  merge.add({ table, row, key: keyOf(kind, table, row) }, mark === '1', faults);
}
