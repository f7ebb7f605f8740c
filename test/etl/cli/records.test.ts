import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshFolder, records } from '../../e2e/msoko.ts';
import { fillRecords, type TypedRow } from '../../fixtures/fill-records.ts';
import { parsed, say } from './console.ts';

const dir = freshFolder();
const date = ['--date', '2025-03-01'] as const;
const inbox = (name: string) => join(dir, 'inbox', name);

/** Organisations of extracurricular education have few forms beside the registers. */
beforeAll(async () => {
  mkdirSync(join(dir, 'inbox'));
  writeFileSync(join(dir, 'msoko.config.json'), '{"schoolYear":"2024/25"}');
  writeFileSync(
    join(dir, 'districts.csv'),
    'code,name,region,region_name,roadmap\nd1,Горный район,RU-00,Область,\n',
  );
  writeFileSync(
    join(dir, 'organisations.csv'),
    'code,name,type,district,programmes\ns1,МКУ ДО «Дом творчества»,extracurricular,d1,ДОП\ns2,МКУ ДО «Радуга»,extracurricular,d1,ДОП\n',
  );
  expect((await say(dir, 'templates', ...date)).code).toBe(0);
}, 60_000);

const template = (unit: string) => readFileSync(join(dir, 'templates', '2024-25', `${unit}.xlsx`));
const send = (name: string, unit: string, rows: readonly TypedRow[], status?: string) =>
  writeFileSync(inbox(name), fillRecords(template(unit), rows, status));
const run = async () => parsed(await say(dir, 'run', ...date, '--json'));
const exported = async (record: string) =>
  records((await say(dir, 'export', 'records', '--record', record, ...date)).out);

const act = (title: string, more: TypedRow = {}): TypedRow => ({
  'regulation.kind': 'Положение',
  'regulation.title': title,
  'regulation.approved_on': '15.09.2024',
  ...more,
});

describe('registers from the template to the export', () => {
  it('a filled workbook gives its rows; a draft gives none', async () => {
    send('s1.xlsx', 's1', [
      act('Положение о ВСОКО', { 'regulation.link': 'https://school.ru/v.pdf' }),
      act('Регламент', { 'regulation.kind': 'регламент', 'regulation.link': 'school.ru' }),
      {
        'survey.audience': 'Родители (законные представители)',
        'survey.title': 'Мнение',
        'survey.held': 'октябрь 2024',
        'survey.responded': 40,
      },
    ]);
    send('s2.xlsx', 's2', [act('Черновик')], 'draft');
    send('d1.xlsx', 'd1', [
      { 'nok.organisation': 'МКУ ДО «Радуга»', 'nok.year': 2023, 'nok.comfort': '88,5' },
    ]);
    expect(await run()).toMatchObject({ workbooks: { read: 3, failed: 0 }, issues: { error: 1 } });
    expect(await exported('regulation')).toEqual([
      {
        organisation: 's1',
        school_year: '2024/25',
        row: '1',
        key: '',
        kind: 'regulation',
        title: 'Положение о ВСОКО',
        number: '',
        approved_on: '2024-09-15',
        repealed_on: '',
        link: 'https://school.ru/v.pdf',
        source: 's1.xlsx#Акты о ВСОКО!B8',
      },
      expect.objectContaining({ row: '2', kind: 'rules', title: 'Регламент', link: '' }),
    ]);
    const issues = records((await say(dir, 'export', 'issues', ...date)).out);
    expect(issues.filter((i) => i.code === 'cell.link')).toMatchObject([
      {
        severity: 'error',
        organisation: 's1',
        source: 's1.xlsx#Акты о ВСОКО!G9',
        element: 'regulation.link',
        raw: 'school.ru',
      },
    ]);
  });

  it('names organisations by code and lists every filled field of all registers', async () => {
    const all = records((await say(dir, 'export', 'records', ...date)).out);
    expect(all.filter((r) => r.record === 'nok').map((r) => [r.field, r.value, r.status])).toEqual([
      ['organisation', 's2', 'value'],
      ['year', '2023', 'value'],
      ['comfort', '88.5', 'value'],
    ]);
    expect(all.find((r) => r.record === 'regulation' && r.status === 'rejected')?.field).toBe('link');
  });

  it('a second run changes nothing; a corrected file gives its table whole, its faults go with the old one', async () => {
    const outbox = join(dir, 'outbox', 'district.xlsx');
    const before = statSync(outbox).mtimeMs;
    expect(await run()).toMatchObject({ workbooks: { read: 0, unchanged: 3 } });
    expect(statSync(outbox).mtimeMs).toBe(before);
    send('исправлено.xlsx', 's1', [act('Новое положение')]);
    expect(await run()).toMatchObject({ issues: { error: 0 } });
    const all = records((await say(dir, 'export', 'records', ...date)).out);
    // it says nothing of surveys
    expect(all.filter((r) => r.field === 'title').map((r) => r.value)).toEqual(['Новое положение', 'Мнение']);
  });

  it('an unknown register is told with the nearest one', async () => {
    const { code, log } = await say(dir, 'export', 'records', '--record', 'regulations', ...date);
    expect(code).toBe(2);
    expect(log).toContain('«regulation»');
  });
});
