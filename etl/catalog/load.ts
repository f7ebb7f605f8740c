import { buildCatalog } from '../../shared/catalog/build-catalog.ts';
import type { Catalog } from '../../shared/catalog/types.ts';
import { CatalogError } from './catalog-error.ts';
import { type CatalogFolders, readCatalogTables } from './read-tables.ts';

/**
 * Loads the built-in catalogue with the workspace's own rows in place. Throws CatalogError with every fault at once;
 * a workspace without a `catalog` folder gives the built-in catalogue.
 */
export async function loadCatalog(folders: CatalogFolders): Promise<Catalog> {
  const { tables, faults } = await readCatalogTables(folders);
  const built = buildCatalog(tables);
  const all = [...faults, ...built.faults];
  if (all.length > 0) throw new CatalogError(all);
  return built.catalog;
}
