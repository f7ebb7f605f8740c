import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { faultReport } from '../../etl/cli/fault-report.ts';
import { main } from '../../etl/cli/main.ts';
import { openDuckDbStore } from '../../etl/store/duckdb/open.ts';
import { parsed, say } from '../etl/cli/console.ts';
import { goldenAlone } from './golden-alone.ts';

const date = ['--date', '2024-12-15'] as const;
let dir: string;

beforeEach(() => {
  dir = goldenAlone();
});

const errorOf = async (...args: string[]) => {
  const said = await say(dir, ...args, ...date, '--json');
  const { error } = parsed(said) as { error: { code: string; message: string; hint: string } };
  return { exit: said.code, log: said.log, ...error };
};

describe('trouble with the disk is told as such', () => {
  it('a store that is no store ends with 2 and says what to do', async () => {
    mkdirSync(join(dir, 'store'));
    writeFileSync(join(dir, 'store', 'msoko.duckdb'), 'not a database, whatever its name');
    expect(await errorOf('run')).toMatchObject({ exit: 2, code: 'store.damaged', log: '' });
    expect(await errorOf('templates')).toMatchObject({ exit: 2, code: 'store.damaged' });
  });

  it.each([
    ['outbox', 'run'],
    ['store', 'run'],
    ['templates', 'templates'],
  ])('a file in the place of the folder %s ends %s with 2 and names it', async (folder, command) => {
    rmSync(join(dir, folder), { recursive: true, force: true });
    writeFileSync(join(dir, folder), 'a file');
    const error = await errorOf(command);
    expect(error).toMatchObject({ exit: 2, code: 'file.access' });
    expect(error.message).toContain(folder);
  });

  it('a register that cannot be read stops the night instead of emptying it', async () => {
    rmSync(join(dir, 'organisations.csv'));
    mkdirSync(join(dir, 'organisations.csv'));
    expect(await errorOf('run')).toMatchObject({ exit: 2, code: 'file.access' });
  });

  it('a register saved by a spreadsheet in windows-1251 is read', async () => {
    const path = join(dir, 'organisations.csv');
    const utf8 = readFileSync(path, 'utf8');
    await say(dir, 'run', ...date);
    const before = await say(dir, 'export', 'indicators', ...date);
    const letters = [...utf8].map((letter) => {
      const code = letter.codePointAt(0)!;
      return code < 0x80 ? code : letter === '№' ? 0xb9 : code - 0x350;
    });
    writeFileSync(path, Buffer.from(letters));
    expect(await say(dir, 'export', 'indicators', ...date)).toEqual(before);
    expect((await say(dir, 'export', 'issues', ...date)).out).not.toContain('register.');
    await say(dir, 'templates', ...date);
    expect(
      (await say(dir, 'explain', 'g.passed_share', '--unit', 's1', '--period', '2024/25')).out,
    ).toContain('Средняя школа № 1');
  });

  it('a store that is held ends with 4', async () => {
    const store = await openDuckDbStore(join(dir, 'store', 'msoko.duckdb'));
    try {
      for (const command of [['run'], ['templates'], ['withdraw', 'observations.csv'], ['export', 'issues']])
        expect(await errorOf(...command)).toMatchObject({ exit: 4, code: 'store.locked' });
    } finally {
      await store.close();
    }
  });
});

describe('a reader who has seen enough', () => {
  it('ends a long export quietly and without an error', async () => {
    await say(dir, 'run', ...date);
    const launcher = fileURLToPath(new URL('../../etl/bin/msoko.js', import.meta.url));
    const args = [launcher, 'export', 'indicators', '--workspace', dir, ...date];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    let log = '';
    child.stderr.on('data', (chunk: Buffer) => {
      log += chunk;
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect({ code, log }).toEqual({ code: 0, log: '' });
  });

  it('is never answered with an exception', async () => {
    const gone = Object.assign(new Error('write EPIPE'), { code: 'EPIPE' });
    const logged: string[] = [];
    const streams = {
      out: () => Promise.reject(gone),
      log: (text: string) => logged.push(text),
      interactive: false,
    };
    expect(await main(['catalog', '--json'], dir, streams)).toBe(0);
    expect(await main(['rnu', '--json'], dir, streams)).toBe(2);
    expect(logged).toEqual([]);
  });
});

describe('the report of a fault', () => {
  it('keeps the place and none of the data', () => {
    const fault = new TypeError(`cannot read "Школа № 5" of 'Петрова', «45» or \`x\``);
    const report = faultReport(fault);
    expect(report).toContain('TypeError: cannot read … of …, … or …');
    expect(report).toMatch(/\n\s+at .*trouble\.slow\.test\.ts/);
    for (const told of ['Школа', 'Петрова', '45»']) expect(report).not.toContain(told);
    expect(faultReport('"secret" thing')).toMatch(/^… thing\nNode v/);
    expect(faultReport(new RangeError('Выдумова Мария Петровна is too long'))).toMatch(/^RangeError\n\s+at /);
  });
});
