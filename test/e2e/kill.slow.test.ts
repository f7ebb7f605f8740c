import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { say } from '../etl/cli/console.ts';
import { goldenCopy, msoko } from './msoko.ts';

const launcher = fileURLToPath(new URL('../../etl/bin/msoko.js', import.meta.url));
const date = '2024-12-15';
const filesInAll = 40;

/** The golden workspace with many more reports, every third of which corrects an earlier one. */
function workspace(): string {
  const dir = goldenCopy();
  mkdirSync(join(dir, 'inbox', 'more'));
  for (let i = 0; i < filesInAll; i++) {
    const lines = ['organisation,period,element,value'];
    for (let q = 1; q <= 4; q++) lines.push(`s1,20${10 + (i % 9)}/${11 + (i % 9)}:q${q},g.trips,${i * q}`);
    if (i % 3 === 0) lines.push(`s1,2024/25,g.passed,${60 + i}`);
    const path = join(dir, 'inbox', 'more', `report-${i}.csv`);
    writeFileSync(path, `${lines.join('\n')}\n`);
    const at = new Date(Date.UTC(2024, 0, 1 + i));
    utimesSync(path, at, at);
  }
  for (const name of ['observations.csv', 'results.csv']) {
    utimesSync(join(dir, 'inbox', name), new Date('2023-01-01'), new Date('2023-01-01'));
  }
  return dir;
}

/** Starts a run and kills it −9 as soon as the store's log has grown to so many bytes; true if it was killed in time. */
function runAndKill(dir: string, bytes: number): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [launcher, 'run', '--workspace', dir, '--date', date]);
    const log = join(dir, 'store', 'msoko.duckdb.wal');
    const watch = setInterval(() => {
      let size = 0;
      try {
        size = statSync(log).size;
      } catch {
        return;
      }
      if (size >= bytes) child.kill('SIGKILL');
    }, 1);
    child.on('close', (_, signal) => {
      clearInterval(watch);
      resolve(signal === 'SIGKILL');
    });
  });
}

const results = async (dir: string) => {
  const exports = [];
  for (const what of ['indicators', 'observations', 'results', 'issues']) {
    exports.push((await say(dir, 'export', what, '--date', date)).out);
  }
  return { exports, summary: readFileSync(join(dir, 'outbox', 'district.xlsx')).toString('base64') };
};

let undisturbed: Awaited<ReturnType<typeof results>>;

beforeAll(async () => {
  const dir = workspace();
  expect((await msoko(['run', '--workspace', dir, '--date', date])).code).toBe(1);
  undisturbed = await results(dir);
}, 120_000);

describe('a run killed −9 in the middle of its commits', () => {
  it.each([[[20_000]], [[50_000]], [[30_000, 60_000, 120_000]]])(
    'started again after dying at %j bytes of log, ends like an undisturbed one',
    async (sizes) => {
      const dir = workspace();
      let killed = 0;
      for (const bytes of sizes) if (await runAndKill(dir, bytes)) killed++;
      expect(killed).toBeGreaterThan(0);
      expect((await msoko(['run', '--workspace', dir, '--date', date])).code).toBe(1);
      expect(await results(dir)).toEqual(undisturbed);
    },
  );

  it('holds the store against a second process: exit code 4', async () => {
    const dir = workspace();
    const first = spawn(process.execPath, [launcher, 'run', '--workspace', dir, '--date', date]);
    const ended = new Promise((resolve) => first.on('close', resolve));
    const log = join(dir, 'store', 'msoko.duckdb.wal');
    await new Promise<void>((resolve) => {
      const watch = setInterval(() => {
        try {
          statSync(log);
        } catch {
          return;
        }
        clearInterval(watch);
        first.kill('SIGSTOP');
        resolve();
      }, 1);
    });
    const second = await msoko(['run', '--workspace', dir, '--date', date, '--json']);
    first.kill('SIGCONT');
    await ended;
    expect(second.code).toBe(4);
    expect(JSON.parse(second.stdout)).toMatchObject({ error: { code: 'store.locked' } });
  });
});
