import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as spreadsheet from '@e965/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { goldenAlone } from '../../acceptance/golden-alone.ts';
import { records } from '../../e2e/msoko.ts';
import { parsed, say } from './console.ts';

const date = ['--date', '2024-12-15'] as const;
const schools = { s1: 'own', s2: 'added', s3: 'other' } as const;
let dir: string;

const csv = (...lines: readonly string[]): string => `${lines.join('\n')}\n`;
const put = (name: string, ...lines: readonly string[]) => writeFileSync(join(dir, name), csv(...lines));
const districts = (...rows: readonly string[]) =>
  put('districts.csv', 'code,name,region,region_name,roadmap,monitoring', ...rows);

/** Three districts with the same school: one works by the regional list, one keeps it too, one does neither. */
beforeAll(async () => {
  dir = goldenAlone();
  const path = join(dir, 'catalog', 'indicators.csv');
  const [head = '', ...rows] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const at = head.split(',').indexOf('roadmap');
  const regional = rows.map((row) => row.split(',').map((cell, i) => (i === at ? 'botlikh' : cell)));
  writeFileSync(path, csv(head, ...regional.map((cells) => cells.join(','))));
  districts(
    'own,Горный район,RU-00,Область,botlikh,',
    'added,Речной район,RU-00,Область,rutul,botlikh',
    'other,Лесной район,RU-00,Область,rutul,',
  );
  put(
    'organisations.csv',
    'code,name,type,district,programmes',
    ...Object.entries(schools).map(([code, district]) => `${code},Школа,school,${district},НОО ООО СОО`),
  );
  const typed = ['g.pupils,120', 'g.passed,90', 'g.olymp,да'];
  put(
    'inbox/observations.csv',
    'organisation,period,element,value',
    ...Object.keys(schools).flatMap((code) => typed.map((value) => `${code},2024/25,${value}`)),
  );
  expect((await say(dir, 'run', ...date)).code).toBe(0);
  expect((await say(dir, 'templates', ...date)).code).toBe(0);
}, 120_000);

/** What the workbook of a school computes while it is filled in. */
const live = (school: string) =>
  spreadsheet.utils.sheet_to_csv(
    spreadsheet.read(readFileSync(join(dir, 'templates', '2024-25', `${school}.xlsx`))).Sheets[
      'Мои показатели'
    ] ?? {},
  );

describe('a district that keeps the indicators of another roadmap', () => {
  it('has the rows of one that works by it; without the column there are none', async () => {
    const rows = records((await say(dir, 'export', 'indicators', ...date)).out);
    const of = (school: keyof typeof schools) =>
      rows
        .filter(({ unit }) => unit === school || unit === schools[school])
        .map((row) => ({ ...row, unit: row.level }));
    expect(of('s2')).toEqual(of('s1'));
    expect(of('s3')).toEqual([]);
    const passed = rows.filter(({ indicator }) => indicator === 'g.passed_share');
    // 90 of 120 in both districts: the region counts two schools
    expect(passed.map((r) => [r.unit, r.value, r.reported, r.expected].join(' '))).toEqual([
      ...['added 75 1 1', 'own 75 1 1', 's1 75 1 1', 's2 75 1 1', 'RU-00 75 2 2'],
    ]);
  });

  it('has the same live indicators in its workbooks', () => {
    expect(live('s1')).toContain('Доля освоивших программу');
    expect(live('s2')).toBe(live('s1'));
    expect(live('s3')).toBe('');
  });

  it('stands in the catalogue with the number of its indicators', async () => {
    const said = parsed(await say(dir, 'catalog', '--json'));
    expect(said.districts).toEqual([
      { code: 'own', name: 'Горный район', roadmaps: ['botlikh'], monitoring: [], indicators: 4 },
      { code: 'added', name: 'Речной район', roadmaps: ['rutul'], monitoring: ['botlikh'], indicators: 4 },
      { code: 'other', name: 'Лесной район', roadmaps: ['rutul'], monitoring: [], indicators: 0 },
    ]);
  });

  it('gets its workbooks anew when the column changes', async () => {
    const wanted = live('s1');
    districts('other,Лесной район,RU-00,Область,rutul,botlikh');
    await say(dir, 'templates', ...date);
    expect(live('s3')).toBe(wanted);
  });
});
