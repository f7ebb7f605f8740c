import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../../etl/cli/main.ts';
import { openDuckDbStore } from '../../../etl/store/duckdb/open.ts';
import { goldenCopy } from '../../e2e/msoko.ts';
import { parsed, say } from '../cli/console.ts';

const launcher = fileURLToPath(new URL('../../../etl/bin/msoko.js', import.meta.url));

/** The real program; `said` resolves with the first line of its log that holds the words. */
function start(...args: string[]) {
  const child = spawn(process.execPath, [launcher, 'schedule', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const waiting: { words: string; resolve: (line: string) => void }[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    lines.push(line);
    for (const { words, resolve } of waiting) if (line.includes(words)) resolve(line);
  });
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', (code) => resolve(code));
  });
  const said = (words: string): Promise<string> =>
    Promise.race([
      new Promise<string>((resolve) => {
        const line = lines.find((text) => text.includes(words));
        if (line !== undefined) resolve(line);
        else waiting.push({ words, resolve });
      }),
      ended.then(() => {
        throw new Error(`ended without «${words}»:\n${lines.join('\n')}`);
      }),
    ]);
  return { child, lines, said, ended };
}

async function nightsOf(workspace: string): Promise<number> {
  const store = await openDuckDbStore(join(workspace, 'store', 'msoko.duckdb'));
  try {
    return (await store.nights()).length;
  } finally {
    await store.close();
  }
}

// whole processes: on a busy machine they take their time
describe('msoko schedule', { timeout: 120_000 }, () => {
  let dir: string;
  beforeAll(() => {
    dir = goldenCopy();
  });
  it('waits for a store that a person holds, then does the first night; a second call finds nothing to do', async () => {
    const person = await openDuckDbStore(join(dir, 'store', 'msoko.duckdb'));
    let log = '';
    let left: Promise<void> | undefined;
    const code = await main(['schedule', '--once', '--wait', '1'], dir, {
      out: async () => undefined,
      log: (text) => {
        log += text;
        if (text.includes('держит другой запуск msoko')) left = person.close();
      },
      interactive: false,
    });
    expect(left).toBeDefined();
    expect(code).toBe(1);
    expect(log.trimEnd().split('\n').at(-1)).toMatch(
      /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\+03:00 Обработка выполнена за \d+ с: прочитано 2,/,
    );
    expect(readFileSync(join(dir, 'outbox', 'issues.csv'), 'utf8')).toContain('severity');
    const again = await say(dir, 'schedule', '--once', '--json');
    expect(again).toMatchObject({ code: 0, log: '' });
    expect(parsed(again)).toMatchObject({ ran: false, missed: 0 });
    expect(await nightsOf(dir)).toBe(1);
  });

  it('answers 4 at once with --wait 0', async () => {
    const person = await openDuckDbStore(join(dir, 'store', 'msoko.duckdb'));
    expect((await say(dir, 'schedule', '--once', '--wait', '0')).code).toBe(4);
    await person.close();
  });

  it('takes up an interrupted run, refuses a second keeper, and lets the night end when it is stopped', async () => {
    const other = goldenCopy();
    const store = await openDuckDbStore(join(other, 'store', 'msoko.duckdb'));
    await store.beginRun('2026-01-01');
    await store.close();
    const keeper = start('--workspace', other, '--grace', '100');
    const address = /http:\S+/.exec(await keeper.said('/health'))![0];
    const health = await fetch(address);
    expect(health.status).toBe(200);
    expect(await health.json()).toMatchObject({ ok: true, lastRun: null });
    expect((await say(other, 'schedule')).code).toBe(4);
    expect(await say(other, 'schedule', '--check')).toMatchObject({ code: 0 });
    await keeper.said('первая выполняется');
    keeper.child.kill('SIGTERM');
    expect(await keeper.ended).toBe(0);
    expect(keeper.lines.join('\n')).toMatch(/Получена команда остановиться[\s\S]*Обработка выполнена за/);
    expect(keeper.lines.at(-1)).toContain('Ночной запуск остановлен.');
    expect(await nightsOf(other)).toBe(1);
    expect(await say(other, 'schedule', '--check')).toMatchObject({
      code: 1,
      out: expect.stringContaining('не работает'),
    });
  });

  it.each([
    [['--date', '2026-01-01'], 'schedule.date'],
    [['--once', '--check'], 'schedule.options'],
    [['--once', '--port', '8000'], 'schedule.options'],
    [['--port', '8000', '--no-health'], 'schedule.options'],
    [['--port', '0'], 'schedule.port'],
    [['--port', '80a'], 'schedule.port'],
    [['--grace', 'x'], 'schedule.grace'],
    [['--check', '--grace', '5'], 'schedule.options'],
    [['--once', '--wait=-1'], 'schedule.wait'],
    [['--once', '--wait=9999'], 'schedule.wait'],
  ])('refuses %j', async (args, code) => {
    const said = await say(dir, 'schedule', '--json', ...args);
    expect(said.code).toBe(2);
    expect(parsed(said)).toMatchObject({ error: { code } });
  });
});
