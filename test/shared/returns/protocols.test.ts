import { describe, expect, it } from 'vitest';
import type { Issue } from '../../../shared/issue/issue.ts';
import { layout } from '../../../shared/plan/layout.ts';
import type { ReturnSource } from '../../../shared/returns/own-issues.ts';
import type { Protocol } from '../../../shared/returns/protocol.ts';
import { protocolPlan } from '../../../shared/returns/protocol-plan.ts';
import { protocols } from '../../../shared/returns/protocols.ts';
import type { Report } from '../../../shared/submission/report.ts';
import { remarkText } from '../../../shared/texts/required-remark.ts';
import { smallCatalog } from '../../fixtures/small-catalog.ts';
import { district, organisation, register } from '../../fixtures/small-register.ts';

const catalog = smallCatalog({
  forms: {
    late: { title: 'Поздняя форма', order: 3 },
    early: { title: 'Ранняя форма', order: 2, frequency: 'school_quarter', due: '10.11' },
  },
  elements: { a: {}, b: {}, c: { form: 'late' }, d: { form: 'early' } },
});
const schools = register([organisation('s1'), organisation('s2')], [district('d1')]);

const files: readonly ReturnSource[] = [
  { path: 'школы/s1.xlsx', kind: 'workbook', unit: 's1' },
  { path: 'old/s1-old.xlsx', kind: 'workbook', unit: 's1' },
  { path: 'values.csv', kind: 'observations' },
  { path: 'results.csv', kind: 'results' },
  { path: 'S2.XLSX', kind: 'unreadable' },
  { path: 'unknown.xlsx', kind: 'unreadable' },
];
const own = 'школы/s1.xlsx';

