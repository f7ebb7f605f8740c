import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readWorkbook } from '../../etl/xlsx/read.ts';
import { records } from '../e2e/msoko.ts';
import { parsed, say } from '../etl/cli/console.ts';
import { fillRoster, type RosterRows } from './fill-roster.ts';
import { goldenAlone } from './golden-alone.ts';

const date = ['--date', '2024-12-15'] as const;
let dir: string;
let handedOut: Uint8Array;

const put = (rows: RosterRows, status?: string): void =>
  writeFileSync(join(dir, 'inbox', 'район.xlsx'), fillRoster(handedOut, rows, status));
const exported = async (what: string) => records((await say(dir, 'export', what, ...date)).out);
const counted = async (organisation: string, element: string, period = '2024/25') => {
  const row = (await exported('observations')).find(
    (r) => r.organisation === organisation && r.element === element && r.period === period,
  );
  return row && [row.value || row.status, row.source];
};

describe('a district that enters values for all organisations', () => {
  beforeAll(async () => {
    dir = goldenAlone();
    appendFileSync(join(dir, 'districts.csv'), 'dol,Долинный район,RU-00,Примерная область,\n');
    appendFileSync(join(dir, 'organisations.csv'), 'd9,Школа долины,school,dol,село,НОО ООО,,,,\n');
    const made = parsed(await say(dir, 'templates', '--for-all', ...date, '--json'));
    expect(made.files).toEqual(['templates/2024-25/gor-all.xlsx', 'templates/2024-25/dol-all.xlsx']);
    handedOut = readFileSync(join(dir, 'templates', '2024-25', 'gor-all.xlsx'));
  });

  it('makes the same file again only when something changed, and some forms on request', async () => {
    const again = parsed(await say(dir, 'templates', '--for-all', ...date, '--json'));
    expect(again).toMatchObject({ written: 0, unchanged: 2 });
    const some = parsed(await say(dir, 'templates', '--for-all', '--form', 'g_kinder', ...date, '--json'));
    // the other district has no kindergarten, but a workbook that says so
    expect(some.files).toEqual([
      'templates/2024-25/gor-all-g_kinder.xlsx',
      'templates/2024-25/dol-all-g_kinder.xlsx',
    ]);
    const wrong = await say(dir, 'templates', '--for-all', '--form', 'g_kindr', ...date, '--json');
    expect(wrong.code).toBe(2);
    expect(parsed(wrong)).toMatchObject({ error: { code: 'templates.form' } });
  });

  it('marks what an organisation does not owe: the quarter before it opened', () => {
    const reading = readWorkbook(handedOut);
    if (!reading.ok) throw new Error(reading.issue.code);
    const tab = reading.workbook.sheets.find(({ name }) => name.startsWith('Экскурсии'))!;
    const blocked = tab.cells.filter(({ scalar }) => scalar.type === 'text' && scalar.value === 'не ведём');
    const row = tab.cells.find(
      ({ column, scalar }) => column === 1 && scalar.type === 'text' && scalar.value === 's2',
    );
    // s2 opened on 1 November; the first quarter ends in October
    expect(blocked).toMatchObject([{ row: row!.row, column: 4 }]);
  });

  it('counts once it is handed in; empty cells leave what organisations sent', async () => {
    put({ s1: { 'g.pupils|2024/25': 200 }, k1: { 'g.children|2024/25': 'н/д' } }, 'draft');
    await say(dir, 'run', ...date);
    expect(await counted('s1', 'g.pupils')).toEqual(['120', 'observations.csv#L2']);
    put({ s1: { 'g.pupils|2024/25': 200 }, k1: { 'g.children|2024/25': 'н/д' } });
    await say(dir, 'run', ...date);
    expect(await counted('s1', 'g.pupils')).toEqual([
      '200',
      expect.stringMatching(/^район\.xlsx#Сведения школы!D\d+$/),
    ]);
    expect((await counted('k1', 'g.children'))?.[0]).toBe('no_data');
    expect(await counted('s1', 'g.passed')).toEqual(['90', 'observations.csv#L3']);
    const changed = (await exported('issues')).filter((r) => r.code === 'value.changed');
    expect(changed.map((r) => `${r.organisation} ${r.element}`).sort()).toEqual([
      'k1 g.children',
      's1 g.pupils',
    ]);
  });

  it('is named where the figures are explained and in the summary', async () => {
    const { out } = await say(
      dir,
      'explain',
      'g.passed_share',
      '--unit',
      's1',
      '--period',
      '2024/25',
      ...date,
    );
    expect(out).toMatch(/Обучающихся всего .*: 200 — район\.xlsx#.* \(внесено районом: методист\)/);
    expect(out).toMatch(/Из них освоили программу .*: 90 — observations\.csv#L3\n/);
    const reading = readWorkbook(readFileSync(join(dir, 'outbox', 'gor', 'district.xlsx')));
    if (!reading.ok) throw new Error(reading.issue.code);
    const texts = reading.workbook.sheets.flatMap(({ name, cells }) =>
      cells.flatMap(({ scalar }) => (scalar.type === 'text' ? [`${name}: ${scalar.value}`] : [])),
    );
    expect(texts).toContainEqual('Обзор: Средняя школа № 1\nвнесено районом: 1');
    expect(
      texts.filter((text) => /^Качество данных: район\.xlsx.*\(внесено районом\)$/.test(text)),
    ).toHaveLength(2);
  });
});
