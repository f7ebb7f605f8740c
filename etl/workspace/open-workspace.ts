import { basename, resolve } from 'node:path';
import type { Catalog } from '../../shared/catalog/types.ts';
import type { District } from '../../shared/register/register.ts';
import { loadCatalog } from '../catalog/load.ts';
import type { RegisterSourceRow } from './assemble-register.ts';
import { checkCriteria } from './check-criteria.ts';
import { checkDistrictRoadmaps } from './check-district-roadmaps.ts';
import { readConfig, type WorkspaceConfig } from './config.ts';
import { type WorkspacePaths, workspacePaths } from './paths.ts';
import { type DistrictRow, readDistricts } from './read-districts.ts';
import { readTable } from './read-table.ts';

/** Everything a workspace folder says before any report is read. */
export interface Workspace {
  readonly paths: WorkspacePaths;
  readonly config: WorkspaceConfig;
  readonly catalog: Catalog;
  readonly districts: readonly District[];
  /** The same with their lines. */
  readonly districtRows: readonly DistrictRow[];
  readonly organisationRows: readonly RegisterSourceRow[];
}

/**
 * Opens a workspace folder. Throws WorkspaceError (configuration, register) or CatalogError (every fault of the
 * catalogue at once).
 */
export async function openWorkspace(dir: string): Promise<Workspace> {
  const paths = workspacePaths(resolve(dir));
  const config = await readConfig(paths.config);
  const [catalog, districtRows, rows] = await Promise.all([
    loadCatalog({ workspace: paths.root }),
    readDistricts(paths.districts),
    readTable(paths.organisations, ['code', 'district']),
  ]);
  const districts = districtRows.map(({ district }) => district);
  checkCriteria(paths.districts, districts, catalog);
  checkDistrictRoadmaps(paths.districts, districts, catalog);
  const file = basename(paths.organisations);
  const organisationRows = rows.map((row) => ({ file, ...row }));
  return { paths, config, catalog, districts, districtRows, organisationRows };
}
