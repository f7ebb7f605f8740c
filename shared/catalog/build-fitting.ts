import { buildCatalog } from './build-catalog.ts';
import type { CatalogFault } from './fault.ts';
import { retiredElements } from './retired.ts';
import type { CatalogRow, CatalogTable } from './table.ts';
import { disabledColumn } from './table-kinds.ts';
import type { Catalog } from './types.ts';

export interface FittingCatalog {
  readonly catalog: Catalog;
  readonly faults: readonly CatalogFault[];
  /** Built-in rows that were left out because the workspace replaced or disabled what they name. */
  readonly leftOut: readonly CatalogFault[];
}

/**
 * Builds the catalogue of a workspace. A built-in row that is sound by itself but no longer fits the workspace's own
 * rows (an element of another frequency, a form switched off) is left out: people can mend their own rows, not ours.
 * Faults of workspace rows, and of a built-in catalogue that is unsound by itself, are reported as always.
 */
export function buildFitting(tables: readonly CatalogTable[]): FittingCatalog {
  const builtin = new Set(tables.filter((table) => table.origin === 'builtin').map((table) => table.file));
  const leftOut: CatalogFault[] = [];
  let rest = tables;
  let built = buildCatalog(rest);
  if (builtin.size === tables.length) return { ...built, leftOut };
  const isSwitched = tables.some(
    (table) => !builtin.has(table.file) && table.header.includes(disabledColumn),
  );
  if (built.faults.length === 0 && !isSwitched) return { ...built, leftOut };
  const original = buildCatalog(tables.filter((table) => table.origin === 'builtin'));
  if (original.faults.length > 0) return { ...built, leftOut };
  const fitting = (): FittingCatalog => {
    const retired = retiredElements(original.catalog, built.catalog);
    return { ...built, catalog: { ...built.catalog, ...(retired.size > 0 && { retired }) }, leftOut };
  };
  // each round leaves out or mends at least one row, and what leaned on it may fall in the next
  for (;;) {
    const misfits = built.faults.filter((fault) => builtin.has(fault.file) && fault.line > 1);
    if (misfits.length === 0) return fitting();
    leftOut.push(...misfits.filter((fault) => fault.column !== 'parent'));
    const columns = new Map<string, Set<string | undefined>>();
    for (const { file, line, column } of misfits) {
      const at = `${file}\n${line}`;
      columns.set(at, (columns.get(at) ?? new Set()).add(column));
    }
    rest = rest.map((table) =>
      builtin.has(table.file)
        ? {
            ...table,
            rows: table.rows.flatMap((row) => fitted(row, columns.get(`${table.file}\n${row.line}`))),
          }
        : table,
    );
    built = buildCatalog(rest);
  }
}

/** A row that only lost its printed parent stays, as a row of its own. */
function fitted(row: CatalogRow, faulty: ReadonlySet<string | undefined> | undefined): CatalogRow[] {
  if (faulty === undefined) return [row];
  const lostParentOnly = [...faulty].every((column) => column === 'parent');
  return lostParentOnly ? [{ ...row, columns: { ...row.columns, parent: '' } }] : [];
}
