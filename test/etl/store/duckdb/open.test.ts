import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDuckDbStore } from '../../../../etl/store/duckdb/open.ts';
import { StoreDamaged, StoreTooNew } from '../../../../etl/store/errors.ts';
import { StoreLocked } from '../../../../etl/store/store.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const script = fileURLToPath(new URL('./holding-process.ts', import.meta.url));

/** Starts the other process and waits for the first line it says. */
async function other(path: string): Promise<{ child: ChildProcess; said: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', script, path], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [said] = (await once(createInterface({ input: child.stdout! }), 'line')) as [string];
  return { child, said };
}

describe('openDuckDbStore', () => {
  let folder: string;
  let path: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'msoko-open-'));
    path = join(folder, 'store', 'msoko.duckdb');
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('makes the folder and leaves one file in it', async () => {
    const store = await openDuckDbStore(path);
    await store.closeYear('2024/25');
    await store.close();
    expect(readdirSync(join(folder, 'store'))).toEqual(['msoko.duckdb']);
  });

  it('refuses while another process holds the store, and opens when that was killed', async () => {
    const { child, said } = await other(path);
    expect(said).toBe('holding');
    await expect(openDuckDbStore(path)).rejects.toThrow(StoreLocked);
    await expect(openDuckDbStore(path)).rejects.toThrow(/занято/);
    child.kill('SIGKILL');
    await once(child, 'close');
    await (await openDuckDbStore(path)).close();
  });

  it('keeps another process out until it is closed, a refused second opening in this one notwithstanding', async () => {
    const store = await openDuckDbStore(path);
    symlinkSync(join(folder, 'store'), join(folder, 'link'));
    await expect(openDuckDbStore(path)).rejects.toThrow(StoreLocked);
    await expect(openDuckDbStore(join(folder, 'link', 'msoko.duckdb'))).rejects.toThrow(StoreLocked);
    expect((await other(path)).said).toBe('StoreLocked');
    await store.close();
    const { child, said } = await other(path);
    expect(said).toBe('holding');
    child.kill('SIGKILL');
    await once(child, 'close');
  });

  it('opens again in the same process after close', async () => {
    for (let i = 0; i < 3; i++) {
      const store = await openDuckDbStore(path);
      expect(await store.beginRun('2025-06-01')).toEqual({ id: 1, resumed: i > 0 });
      await store.close();
    }
  });

  it('says what is wrong with a file that is no store, and lets go of it', async () => {
    const text = join(folder, 'no.duckdb');
    writeFileSync(text, 'this is a text, not a database\n'.repeat(1000));
    await expect(openDuckDbStore(text)).rejects.toThrow(StoreDamaged);
    await expect(openDuckDbStore(text)).rejects.toThrow(/резервной копии/);
  });

  it('leaves a store of a newer version alone', async () => {
    await (await openDuckDbStore(path)).close();
    const instance = await DuckDBInstance.create(path);
    const connection = await instance.connect();
    await connection.run('INSERT INTO schema_version VALUES (999)');
    connection.closeSync();
    instance.closeSync();
    await expect(openDuckDbStore(path)).rejects.toThrow(StoreTooNew);
    await expect(openDuckDbStore(path)).rejects.toThrow(/999/);
  });
});
