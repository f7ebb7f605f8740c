import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../etl/google/client/clock.ts';
import { parsed, say } from '../etl/cli/console.ts';
import type { Fault } from '../google/faults.ts';
import { type GoogleDistrict, googleDistrict } from '../google/google-district.ts';
import { records } from './msoko.ts';

const date = ['--date', '2025-06-10'] as const;
let d: GoogleDistrict;
let id = '';
let link = '';

beforeAll(async () => {
  d = await googleDistrict();
  id = d.book('s1', { 'g.pupils 2024/25': 100, 'g.passed 2024/25': 120 });
  const { gid, cell } = await d.find(id, 'g.passed');
  link = `https://docs.google.com/spreadsheets/d/${id}/edit#gid=${gid}&range=${cell}`;
  mkdirSync(join(d.dir, 'inbox'), { recursive: true });
  const csv = 'organisation,period,element,value\ns2,2024/25,g.pupils,50\ns2,2024/25,g.passed,45\n';
  writeFileSync(join(d.dir, 'inbox', 's2.csv'), csv);
});
afterAll(async () => {
  expect(d.g.violations).toEqual([]);
  vi.unstubAllEnvs();
  await d.g.stop();
});

const msoko = (...args: string[]) => say(d.dir, ...args, ...date);
const parts = (path: string): string => {
  const zip = unzipSync(readFileSync(join(d.dir, path)));
  return Object.values(zip)
    .map((bytes) => new TextDecoder().decode(bytes))
    .join('\n');
};
/** As it stands in XML. */
const inXml = (text: string) => text.replaceAll('&', '&amp;');

