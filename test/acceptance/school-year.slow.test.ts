import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readWorkbook } from '../../etl/xlsx/read.ts';
import { records } from '../e2e/msoko.ts';
import { parsed, say } from '../etl/cli/console.ts';
import { dice } from './disk-workspace.ts';
import { fillByKeys } from './fill-by-keys.ts';
import { goldenAlone } from './golden-alone.ts';

const header = 'organisation,period,element,value\n';
const date = ['--date', '2025-09-05'] as const;
let dir: string;
/** The workbook of s1 as it was handed out in the old year. */
let old: Uint8Array;

const inside = (...path: string[]): string => join(dir, ...path);
const template = (year: string, code: string): Buffer =>
  readFileSync(inside('templates', year, `${code}.xlsx`));
const exported = async (what: string) => records((await say(dir, 'export', what, ...date)).out);
const templates = async (...args: string[]) =>
  parsed(await say(dir, 'templates', ...args, ...date, '--json'));

/** The visible rows of a tab as texts, empty cells left out. */
function rowsOf(bytes: Uint8Array, tab: RegExp): string[] {
  const reading = readWorkbook(bytes);
  if (!reading.ok) throw new Error(reading.issue.code);
  const sheet = reading.workbook.sheets.find(({ name }) => tab.test(name));
  const rows = new Map<number, string[]>();
  for (const { row, column, scalar } of sheet?.cells ?? []) {
    const text = 'value' in scalar ? String(scalar.value) : '';
    if (column > 1 && text !== '') rows.set(row, [...(rows.get(row) ?? []), text]);
  }
  return [...rows.values()].map((texts) => texts.join(' | '));
}

/** The workbook of the old year as a school fills it in. */
const filled = (values: readonly (readonly [string, string, string])[]): Uint8Array =>
  fillByKeys(
    old,
    values.map(([element, period, value]) => ({ organisation: 's1', element, period, value })),
    dice(7),
  ).bytes;

