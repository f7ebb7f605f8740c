import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Workspace } from '../workspace/open-workspace.ts';
import { openDuckDbStore } from './duckdb/open.ts';
import type { Store } from './store.ts';

/** Opens the workspace's store for the time of one task. Throws StoreLocked if another process holds it. */
export async function withStore<T>(workspace: Workspace, task: (store: Store) => Promise<T>): Promise<T> {
  const folder = resolve(workspace.paths.root, workspace.config.store);
  await mkdir(folder, { recursive: true });
  const store = await openDuckDbStore(join(folder, 'msoko.duckdb'));
  try {
    return await task(store);
  } finally {
    await store.close();
  }
}