describe('files and spreadsheets in one district', () => {
  it('are read in one run; remarks lead to the very cell', async () => {
    const run = parsed(await msoko('run', '--json'));
    expect(run).toMatchObject({
      workbooks: { read: 2, unchanged: 0, failed: 0 },
      issues: { error: 1 },
      observations: { total: 4 },
    });
    const given = records((await msoko('export', 'observations')).out).filter((r) => r.value !== '');
    expect(given.map((r) => [r.organisation, r.element, r.value, r.source])).toEqual([
      ['s1', 'g.pupils', '100', link.replace(/\d+$/, (row) => String(Number(row) - 1))],
      ['s2', 'g.passed', '45', 's2.csv#L3'],
      ['s2', 'g.pupils', '50', 's2.csv#L2'],
    ]);
    const [issue] = records(readFileSync(join(d.dir, 'outbox', 'issues.csv'), 'utf8').replace('\uFEFF', ''));
    expect(issue).toMatchObject({ code: 'check.part_over_whole', organisation: 's1', source: link });
    const summary = parts('outbox/district.xlsx');
    expect(summary).toContain(inXml(link));
    expect(summary).toContain('Отчёт s1, лист «Сведения школы»');
    const protocol = parts('outbox/returns/s1.xlsx');
    expect(protocol).toContain(inXml(link));
    expect(protocol).toContain('Исправьте в самой таблице Google');
    expect(protocol).not.toContain('сохраните этот файл в ту же папку');
  });

  it('a run on the screen names the spreadsheet, its tab and cell, and gives the link', async () => {
    const { code, out } = await msoko('run');
    expect(code).toBe(1);
    expect(out).toContain('без изменений: 2');
    expect(out).toMatch(/таблица Google «Отчёт s1», лист «Сведения школы», ячейка [A-Z]+\d+: /);
    expect(out).toContain(link);
  });

  it('explain and check lead to the cell; check stores nothing and takes the link as people copy it', async () => {
    const tree = await msoko('explain', 'g.passed_share', '--unit', 's1', '--period', '2024/25');
    expect(tree.out).toMatch(/Отчёт s1 · Сведения школы · [A-Z]+\d+ \(https:\/\/docs\.google\.com/);
    const checked = await say(d.dir, 'check', `${link}&usp=sharing`, ...date);
    expect(checked).toMatchObject({ code: 1 });
    expect(checked.out).toContain('Отчёт s1: значений 2');
    expect(checked.out).toContain(`(${link})`);
  });

  it('a spreadsheet is corrected in place, and withdrawn by its link', async () => {
    const { tab, cell } = await d.find(id, 'g.passed');
    d.g.people.type(id, tab, cell, 95);
    expect(parsed(await msoko('run', '--json'))).toMatchObject({
      workbooks: { read: 1, unchanged: 1 },
      observations: { total: 4, changed: 1 },
      issues: { error: 0 },
    });
    const withdrawn = await msoko('withdraw', link);
    expect(withdrawn).toMatchObject({ code: 0 });
    expect(withdrawn.out).toContain('Отчёт s1');
  });
});

describe('a Google that is not there', () => {
  const at = (...path: string[]) => join(d.dir, ...path);
  let restore: (() => void)[] = [];
  /** So much faster runs the client's clock. */
  const haste = 40;
  const hurry = (): void => {
    const { now, sleep, timeout } = systemClock;
    const spies = [
      vi.spyOn(systemClock, 'now').mockImplementation(() => now() * haste),
      vi.spyOn(systemClock, 'sleep').mockImplementation((ms) => sleep(ms / haste)),
      vi.spyOn(systemClock, 'timeout').mockImplementation((ms) => timeout(Math.ceil(ms / haste))),
    ];
    restore = spies.map((spy) => () => spy.mockRestore());
  };

  beforeAll(() => {
    // from now on each organisation is told in its spreadsheet what was found: something is due to be written
    const config = JSON.parse(readFileSync(at('msoko.config.json'), 'utf8')) as { google: object };
    const google = { ...config.google, summary: true, returns: true };
    writeFileSync(at('msoko.config.json'), JSON.stringify({ ...config, google }));
    d.book('s2', { 'g.passed 2024/25': 40 });
  });
  afterEach(() => {
    d.g.faults.clear();
    for (const undo of restore) undo();
    restore = [];
  });

  it.each<[string, Fault, number, RegExp, RegExp]>([
    [
      'takes the call and says nothing',
      { on: 'drive.changes.list', fail: 'slow' },
      2,
      /^Google не отвечает, поэтому/,
      /^Google пока не отвечает на запросы\. Жду ещё не дольше \d+ с \(до \d\d:\d\d:\d\d\), .*файлам.*\n$/,
    ],
    [
      'is a page of somebody else',
      { on: '*', fail: 'html200' },
      1,
      /^Вместо Google ответила страница \(прокси или портал входа в сеть\), поэтому/,
      /^$/,
    ],
  ])(
    '%s: the files are done, nobody waits, nothing is written to it',
    async (_, fault, requests, text, log) => {
      rmSync(at('outbox'), { recursive: true });
      const csv = `organisation,period,element,value\ns2,2024/25,g.pupils,${50 + requests}\n`;
      writeFileSync(at('inbox', 's2.csv'), csv);
      let asked = 0;
      d.g.faults.add({ ...fault, times: 1000, only: () => ++asked > 0 });
      d.calls();
      hurry();
      const said = await msoko('run', '--json');
      expect(parsed(said)).toMatchObject({ workbooks: { read: 1, failed: 1 } });
      expect([said.code, said.log]).toEqual([3, expect.stringMatching(log)]);
      // a busy machine may leave no time for the second
      expect(asked).toBeGreaterThan(0);
      expect(asked).toBeLessThanOrEqual(requests);
      expect(d.calls().filter((call) => call.startsWith('sheets.'))).toEqual([]);
      const issues = readFileSync(at('outbox', 'issues.csv'), 'utf8');
      const ofGoogle = records(issues.replace('\uFEFF', '')).filter(({ code }) =>
        code?.startsWith('google.'),
      );
      expect(ofGoogle).toMatchObject([{ code: 'google.unavailable', message: expect.stringMatching(text) }]);
      expect(issues).not.toContain('Подтвердите');
      expect(existsSync(at('outbox', 'district.xlsx'))).toBe(true);
    },
  );

  it('the next run makes up for it, writing back too', async () => {
    d.calls();
    const said = await msoko('run', '--json');
    expect([parsed(said).workbooks, said.log]).toMatchObject([{ read: 1, failed: 0 }, '']);
    expect(d.calls()).toContain('sheets.spreadsheets.batchUpdate');
  });
});
