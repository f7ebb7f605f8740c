import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { goldenCopy, records } from '../e2e/msoko.ts';
import { parsed, say } from '../etl/cli/console.ts';
import { handMadeXlsx } from '../fixtures/hand-made-xlsx.ts';
import { entryTab, metaTab, numberCell, rawWorkbook } from '../fixtures/keyed-workbook.ts';

const date = ['--date', '2025-06-01'] as const;
const name = 'Выдумова Мария Петровна';
const compound = (stream: string): Buffer =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    Buffer.from(`${stream}\0`, 'utf16le'),
  ]);
const head = 'organisation,period,element,value\n';

let dir = '';
const inbox = (...path: string[]): string => join(dir, 'inbox', ...path);
/** Pupils of s1 as its workbook says. */
const book = (pupils: number, tab = 'Форма', workspace = 'RU-00/gor'): Uint8Array =>
  rawWorkbook([
    metaTab({ workspace, unit: 's1', workbook: 's1' }),
    entryTab([['g.pupils', (at) => numberCell(at, pupils)]], { name: tab, period: '2023/24' }),
  ]);

/** What stands in the inbox: the path and the code it ends in; files that are read have none. */
const files: readonly (readonly [path: string, bytes: () => string | Uint8Array, code?: string])[] = [
  ['годная.xlsx', () => book(77)],
  ['не книга.xlsx', () => 'привет', 'file.not_zip'],
  ['пустой.xlsx', () => '', 'file.not_zip'],
  ['обрезанный.xlsx', () => book(5).subarray(0, 600), 'file.truncated'],
  ['бомба.xlsx', () => zipSync({ 'xl/workbook.xml': new Uint8Array(6e6) }), 'file.bomb'],
  [
    'сущности.xlsx',
    () => handMadeXlsx('', { 'xl/workbook.xml': '<!DOCTYPE a [<!ENTITY b "c">]><workbook/>' }),
    'file.broken_xml',
  ],
  ['пароль.xlsx', () => compound('EncryptedPackage'), 'file.encrypted'],
  ['старый.xlsx', () => compound('Workbook'), 'file.xls'],
  [
    'таблица.ods',
    () => zipSync({ mimetype: new Uint8Array(1), 'content.xml': new Uint8Array(1) }),
    'file.unknown_kind',
  ],
  ['архив.zip', () => zipSync({ 'a.xlsx': book(5) }), 'file.unknown_kind'],
  ['скан.pdf', () => '%PDF', 'file.unknown_kind'],
  ['кавычка.csv', () => `${head}s1,2023/24,g.pupils,"5\n`, 'file.broken_csv'],
  ['нули.csv', () => new Uint8Array(50), 'file.unknown_kind'],
  ['чужая.xlsx', () => book(5, 'Форма', 'RU-99/x'), 'workbook.foreign'],
  ['ничья.xlsx', () => handMadeXlsx('<sheetData/>'), 'workbook.no_meta'],
  ['.~lock.годная.xlsx#', () => 'x'],
  ['~$годная.xlsx', () => 'x'],
  ['папка.xlsx/внутри.csv', () => `${head}s1,2022/23,g.pupils,31\n`],
  [`и\u0306од.csv`, () => `${head}s1,2021/22,g.pupils,32\n`],
  [`${name}.csv`, () => `${head}s1,2020/21,g.pupils,33\n`, 'cell.personal_data'],
  [
    'с листом.xlsx',
    () =>
      rawWorkbook([
        metaTab({ workspace: 'RU-00/gor', unit: 's1' }),
        entryTab([['g.pupils', (at) => numberCell(at, 34)]], { name, period: '2019/20' }),
      ]),
    'cell.personal_data',
  ],
];
const unreadable = files.filter(([, , code]) => code?.startsWith('file.'));

beforeAll(() => {
  dir = goldenCopy();
  rmSync(inbox('observations.csv'));
  rmSync(inbox('results.csv'));
  for (const [path, bytes] of files) {
    mkdirSync(join(inbox(path), '..'), { recursive: true });
    writeFileSync(inbox(path), bytes());
  }
  symlinkSync(inbox('годная.xlsx'), inbox('ссылка.xlsx'));
  // an entry that vanished between the listing and the reading looks like a dangling link
  symlinkSync(inbox('нет такого'), inbox('повисла.xlsx'));
});

