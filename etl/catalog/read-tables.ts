import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CatalogFault } from '../../shared/catalog/fault.ts';
import type { CatalogTable } from '../../shared/catalog/table.ts';
import { compareText } from '../../shared/number/compare-text.ts';
import { homeRoadmap } from './home-roadmap.ts';
import { readCatalogCsv } from './read-csv.ts';
import { readCatalogXlsx } from './read-xlsx.ts';

export interface CatalogFolders {
  /** Folder of the built-in tables; default: `templates` of this product, wherever it is started from. */
  readonly builtin?: string;
  /** Workspace folder; its own rows stand in `catalog/*.csv` and `catalog/*.xlsx`, or in folders named as in `templates`. */
  readonly workspace?: string;
}

/** Where the built-in tables lie: found from this file, not from the current folder. */
export const builtinTemplates = fileURLToPath(new URL('../../templates', import.meta.url));

/** Folders of `templates/` that a workspace may repeat in `catalog/`; any other folder there is the district's own business. */
const repeated: ReadonlySet<string> = new Set([
  'roadmaps',
  'data-elements',
  'indicators',
  'rules',
  'calendar',
]);

/** Every file below a folder; `enter` says which of its own folders are looked into. */
async function filesBelow(folder: string, enter: (name: string) => boolean): Promise<string[]> {
  let entries: import('node:fs').Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  const files: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (enter(entry.name)) files.push(...(await filesBelow(path, () => true)));
    } else files.push(path);
  }
  return files;
}

/** Names start with `~$` while Excel has the file open, and with `.` where a program hides its own. */
const isTemporary = (path: string): boolean => /(^|[\\/])(~\$|\.)[^\\/]*$/.test(path);

/** Paths as messages name them: `/` everywhere, in one order on every machine. */
const named = (paths: readonly string[], root: string, prefix: string) =>
  paths
    .filter((path) => !isTemporary(path))
    .map((path) => ({ path, name: prefix + relative(root, path).split(sep).join('/') }))
    .sort((a, b) => compareText(a.name, b.name));

/** Reads all tables of the catalogue as text: built-in CSV files first, then the workspace's CSV and .xlsx files. */
export async function readCatalogTables(
  folders: CatalogFolders,
): Promise<{ readonly tables: CatalogTable[]; readonly faults: CatalogFault[] }> {
  const builtin = folders.builtin ?? builtinTemplates;
  const tables: CatalogTable[] = [];
  const faults: CatalogFault[] = [];
  for (const { path, name } of named(await filesBelow(builtin, () => true), builtin, 'templates/')) {
    if (/\.csv$/i.test(path)) tables.push(readCatalogCsv(await readFile(path), name, 'builtin'));
  }
  if (folders.workspace === undefined) return { tables, faults };
  const own = join(folders.workspace, 'catalog');
  for (const { path, name } of named(
    await filesBelow(own, (folder) => repeated.has(folder)),
    own,
    'catalog/',
  )) {
    if (/\.csv$/i.test(path)) tables.push(readCatalogCsv(await readFile(path), name, 'workspace'));
    if (!/\.xlsx$/i.test(path)) continue;
    const read = readCatalogXlsx(await readFile(path), name, 'workspace');
    tables.push(...read.tables);
    faults.push(...read.faults);
  }
  const home = tables.some((table) => table.origin === 'workspace') && (await homeRoadmap(folders.workspace));
  return {
    tables: home
      ? tables.map((table) => (table.origin === 'workspace' ? { ...table, home } : table))
      : tables,
    faults,
  };
}
