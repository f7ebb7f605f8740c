import { cell, roadmapOf } from './roadmap-of.ts';
import type { CatalogTable } from './table.ts';
import { disabledColumn, type TableKind, tableKinds } from './table-kinds.ts';

interface Told {
  readonly kind: TableKind;
  readonly table: CatalogTable;
}

/** Ids of the roadmaps that the workspace's own tables define. */
export const ownRoadmaps = (tables: readonly Told[]): ReadonlySet<string> =>
  new Set(
    tables
      .filter(({ kind, table }) => kind === 'roadmaps' && table.origin === 'workspace')
      .flatMap(({ table }) => table.rows)
      .filter((row) => cell(row, disabledColumn) === '' && cell(row, 'id') !== '')
      .map((row) => cell(row, 'id')),
  );

/**
 * The printed columns of activities, expected results and criteria (contracts §3) do not say of which roadmap they
 * are. In a workspace that defines one roadmap of its own they are of that one, in a workspace that defines none of
 * the one its districts work by; undefined where this tells nothing and the column `roadmap` is needed.
 */
export function inOwnRoadmap(
  kind: TableKind,
  table: CatalogTable,
  own: ReadonlySet<string>,
): CatalogTable | undefined {
  if (table.origin !== 'workspace' || !tableKinds[kind].key.includes('roadmap')) return table;
  if (table.rows.every((row) => roadmapOf(table, row) !== '')) return table;
  const [first] = own;
  const only = own.size === 0 ? table.home : own.size === 1 ? first : undefined;
  if (only === undefined) return table.header.includes('roadmap') ? table : undefined;
  const rows = table.rows.map((row) =>
    roadmapOf(table, row) === '' ? { ...row, columns: { ...row.columns, roadmap: only } } : row,
  );
  return { ...table, rows };
}