const issue = (code: Issue['code'], cell: string, more: Partial<Issue> = {}): Issue => {
  const [file = own, tab, at] = cell.includes('#') ? cell.split(/[#!]/) : [own, 'Форма', cell];
  const place = { file, ...(tab !== undefined && { tab }), ...(at !== undefined && { cell: at }) };
  return { code, place, organisation: 's1', element: 'a', period: '2024/25', ...more };
};

const report = (more: Partial<Report> = {}): Report => ({
  state: 'submitted',
  file: own,
  submittedOn: '2024-10-05',
  post: 'директор',
  ...more,
});

const of = (issues: readonly Issue[], reports: Readonly<Record<string, Report>> = { s1: report() }) =>
  protocols({
    catalog,
    register: schools,
    schoolYear: '2024/25',
    date: '2024-11-20',
    sources: files,
    issues,
    reports: new Map(Object.entries(reports)),
    words: remarkText,
    typed: () => undefined,
  });

const remarks = (all: readonly Protocol[]): string[] =>
  all.flatMap(({ unit, remarks: list }) =>
    list.map((r) => `${unit} ${r.severity} ${r.tab ?? r.file} ${r.cell ?? r.line ?? ''}`.trim()),
  );

/** All texts of the printed protocol, row by row. */
const printed = (protocol: Protocol): string[] => {
  const plan = protocolPlan(protocol);
  layout(plan);
  return plan.sheets[0]!.rows.map((row) => row.cells.map(({ value }) => value ?? '').join(' | '));
};

describe('who gets a protocol', () => {
  it.each<[string, Issue[], Record<string, Report>, string[]]>([
    ['nobody without remarks', [], { s1: report() }, []],
    ['an error', [issue('cell.not_number', 'B5')], { s1: report() }, ['s1']],
    ['a warning', [issue('check.jump', 'B5')], { s1: report() }, ['s1']],
    ['no word for the record alone', [issue('value.changed', 'B5')], { s1: report() }, []],
    ['a return without a fault', [], { s1: report({ state: 'returned', decidedOn: '2024-10-06' }) }, ['s1']],
    [
      'values in a list of the district',
      [issue('cell.range', 'values.csv#', { place: { file: 'values.csv', line: 3 } })],
      {},
      ['s1'],
    ],
    ['not official results', [issue('results.sum', '', { place: { file: 'results.csv', line: 3 } })], {}, []],
    [
      'not the register',
      [issue('register.incomplete', '', { place: { file: 'organisations.csv', line: 2 } })],
      {},
      [],
    ],
    ['not two copies in the inbox', [issue('workbook.duplicate', '', { place: { file: own } })], {}, []],
    [
      'a file nobody can open that has the name of a template',
      [{ code: 'file.encrypted', place: { file: 'S2.XLSX' } }],
      {},
      ['s2'],
    ],
    ['but not any file', [{ code: 'file.encrypted', place: { file: 'unknown.xlsx' } }], {}, []],
    ['the district itself does not', [issue('cell.range', 'B5', { organisation: 'd1' })], {}, []],
    [
      'nor a unit that no register knows',
      [issue('organisation.unknown', 'B5', { organisation: 's9' })],
      {},
      [],
    ],
  ])('%s', (_, issues, reports, units) => {
    expect(of(issues, reports).map((p) => p.unit)).toEqual(units);
  });
});

describe('the remarks of a protocol', () => {
  it('stand in the order of the book: the whole, then form by form, row by row; other files last', () => {
    const found = of([
      issue('cell.range', 'old/s1-old.xlsx#Форма!B1'),
      issue('cell.range', `${own}#Поздняя!B2`, { element: 'c' }),
      issue('cell.range', 'C10'),
      issue('cell.range', 'B10'),
      issue('check.jump', 'B9'),
      // no element: it stands with its tab
      issue('key.missing', `${own}#Поздняя!B1`, { element: undefined } as never),
      issue('cell.personal_data', `${own}#Титул!D20`, { element: undefined, period: undefined } as never),
    ]);
    expect(remarks(found)).toEqual([
      's1 error Титул D20',
      's1 warning Форма B9',
      's1 error Форма B10',
      's1 error Форма C10',
      's1 warning Поздняя B1',
      's1 error Поздняя B2',
      's1 error Форма B1',
    ]);
  });

  it('claim what is obligatory once it is due, all cells of a tab in one line', () => {
    const required = (cell: string, element: string, period = '2024/25') =>
      issue('cell.required', cell, { element, period });
    const found = of([
      required('B5', 'a'),
      required('B6', 'b'),
      // due on 10 November, and the one after the day of the protocol
      required(`${own}#Ранняя!B5`, 'd', '2024/25:q1'),
      required(`${own}#Ранняя!C5`, 'd', '2024/25:q3'),
    ]);
    expect(remarks(found)).toEqual(['s1 warning Форма B5', 's1 warning Ранняя B5']);
    expect(found[0]!.counts).toEqual({ error: 0, warning: 2, info: 0 });
    expect(found[0]!.remarks[0]).toMatchObject({
      form: 'f',
      element: '',
      todo: expect.stringContaining('B5, B6'),
    });
    expect(found[0]!.remarks[1]!.period).toBe('2024/25:q1');
  });

  it('are a thousand at most', () => {
    const many = Array.from({ length: 1003 }, (_, i) => issue('cell.range', `B${i + 5}`));
    const [protocol] = of(many);
    expect(protocol!.remarks).toHaveLength(1000);
    expect(protocol!.counts.error).toBe(1003);
    expect(printed(protocol!).pop()).toContain('Ещё 3 замечания');
  });
});

describe('the printed protocol', () => {
  const links = (protocol: Protocol) =>
    protocolPlan(protocol).sheets[0]!.rows.flatMap((row) =>
      row.cells.flatMap(({ link }) => (link ? [link] : [])),
    );

  it('says whose report it is, how it stands and what to do first', () => {
    const [protocol] = of([issue('cell.not_number', 'B5', { raw: '=1+1' }), issue('check.jump', 'B6')]);
    const rows = printed(protocol!);
    expect(rows).toContain('Организация | organisation s1');
    expect(rows).toContain('Сдан | 05.10.2024, директор');
    expect(rows).toContain('Файл | s1.xlsx');
    expect(rows).toContain('Найдено | 1 ошибка, 1 предупреждение');
    expect(rows.filter((row) => /^\d\. /.test(row))).toHaveLength(3);
    expect(rows.find((row) => row.includes('исправить |'))).toContain('=1+1');
    // the protocol is saved beside the book: no folder of the district's in the link
    expect(links(protocol!)).toEqual([
      { file: 's1.xlsx', sheet: 'Форма', cell: 'B5' },
      { file: 's1.xlsx', sheet: 'Форма', cell: 'B6' },
    ]);
  });

  it('passes on the remark of the district and the day that a new report must have', () => {
    const returned = report({
      state: 'returned',
      decidedOn: '2024-10-06',
      remark: 'Нет данных о 4 классах.',
    });
    const rows = printed(of([], { s1: returned })[0]!);
    expect(rows).toContain('Нет данных о 4 классах.');
    expect(rows).toContain(
      'Состояние | возвращён 06.10.2024: сведения не учитываются, пока не сдан исправленный отчёт',
    );
    expect(rows.join('\n')).toMatch(/1\. Выполните замечание района\.\n2\. .*позднее 06\.10\.2024/);
    expect(rows.pop()).toBe('Замечаний к данным нет.');
  });

  it('names lines of a list in words', () => {
    const [protocol] = of([issue('cell.range', '', { place: { file: 'values.csv', line: 3 } })], {});
    expect(printed(protocol!).pop()).toContain('values.csv, строка 3');
    expect(links(protocol!)).toEqual([]);
  });

  it('asks for a file that can be read', () => {
    const [protocol] = of([{ code: 'file.encrypted', place: { file: 'S2.XLSX' } }], {});
    const rows = printed(protocol!);
    expect(rows).toContain('Состояние | отчёт не получен');
    expect(rows.filter((row) => /^\d\. /.test(row))).toEqual([
      '1. Пришлите файл, который открывается и читается: из присланного ничего взять нельзя.',
    ]);
  });
});
