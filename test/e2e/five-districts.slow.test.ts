import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as spreadsheet from '@e965/xlsx';
import { expect, it } from 'vitest';
import { parsed, say } from '../etl/cli/console.ts';
import { freshFolder, records } from './msoko.ts';

const roadmaps = ['bashmakovo', 'botlikh', 'kurkino', 'nazran', 'rutul'];

/** Dates of the roadmaps overlap in 2021 and 2022; botlikh is of 2025: its rows are all ahead. */
const date = ['--date', '2022-05-20'] as const;

it('five districts with five roadmaps live in one workspace', async () => {
  const dir = freshFolder();
  expect((await say(dir, 'init', '.', '--roadmap', 'rutul', '--district', 'rutul', '--force')).code).toBe(0);
  writeFileSync(join(dir, 'msoko.config.json'), '{"schoolYear":"2021/22"}');
  writeFileSync(
    join(dir, 'districts.csv'),
    [
      'code,name,region,region_name,roadmap',
      ...roadmaps.map((id) => `${id},Район ${id},RU-00,Область,${id}`),
    ].join('\n'),
  );
  writeFileSync(
    join(dir, 'organisations.csv'),
    [
      'code,name,type,district,programmes',
      ...roadmaps.map((id) => `${id}_o,ДДТ ${id},extracurricular,${id},ДОП`),
    ].join('\n'),
  );
  expect(parsed(await say(dir, 'templates', ...date, '--json'))).toMatchObject({ written: 10 });
  const run = parsed(await say(dir, 'run', ...date, '--json'));
  expect(run).toMatchObject({
    outputs: [
      ...roadmaps.map((id) => `outbox/${id}/district.xlsx`),
      ...roadmaps.map((id) => `outbox/${id}/ministry.xlsx`),
      'outbox/comparison.xlsx',
      'outbox/issues.csv',
    ],
  });
  const status = (await say(dir, 'status', ...date)).out;
  for (const id of roadmaps) expect(status).toContain(`Район ${id}`);
  const activities = records((await say(dir, 'export', 'activities', ...date)).out);
  expect([...new Set(activities.map(({ roadmap }) => roadmap))]).toEqual(roadmaps);
  expect(activities.every(({ roadmap, unit }) => unit!.startsWith(roadmap!))).toBe(true);
  const criteria = records((await say(dir, 'export', 'criteria', ...date)).out);
  expect([criteria.length, new Set(criteria.map(({ unit }) => unit))]).toEqual([
    162,
    new Set(['nazran', 'nazran_o']),
  ]);
  const tabs = (path: string) => spreadsheet.read(readFileSync(join(dir, path))).SheetNames;
  expect(tabs('outbox/comparison.xlsx').slice(0, 2)).toEqual(['Сравнение районов', 'Общие показатели']);
  expect(tabs('outbox/rutul/district.xlsx')).toEqual(
    expect.arrayContaining(['Управленческий цикл', 'Ожидаемые результаты', 'К мониторингу']),
  );
  expect(tabs('outbox/nazran/district.xlsx')).toEqual(
    expect.arrayContaining(['Самооценка', 'Ответы на критерии']),
  );
  expect(tabs('outbox/botlikh/district.xlsx')).not.toContain('Самооценка');
}, 180_000);
