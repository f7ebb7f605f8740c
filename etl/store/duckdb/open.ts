import { mkdir, realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { storeTexts } from '../../../shared/texts/store.ts';
import { StoreDamaged, StoreUnreachable } from '../errors.ts';
import { type Store, StoreLocked } from '../store.ts';
import { Database } from './database.ts';
import { DuckDbStore } from './duckdb-store.ts';
import { migrate } from './schema.ts';

/** No network and no files but its own, ever; a modest share of a small machine. */
const options = {
  memory_limit: '512MB',
  threads: '2',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  allow_community_extensions: 'false',
  enable_external_access: 'false',
  lock_configuration: 'true',
};

/**
 * Stores this process has open. The operating system's lock is between processes only, and on POSIX it is lost when the
 * same process opens and closes the file a second time: so nothing may touch the file while it is in this set.
 */
const open = new Set<string>();

const isLocked = (message: string): boolean =>
  /could not set lock on file|conflicting lock|being used by another process/i.test(message);

/**
 * Opens or creates the embedded store in one file (`store/msoko.duckdb`, beside it a `.wal` while open).
 * Throws StoreLocked while another process, or this one, has it open; StoreDamaged if the file is none of ours;
 * StoreUnreachable if the file system refuses; StoreTooNew if a newer version wrote it.
 */
export async function openDuckDbStore(path: string): Promise<Store> {
  await mkdir(dirname(path), { recursive: true });
  const file = join(await realpath(dirname(path)), basename(path));
  if (open.has(file)) throw new StoreLocked(storeTexts.locked(path));
  open.add(file);
  try {
    return await connect(file, path);
  } catch (error) {
    open.delete(file);
    throw error;
  }
}

async function connect(file: string, path: string): Promise<Store> {
  const instance = await DuckDBInstance.create(file, options).catch((error: Error) => {
    if (isLocked(error.message)) throw new StoreLocked(storeTexts.locked(path), { cause: error });
    if (/no such file|permission denied|read-only|no space/i.test(error.message))
      throw new StoreUnreachable(storeTexts.unreachable(path, error.message), { cause: error });
    throw new StoreDamaged(storeTexts.damaged(path, error.message), { cause: error });
  });
  const connection = await instance.connect();
  const database = new Database(instance, connection);
  try {
    await migrate(database, path);
    return await DuckDbStore.load(database, () => open.delete(file));
  } catch (error) {
    await database.close().catch(() => undefined);
    throw error;
  }
}
