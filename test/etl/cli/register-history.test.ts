import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as spreadsheet from '@e965/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshFolder, records } from '../../e2e/msoko.ts';
import { parsed, say } from './console.ts';

const dir = freshFolder();
const put = (path: string, lines: readonly string[]): void =>
  writeFileSync(join(dir, path), `${lines.join('\n')}\n`);
const header = 'code,name,type,district,programmes,opened,closed,merged_into';

const tab = (): string[] => {
  const book = spreadsheet.read(readFileSync(join(dir, 'outbox/district.xlsx')));
  const sheet = book.Sheets['Реестр организаций']!;
  return spreadsheet.utils
    .sheet_to_json<string[]>(sheet, { header: 1, defval: '', raw: false })
    .map((row) => row.filter((text) => text !== '').join(' | '));
};

beforeAll(async () => {
  for (const folder of ['inbox', 'catalog']) mkdirSync(join(dir, folder));
  put('msoko.config.json', ['{"schoolYear":"2024/25"}']);
  put('districts.csv', ['code,name,region,region_name,roadmap', 'gor,Горный район,RU-00,Область,']);
  put('catalog/forms.csv', [
    'code,title,direction,level,frequency',
    'f,Ученики,student-results,organisation,school_year',
  ]);
  put('catalog/elements.csv', ['code,name,form,type,rollup,to_time', 'f.pupils,Учеников,f,integer,sum,sum']);
  put('catalog/indicators.csv', [
    'code,direction,name,kind,unit,numerator',
    'i.pupils,student-results,Учеников,count,чел.,f.pupils',
  ]);
  put('organisations.csv', [
    header,
    's1,Средняя школа № 1,school,gor,НОО,,,',
    's2,Начальная школа,school,gor,НОО,,,',
    'x1,Центр творчества,extracurricular,gor,ДОП,,,',
  ]);
  put('inbox/values.csv', [
    'organisation,period,element,value',
    's1,2024/25,f.pupils,120',
    's2,2024/25,f.pupils,12',
  ]);
  expect((await say(dir, 'run', '--date', '2025-02-01')).code).toBe(0);
}, 60_000);

describe('the register of organisations keeps its history', () => {
  it('nothing has changed at first', () => {
    expect(tab()).toContain('С первой обработки реестр не менялся.');
    expect(tab()).toContain('Действует 3 организации.');
  });

  it('opened, closed, merged, renamed: noticed and told', async () => {
    put('organisations.csv', [
      header,
      's1,Гимназия № 1,school,gor,НОО,,,',
      's2,Начальная школа,school,gor,НОО,,2025-03-31,s1',
      'k2,Детский сад «Родничок»,preschool,gor,ДО,2025-04-01,,',
    ]);
    put('inbox/renaming.csv', [
      'record,organisation,Организация,Прежнее название,Действовало до,document,link',
      'renaming,gor,k2,Ясли № 2,31.03.2025,постановление № 112,https://gor.example.ru/112',
    ]);
    await say(dir, 'run', '--date', '2025-04-10');
    expect(tab()).toEqual(
      expect.arrayContaining([
        'Действует 2 организации; открыто за учебный год: 1; закрыто за учебный год: 1; из них присоединено: 1; переименовано за учебный год: 2.',
        expect.stringMatching(
          /^s1 \| Гимназия № 1\s+присоединены: Начальная школа \| школа .* действует .*«Средняя школа № 1» — переименована не позднее 10\.04\.2025/s,
        ),
        expect.stringMatching(/^s2 \| Начальная школа .* присоединена \| Гимназия № 1/),
        expect.stringMatching(/^k2 .*«Ясли № 2» — переименована 01\.04\.2025 \| постановление № 112$/),
        expect.stringMatching(/Центр творчества \| строка в реестре \| есть \| нет$/),
        expect.stringMatching(/Начальная школа \| присоединена к \| — \| Гимназия № 1$/),
        expect.stringMatching(/Гимназия № 1 \| название \| Средняя школа № 1 \| Гимназия № 1$/),
      ]),
    );
  });

  it('figures of a merged organisation stay its own', async () => {
    const { out } = await say(dir, 'export', 'indicators', '--date', '2025-04-10');
    const rows = records(out).filter(({ indicator }) => indicator === 'i.pupils');
    // the new kindergarten owes the figure and has not given it
    expect(rows.map(({ unit, value }) => `${unit} ${value}`)).toEqual([
      'gor 132',
      'k2 ',
      's1 120',
      's2 12',
      'RU-00 132',
    ]);
  });

  it('a run that finds the same register remembers nothing and rewrites nothing', async () => {
    const before = statSync(join(dir, 'outbox/district.xlsx')).mtimeMs;
    expect(parsed(await say(dir, 'run', '--date', '2025-04-10', '--json'))).toMatchObject({
      workbooks: { read: 0 },
    });
    expect(statSync(join(dir, 'outbox/district.xlsx')).mtimeMs).toBe(before);
  });

  it('a year that is over keeps the names of that year', async () => {
    put('organisations.csv', [
      header,
      's1,Лицей № 1,school,gor,НОО,,,',
      's2,Начальная школа,school,gor,НОО,,2025-03-31,s1',
      'k2,Детский сад «Родничок»,preschool,gor,ДО,2025-04-01,,',
    ]);
    await say(dir, 'run', '--date', '2025-10-20');
    const names = (await tab()).filter((line) => line.startsWith('s1 | '));
    expect(names.join()).toMatch(/^s1 \| Гимназия № 1/);
    // the new year speaks of it as it is called now
    put('msoko.config.json', ['{"schoolYear":"2025/26"}']);
    await say(dir, 'run', '--date', '2025-10-20');
    expect(tab().find((line) => line.startsWith('s1 | '))).toMatch(/^s1 \| Лицей № 1.*«Гимназия № 1»/s);
  });
});
