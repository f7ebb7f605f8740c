import { resolve } from 'node:path';
import type { Store } from '../store/store.ts';
import type { Workspace } from '../workspace/open-workspace.ts';
import { refusedBefore } from './closed-years.ts';
import { collectPort } from './collect/collect-port.ts';
import type { CollectCounts, CollectProgress } from './collect/counts.ts';
import { filePort } from './collect/file-port.ts';
import { sourceContext } from './collect/source-context.ts';
import { spreadsheetPort } from './collect/spreadsheet-port.ts';
import { StandingValues } from './collect/standing-values.ts';
import { readingFingerprint } from './fingerprint.ts';

/** Brings the store up to date with everything the workspace reads: files first, then Google spreadsheets. */
export async function collect(
  workspace: Workspace,
  store: Store,
  run: number,
  progress: CollectProgress = () => undefined,
): Promise<CollectCounts> {
  const { paths, config, catalog } = workspace;
  const rows = await store.registerRows();
  const context = sourceContext(
    workspace,
    rows.map(({ row }) => ({ file: '', ...row })),
  );
  const closedYears = new Set(await store.closedYears());
  const counts: CollectCounts = { read: 0, unchanged: 0, failed: 0, changed: false, passing: [] };
  const shared = {
    store,
    run,
    readAs: readingFingerprint(catalog),
    standing: new StandingValues(store, catalog, closedYears),
    reopened: await refusedBefore(store, closedYears),
    counts,
    progress,
  };
  const folders = config.sources.map((folder) => resolve(paths.root, folder));
  await collectPort(filePort(paths.inbox, folders, context), shared);
  await collectPort(await spreadsheetPort(workspace, context), shared);
  return counts;
}