describe('a new school year', () => {
  beforeAll(async () => {
    dir = goldenAlone();
    writeFileSync(inside('inbox', 's1.csv'), `${header}s1,2024/25:q3,g.trips,7\n`);
    await templates();
    old = template('2024-25', 's1');
    await say(dir, 'run', ...date);
  });

  it('closes the year before, follows the register, and keeps what people typed', async () => {
    // somebody types into the file in the folder instead of a copy of it
    const typed = filled([['g.pupils', '2024/25', '121']]);
    writeFileSync(inside('templates', '2024-25', 's1.xlsx'), typed);
    const register = readFileSync(inside('organisations.csv'), 'utf8')
      .replace('Детский сад № 1', 'Детский сад «Родник»')
      .replace(
        's2,Основная школа № 2,school,gor,село,НОО ООО,2024-11-01,,,',
        's2,Основная школа № 2,school,gor,село,НОО ООО,2024-11-01,2025-08-31,s1,',
      )
      .replace(
        's1,Средняя школа № 1',
        'n1,Новая школа,school,gor,село,НОО ООО,2025-09-01,,,\ns1,Средняя школа № 1',
      );
    writeFileSync(inside('organisations.csv'), register);

    expect(await templates('--school-year', '2025/26')).toMatchObject({
      schoolYear: '2025/26',
      closed: '2024/25',
      written: 4,
      files: ['gor', 'k1', 'n1', 's1'].map((code) => `templates/2025-26/${code}.xlsx`),
    });
    expect(JSON.parse(readFileSync(inside('msoko.config.json'), 'utf8'))).toMatchObject({
      schoolYear: '2025/26',
    });
    // the second time changes nothing
    const again = await templates('--school-year', '2025/26');
    expect(again).toMatchObject({ written: 0, unchanged: 4 });
    expect(again).not.toHaveProperty('closed');
    expect(new Uint8Array(template('2024-25', 's1'))).toEqual(typed);
  });

  it('shows last year beside every entry cell: the year, and each quarter the same quarter', async () => {
    const school = template('2025-26', 's1');
    expect(rowsOf(school, /^Сведения школы/)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/2025\/26 учебный год \| Прошлый год: 2024\/25 учебный год/),
        expect.stringMatching(/Обучающихся всего \| человек \| 120$/),
        expect.stringMatching(/Из них освоили программу \| человек \| 90$/),
        expect.stringMatching(/Проведена школьная олимпиада \| да \/ нет \| 1$/),
      ]),
    );
    const quarters = rowsOf(school, /^Экскурсии/);
    expect(quarters).toContainEqual(
      expect.stringMatching(
        /I четверть \| II четверть \| III четверть \| IV четверть \| Прошлый год: I четверть/,
      ),
    );
    // nothing was known of the fourth
    expect(quarters).toContainEqual(expect.stringMatching(/Проведено экскурсий \| единиц \| 3 \| 4 \| 7$/));
    expect(rowsOf(template('2025-26', 'k1'), /^Титул/)).toContain('Детский сад «Родник»');
    expect(rowsOf(template('2025-26', 'gor'), /^Сведения района/)).toContainEqual(
      expect.stringMatching(/Детей дошкольного возраста в районе \| человек \| 400$/),
    );
    // a new school has no last year, and a closed one's values stay its own
    expect(rowsOf(template('2025-26', 'n1'), /^Сведения школы/).join()).not.toContain('Прошлый год');

    await templates('--for-all');
    const all = template('2025-26', 'gor-all');
    expect(rowsOf(all, /^Сведения школы/)).toContain('Средняя школа № 1 | s1 | 120 | 90 | 1');
    expect(rowsOf(all, /^Экскурсии/)).toEqual(
      expect.arrayContaining(['Новая школа | n1', 'Средняя школа № 1 | s1 | 3 | 4 | 7']),
    );
    expect(rowsOf(all, /^Экскурсии/).join()).not.toContain('Основная школа');
  });

  it('tells politely that a workbook of the old year came late', async () => {
    const late = filled([
      ['g.pupils', '2024/25', '130'],
      ['g.passed', '2024/25', '90'],
    ]);
    writeFileSync(inside('inbox', 'поздно.xlsx'), late);
    await say(dir, 'run', ...date);
    const issues = (await exported('issues')).filter((r) => r.code === 'period.closed');
    expect(issues).toMatchObject([
      { organisation: 's1', element: 'g.pupils', period: '2024/25', raw: '130', severity: 'error' },
    ]);
    const pupils = (await exported('observations')).find(
      (r) => r.organisation === 's1' && r.element === 'g.pupils' && r.period === '2024/25',
    );
    expect(pupils).toMatchObject({ value: '120' });
    // the new year's figures under the name of a file of the old one
    writeFileSync(inside('inbox', 's1.csv'), `${header}s1,2025/26:q1,g.trips,9\n`);
    await say(dir, 'run', ...date);
    const trips = (await exported('observations')).filter(
      (r) => r.element === 'g.trips' && r.organisation === 's1',
    );
    expect(trips.map((r) => `${r.period} ${r.value}`)).toEqual([
      '2024/25:q1 3',
      '2024/25:q2 4',
      '2024/25:q3 7',
      '2025/26:q1 9',
    ]);
  });

  it('is opened again on request, and a filled workbook gets the newer one beside it', async () => {
    const typed = new Uint8Array(template('2024-25', 's1'));
    const back = await templates('--school-year', '2024/25');
    expect(back).toMatchObject({ schoolYear: '2024/25', reopened: '2024/25', closed: '2023/24' });
    await say(dir, 'run', ...date);
    expect((await exported('issues')).filter((r) => r.code === 'period.closed')).toEqual([]);
    const pupils = (await exported('observations')).filter(
      (r) => r.element === 'g.pupils' && r.period === '2024/25',
    );
    expect(pupils).toContainEqual(expect.objectContaining({ organisation: 's1', value: '130' }));
    // the register changed since the workbook was filled in
    const register = readFileSync(inside('organisations.csv'), 'utf8').replace(
      'НОО ООО СОО',
      'НОО ООО СОО АООП',
    );
    writeFileSync(inside('organisations.csv'), register);
    const changed = await templates();
    expect(changed).toMatchObject({ kept: ['templates/2024-25/s1.xlsx'] });
    expect(changed.files).toContain('templates/2024-25/s1 (новый).xlsx');
    expect(new Uint8Array(template('2024-25', 's1'))).toEqual(typed);
    expect(await templates()).toMatchObject({ written: 0 });
  });
});
