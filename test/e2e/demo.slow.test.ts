import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as spreadsheet from '@e965/xlsx';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadCatalog } from '../../etl/catalog/load.ts';
import { oneDistrict, severalDistricts } from '../../etl/demo/demonstration.ts';
import { say } from '../etl/cli/console.ts';
import { filesBelow } from './files-below.ts';
import { type Ended, freshFolder, msoko, records } from './msoko.ts';

const east = freshFolder();
const west = freshFolder();
const place = ['--workspace', join(east, 'a'), '--date', oneDistrict.date];
let told: Ended;
let toldInJson: Ended;
/** Of the first example: all units and periods. */
let rows: Record<string, string>[];

beforeAll(async () => {
  // two machines as far apart as time zones go, in folders of different names
  [told, toldInJson] = await Promise.all([
    msoko(['demo', 'a'], { cwd: east, env: { TZ: 'Pacific/Kiritimati' } }),
    msoko(['demo', 'another', '--json'], {
      cwd: west,
      env: { TZ: 'Pacific/Pago_Pago', LANG: 'de_DE.UTF-8' },
    }),
  ]);
  rows = records((await say('.', 'export', 'indicators', ...place)).out);
});

describe('the demonstration', () => {
  it('ends with 0 although the data has faults, and tells in Russian what it did', () => {
    expect(told.code).toBe(0);
    expect(told.stderr).toBe('');
    expect(told.stdout).toContain('Все данные вымышлены');
    expect(told.stdout).toContain('a/outbox/district.xlsx');
    expect(told.stdout).toContain('210 чел.');
  });

  it('shows every section of the source, with shares within 0–100', async () => {
    const shares = rows.filter((r) => r.value !== '' && r.low !== '');
    expect(shares.length).toBeGreaterThan(5000);
    for (const row of shares) {
      expect(Number(row.value)).toBeGreaterThanOrEqual(0);
      expect(Number(row.value)).toBeLessThanOrEqual(100);
    }
    const { indicators: defined } = await loadCatalog({});
    const shown = new Set(
      rows
        .filter((r) => r.unit === 'predgorny' && r.period === '2024/25' && r.value)
        .map((r) => r.indicator!),
    );
    const silent = defined.filter(
      (i) =>
        i.kind !== 'group' && ![...shown].some((code) => code === i.code || code.startsWith(`${i.code}.`)),
    );
    expect(silent.map((i) => i.code)).toEqual([]);
  });

  it('has every planned slip in its place and no other fault', async () => {
    const issues = await say('.', 'export', 'issues', ...place);
    const planned = oneDistrict.faults.flatMap(({ unit, issues: codes }) =>
      codes.map((code) => `${unit} ${code}`),
    );
    const other = [...[' file.not_zip', 'school-03 value.changed', 'predgorny cell.link']];
    const found = records(issues.out).map((r) => `${r.organisation} ${r.code}`);
    expect(found.sort()).toEqual([...planned, ...other].sort());
  });

  it('shows how roadmaps and organisations change: renamed, merged, closed, moved, unpublished', () => {
    const bytes = readFileSync(join(east, 'a', 'outbox', 'district.xlsx'));
    const named = [
      ...['Реестр организаций', 'Изменения карты', 'Дорожная карта', 'Подтверждения', 'К мониторингу'],
      ...['Оценочные процедуры', 'Проверки', 'Акты о ВСОКО'],
    ];
    const { Sheets } = spreadsheet.read(bytes, { sheets: named });
    const text = (tab: string): string =>
      spreadsheet.utils
        .sheet_to_json<unknown[]>(Sheets[tab]!, { header: 1, defval: '' })
        .map((row) => row.join(' | '))
        .join('\n');
    const register = text('Реестр организаций');
    expect(register).toMatch(/Гимназия № 3 .*«Средняя общеобразовательная школа № 3»/);
    // the spreadsheet's number of 31 August 2024
    expect(register).toMatch(/с\. Дальнее .*45535.*присоединена \| .*с\. Каменка/);
    expect(register).toMatch(/Детский сад с\. Степное .*45535.*закрыта/);
    for (const change of ['срок перенесён', 'мероприятие исключено'])
      expect(text('Изменения карты')).toContain(change);
    expect(text('Дорожная карта')).toMatch(/июль 2025; .*15 октября.*№ 112-ОД/);
    const monitoring = text('К мониторингу');
    for (const year of ['2022/23', '2023/24', '2024/25']) expect(monitoring).toContain(` ${year} `);
    for (const fault of ['нет адреса', 'адрес с ошибкой', 'нет подтверждения'])
      expect(monitoring).toContain(fault);
    expect(text('Оценочные процедуры')).toContain('https://uo.example.org/prikaz-187.pdf');
    expect(text('Проверки')).toContain('Роспотребнадзор');
    expect(text('Акты о ВСОКО')).toContain('Регламент');
  });

  it('keeps the figures of the organisations that were closed', () => {
    const years = (unit: string) => {
      const periods = rows.filter((r) => r.unit === unit && r.value !== '').map((r) => r.period ?? '');
      return [...new Set(periods.filter((period) => /^\d{4}\/\d{2}$/.test(period)))].sort();
    };
    expect(years('school-13')).toEqual(['2022/23', '2023/24']);
    expect(years('kinder-05')).toEqual(['2022/23', '2023/24']);
  });

  describe('of several districts', () => {
    const region = () => join(east, 'a', 'region');

    it('is told of in the same answer', () => {
      expect(told.stdout).toContain('a/region/outbox/comparison.xlsx');
    });

    it('has every planned slip in its place and no other fault', () => {
      const issues = readFileSync(join(region(), 'outbox', 'issues.csv'), 'utf8').replace(/^\uFEFF/, '');
      const planned = severalDistricts.faults.flatMap(({ unit, issues: codes }) =>
        codes.map((code) => `${unit} ${code}`),
      );
      // printed in the roadmap itself, so nobody's slip
      const early = 'rechnoy activity.deadline_before_approval';
      const other = ['lesnoy activity.deadline_not_understood', early, early, early];
      const found = records(issues).map((r) => `${r.organisation} ${r.code}`);
      expect(found.sort()).toEqual([...planned, ...other].sort());
    });

    it('compares them: every measure of every district, indicators of all directions, charts', () => {
      const bytes = readFileSync(join(region(), 'outbox', 'comparison.xlsx'));
      const { Sheets, SheetNames } = spreadsheet.read(bytes);
      expect(SheetNames.slice(0, 3)).toEqual([
        ...['Сравнение районов', 'Общие показатели', 'Показатели в диаграммах'],
      ]);
      const rows = (tab: string): unknown[][] => spreadsheet.utils.sheet_to_json(Sheets[tab]!, { header: 1 });
      const totals = rows('Сравнение районов');
      const figures = (title: string) => totals.find((row) => row[0] === title)?.slice(1, 5) ?? [];
      expect(figures('Чья дорожная карта')).toEqual([
        ...['Рутульский район', 'Назрановский район', 'Башмаковский район', 'Куркинский район'],
      ]);
      expect(figures('Организаций')).toEqual([4, 3, 3, 3]);
      // the plans of Nazran and Kurkino name no targets
      const known = (title: string) => figures(title).map((value) => typeof value === 'number' && value > 0);
      expect(known('Целевые показатели достигнуты, % от оценённых')).toEqual([true, false, true, false]);
      for (const title of ['Выполнено мероприятий, %', 'Просрочено мероприятий']) {
        expect(known(title), title).toEqual([true, true, true, true]);
      }
      const common = rows('Общие показатели').filter((row) => typeof row[4] === 'number');
      expect(common.length).toBeGreaterThan(45);
      expect(new Set(common.map(([direction]) => direction)).size).toBeGreaterThan(7);
      const charts = Object.keys(unzipSync(bytes)).filter((name) => /charts\/chart\d+\.xml$/.test(name));
      expect(charts.length).toBeGreaterThan(12);
    });
  });

  describe('on two machines', () => {
    it('answers with one line of JSON where that is wanted', () => {
      expect(JSON.parse(toldInJson.stdout)).toMatchObject({
        workbooks: { failed: 1 },
        region: { date: severalDistricts.date, workbooks: { failed: 0 } },
      });
    });

    it('is byte-identical: reports, summary, issues', () => {
      for (const folder of ['inbox', 'outbox', 'region/inbox', 'region/outbox']) {
        const names = filesBelow(join(east, 'a', folder));
        expect(filesBelow(join(west, 'another', folder))).toEqual(names);
        expect(names.length).toBeGreaterThan(1);
        for (const name of names) {
          const one = readFileSync(join(east, 'a', folder, name));
          const other = readFileSync(join(west, 'another', folder, name));
          expect(one.equals(other), `${folder}/${name}`).toBe(true);
        }
      }
    });
  });
});
