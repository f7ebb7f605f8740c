import { buildFitting } from '../../shared/catalog/build-fitting.ts';
import type { CatalogFault } from '../../shared/catalog/fault.ts';
import { type SwitchedOff, switchedOff } from '../../shared/catalog/switched-off.ts';
import type { Catalog } from '../../shared/catalog/types.ts';
import { CatalogError } from './catalog-error.ts';
import { type CatalogFolders, readCatalogTables } from './read-tables.ts';

/** The catalogue with the built-in rows that the workspace's own rows put out of force. */
export interface LoadedCatalog extends Catalog {
  readonly leftOut: readonly CatalogFault[];
  readonly switchedOff: SwitchedOff;
}

/**
 * Loads the built-in catalogue with the workspace's own rows in place; built-in rows that no longer fit are left out. Throws CatalogError with every fault at once;
 * a workspace without a `catalog` folder gives the built-in catalogue.
 */
export async function loadCatalog(folders: CatalogFolders): Promise<LoadedCatalog> {
  const { tables, faults } = await readCatalogTables(folders);
  const built = buildFitting(tables);
  const all = [...faults, ...built.faults];
  if (all.length > 0) throw new CatalogError(all);
  return { ...built.catalog, leftOut: built.leftOut, switchedOff: switchedOff(tables, built.leftOut) };
}