describe('an inbox of everything', () => {
  it('is read as far as it can be, every other file in a coded issue, and ends with 3', async () => {
    const run = await say(dir, 'run', ...date, '--json');
    expect(run.code).toBe(3);
    const { workbooks, observations } = parsed(run) as Record<string, Record<string, number>>;
    // 7 good ones: two of them say that they are nobody's
    expect(workbooks).toEqual({ read: 7, unchanged: 0, failed: unreadable.length + 2 });
    expect(observations!.total).toBe(5);

    const issues = records((await say(dir, 'export', 'issues', ...date)).out);
    const codesOf = (source: string) =>
      issues.filter((issue) => issue.source === source).map((issue) => issue.code);
    for (const [path, , code] of files) {
      if (code !== undefined && code !== 'cell.personal_data')
        expect([path, codesOf(path)]).toEqual([path, [code]]);
    }
    expect(codesOf('ссылка.xlsx')).toEqual(['file.unavailable']);
    expect(codesOf('повисла.xlsx')).toEqual(['file.unavailable']);
    expect(
      issues
        .filter(({ code }) => code === 'cell.personal_data')
        .map(({ severity, source }) => `${severity} ${source}`),
    ).toEqual([
      expect.stringMatching(/^warning \(имя скрыто [0-9a-f]{6}\)\.csv$/),
      'warning с листом.xlsx#лист 2 (имя скрыто)',
    ]);
    const values = records((await say(dir, 'export', 'observations', ...date)).out);
    expect(
      values
        .filter(({ status }) => status === 'value')
        .map((o) => `${o.organisation} ${o.period} ${o.value}`),
    ).toEqual(['s1 2019/20 34', 's1 2020/21 33', 's1 2021/22 32', 's1 2022/23 31', 's1 2023/24 77']);
    expect(values.find(({ value }) => value === '32')?.source).toBe('йод.csv#L2');
  });

  it('says the same in the second run, changes nothing and is quick', async () => {
    const written = statSync(join(dir, 'outbox', 'issues.csv')).mtimeMs;
    const again = await say(dir, 'run', ...date, '--json');
    expect(again.code).toBe(3);
    expect(parsed(again)).toMatchObject({
      workbooks: { read: 0, unchanged: 7, failed: unreadable.length + 2 },
    });
    expect(statSync(join(dir, 'outbox', 'issues.csv')).mtimeMs).toBe(written);
  });

  it('tells a person named in no file', async () => {
    const listed = await say(dir, 'run', ...date);
    const issues = readFileSync(join(dir, 'outbox', 'issues.csv'), 'utf8');
    const store = readFileSync(join(dir, 'store', 'msoko.duckdb'), 'utf8');
    for (const text of [listed.out, listed.log, issues, store]) expect(text).not.toContain('Выдумова');
  });

  it('checks one file of it at a time by the same words', async () => {
    const one = await say(dir, 'check', inbox('обрезанный.xlsx'), ...date);
    expect(one.code).toBe(3);
    expect(one.out).toContain('скопирован не полностью');
    const named = await say(dir, 'check', inbox(`${name}.csv`), ...date);
    expect(named.out).not.toContain('Выдумова');
    expect(named.out).toContain('Переименуйте файл');
  });

  it('knows a composed name by its other form, and a hidden one by the name it has', async () => {
    for (const path of ['и\u0306од.csv', `${name}.csv`]) {
      const withdrawn = await say(dir, 'withdraw', path, ...date);
      expect(withdrawn.code).toBe(0);
      expect(withdrawn.out).not.toContain('Выдумова');
    }
    const values = records((await say(dir, 'export', 'observations', ...date)).out);
    expect(values.map(({ value }) => value)).not.toContain('33');
  });

  it('is well once the bad files are gone or mended', async () => {
    for (const [path, , code] of files)
      if (code !== undefined && existsSync(inbox(path))) rmSync(inbox(path));
    for (const link of ['ссылка.xlsx', 'повисла.xlsx']) rmSync(inbox(link));
    renameSync(inbox('папка.xlsx'), inbox('папка'));
    const run = await say(dir, 'run', ...date, '--json');
    expect(run.code).toBe(0);
    expect(parsed(run)).toMatchObject({ workbooks: { failed: 0 }, issues: { error: 0 } });
  });
});
