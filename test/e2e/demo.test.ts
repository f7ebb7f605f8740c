import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as spreadsheet from '@e965/xlsx';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadCatalog } from '../../etl/catalog/load.ts';
import { oneDistrict, severalDistricts } from '../../etl/demo/demonstration.ts';
import { say } from '../etl/cli/console.ts';
import { type Ended, freshFolder, msoko, records } from './msoko.ts';

const files = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();

const east = freshFolder();
const west = freshFolder();
const runs: Ended[] = [];

beforeAll(async () => {
  // two machines as far apart as time zones go, in folders of different names
  runs.push(
    ...(await Promise.all([
      msoko(['demo', 'a'], { cwd: east, env: { TZ: 'Pacific/Kiritimati' } }),
      msoko(['demo', 'another', '--json'], {
        cwd: west,
        env: { TZ: 'Pacific/Pago_Pago', LANG: 'de_DE.UTF-8' },
      }),
    ])),
  );
}, 300_000);

describe('the demonstration', () => {
  it('ends with 0 although the data has faults, and tells in Russian what it did', () => {
    const [told] = runs;
    expect(told?.code).toBe(0);
    expect(told?.stderr).toBe('');
    expect(told?.stdout).toContain('Все данные вымышлены');
    expect(told?.stdout).toContain('a/outbox/district.xlsx');
    expect(told?.stdout).toContain('210 чел.');
    expect(JSON.parse(runs[1]?.stdout ?? '')).toMatchObject({ workbooks: { failed: 1 } });
  });

  it('is byte-identical on both machines: reports, summary, issues', () => {
    for (const folder of ['inbox', 'outbox', 'region/inbox', 'region/outbox']) {
      const names = files(join(east, 'a', folder));
      expect(files(join(west, 'another', folder))).toEqual(names);
      expect(names.length).toBeGreaterThan(1);
      for (const name of names) {
        const one = readFileSync(join(east, 'a', folder, name));
        const other = readFileSync(join(west, 'another', folder, name));
        expect(one.equals(other), relative('.', name)).toBe(true);
      }
    }
  });

  it('shows every section of the source, with shares within 0–100', async () => {
    const at = ['--workspace', join(east, 'a'), '--date', '2025-08-29'];
    const indicators = await say('.', 'export', 'indicators', ...at);
    const rows = records(indicators.out);
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
    const issues = await say('.', 'export', 'issues', '--workspace', join(east, 'a'), '--date', '2025-08-29');
    const planned = oneDistrict.faults.flatMap(({ unit, issues: codes }) =>
      codes.map((code) => `${unit} ${code}`),
    );
    const other = [' file.not_zip', 'school-03 value.changed'];
    const found = records(issues.out).map((r) => `${r.organisation} ${r.code}`);
    expect(found.sort()).toEqual([...planned, ...other].sort());
  });

  describe('of several districts', () => {
    const region = () => join(east, 'a', 'region');

    it('is told of in the same answer', () => {
      expect(runs[0]?.stdout).toContain('a/region/outbox/comparison.xlsx');
      expect(JSON.parse(runs[1]?.stdout ?? '')).toMatchObject({
        region: { date: severalDistricts.date, workbooks: { failed: 0 } },
      });
    });

    it('has every planned slip in its place and no other fault', () => {
      const issues = readFileSync(join(region(), 'outbox', 'issues.csv'), 'utf8').replace(/^\uFEFF/, '');
      const planned = severalDistricts.faults.flatMap(({ unit, issues: codes }) =>
        codes.map((code) => `${unit} ${code}`),
      );
      // printed in the roadmap itself, so nobody's slip
      const other = ['lesnoy activity.deadline_not_understood'];
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
      const figures = (title: string) => totals.find((row) => row[0] === title)?.slice(1, 4) ?? [];
      expect(figures('Чья дорожная карта')).toEqual([
        ...['Рутульский район', 'Назрановский район', 'Башмаковский район'],
      ]);
      expect(figures('Организаций')).toEqual([4, 3, 3]);
      // the plan of Nazran names no targets
      const known = (title: string) => figures(title).map((value) => typeof value === 'number' && value > 0);
      expect(known('Целевые показатели достигнуты, % от оценённых')).toEqual([true, false, true]);
      for (const title of ['Выполнено мероприятий, %', 'Просрочено мероприятий']) {
        expect(known(title), title).toEqual([true, true, true]);
      }
      const common = rows('Общие показатели').filter((row) => typeof row[4] === 'number');
      expect(common.length).toBeGreaterThan(45);
      expect(new Set(common.map(([direction]) => direction)).size).toBeGreaterThan(7);
      const charts = Object.keys(unzipSync(bytes)).filter((name) => /charts\/chart\d+\.xml$/.test(name));
      expect(charts.length).toBeGreaterThan(12);
    });
  });

  it('does not overwrite a folder that is not a demonstration', async () => {
    const ended = await msoko(['demo', '.'], { cwd: freshFolder() });
    expect(ended.code).toBe(2);
  });
});
