import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as spreadsheet from '@e965/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshFolder, records } from '../e2e/msoko.ts';
import { parsed, say } from '../etl/cli/console.ts';

const { utils } = spreadsheet;
const date = ['--date', '2025-04-15'] as const;

/** What is entered of two activities: by the key of the workbook, then by field. */
type Typed = Readonly<Record<string, Readonly<Record<string, string>>>>;

const activities = [
  'roadmap,id,direction,section,no,title,deadline,target,executors,documents,level,year,parent,evidence_inherited,note',
  'plan,3,talents,Таланты,3,Олимпиада школы,"март 2025 г., май 2025 г.",Не менее 2 мероприятий,школы,,organisation,,,,',
  'plan,4,talents,Таланты,4,Положение об олимпиаде,март 2025 г.,Наличие положения,школы,,organisation,,,,',
  'plan,5,talents,Таланты,5,Сводный отчёт,март 2025 г.,,Отдел,,district,,,,',
];

/** A workspace of two districts by one roadmap. */
function workspace(): string {
  const dir = freshFolder();
  for (const folder of ['inbox', 'catalog']) mkdirSync(join(dir, folder));
  const put = (path: string, lines: readonly string[]): void =>
    writeFileSync(join(dir, path), `${lines.join('\n')}\n`);
  put('msoko.config.json', [JSON.stringify({ schoolYear: '2024/25' })]);
  put('districts.csv', [
    'code,name,region,region_name,roadmap',
    'gor,Горный район,RU-00,Область,plan',
    'les,Лесной район,RU-00,Область,plan',
  ]);
  put('organisations.csv', [
    'code,name,type,district,programmes',
    'd1,Центр № 1,extracurricular,gor,ДОП',
    'd2,Центр № 2,extracurricular,gor,ДОП',
    'd3,Центр № 3,extracurricular,gor,ДОП',
    'd4,Центр № 4,extracurricular,gor,ДОП',
    'd5,Центр № 5,extracurricular,gor,ДОП',
    'x1,Центр лесной,extracurricular,les,ДОП',
  ]);
  put('catalog/roadmap.csv', [
    'id,district,region,title,approved_by,approved_on,period_from,period_to,source',
    'plan,Горный район,Область,План,приказ,2024-10-01,2024-09-01,2025-12-31,нет',
  ]);
  put('catalog/activities.csv', activities);
  return dir;
}

/** Types into the tab of the tracker by its keys, in an own workbook or in the district's for all. */
function fill(path: string, typed: Typed, organisation?: string): Uint8Array {
  const book = spreadsheet.read(readFileSync(path));
  const sheet = book.Sheets['Дорожная карта']!;
  const range = utils.decode_range(sheet['!ref']!);
  const text = (r: number, c: number): string => String(sheet[utils.encode_cell({ r, c })]?.v ?? '');
  const all = Array.from({ length: range.e.r + 1 }, (_, r) => r);
  const head = all.find((r) => text(r, 0) === '#fields')!;
  const columns = new Map<string, number>();
  for (let c = 1; c <= range.e.c; c++) columns.set(text(head, c), c);
  const code = columns.get('#organisation');
  for (const [key, cells] of Object.entries(typed)) {
    const row = all.find(
      (r) => text(r, 0) === key && (organisation === undefined || text(r, code!) === organisation),
    );
    if (row === undefined) throw new Error(`no row ${key} ${organisation ?? ''}`);
    for (const [field, value] of Object.entries(cells))
      sheet[utils.encode_cell({ r: row, c: columns.get(`activity.${field}`)! })] = { t: 's', v: value };
  }
  return new Uint8Array(spreadsheet.write(book, { type: 'buffer', bookType: 'xlsx' }));
}

const entered: Typed = {
  'plan/3@2025-03-31': { status: 'выполнено', done_on: '20.03.2025', fact: '3' },
  'plan/3@2025-05-31': { status: 'в работе', comment: 'идёт' },
  'plan/4@2025-03-31': {
    status: 'Выполнено',
    evidence: 'приказ № 5 от 20.03.2025',
    link: 'https://d1.example.ru/5',
  },
};

const registers = [
  'record,organisation,school_year,procedure,subject,grade,date_from,Окончание',
  'procedure,gor,2024/25,ВПР,Математика,4 класс,10.04.2025,12.04.2025',
  'procedure,d1,,НИКО,,,неделя,',
  'nothing,d1,,НИКО,,,10.04.2025,',
  'procedure,d2,весна,НИКО,,,10.04.2025,',
];

const csv = (lines: readonly string[]) => `${lines.join('\r\n')}\r\n`;

describe('the same activities, entered in three ways', () => {
  let dir: string;
  let own: string;
  let all: string;
  let standing: Record<string, string>[];
  const inbox = (name: string) => join(dir, 'inbox', name);
  const exported = async () => (await say(dir, 'export', 'activities', ...date)).out;
  const issues = async () => records((await say(dir, 'export', 'issues', ...date)).out);

  beforeAll(async () => {
    dir = workspace();
    own = join(dir, 'templates/2024-25/d1.xlsx');
    all = join(dir, 'templates/2024-25/gor-all-activity.xlsx');
    expect((await say(dir, 'templates', ...date)).code).toBe(0);
    expect((await say(dir, 'templates', '--for-all', '--form', 'activity', ...date)).code).toBe(0);
  }, 60_000);

  it('own workbook = district on behalf = table: equal rows of export activities', async () => {
    writeFileSync(inbox('d1.xlsx'), fill(own, entered));
    writeFileSync(inbox('gor-all.xlsx'), fill(all, entered, 'd2'));
    writeFileSync(
      inbox('d3.csv'),
      csv([
        'Organisation;Activity;Due;Status;done_on;fact;evidence;link;comment',
        'd3;3;2025-03-31;выполнено;20.03.2025;3;;;',
        'd3;plan/3;31.05.2025;в работе;;;;;идёт',
        'd3;plan/4@2025-03-31;;Выполнено;;;приказ № 5 от 20.03.2025;https://d1.example.ru/5;',
      ]),
    );
    expect((await say(dir, 'run', ...date)).code).toBe(0);
    const lines = (await exported()).split('\n');
    const of = (unit: string) =>
      lines.filter((line) => line.includes(`,${unit},`)).map((line) => line.replace(`,${unit},`, ',,'));
    // 31 March 2025 was a Monday, 30 May the last working day of its month
    expect(of('d1')).toEqual([
      'plan,3,talents,3,organisation,,2025-03-31,done,met,3,',
      'plan,3,talents,3,organisation,,2025-05-30,in_progress,no_data,,',
      'plan,4,talents,4,organisation,,2025-03-31,done,met,,',
    ]);
    expect(of('d2')).toEqual(of('d1'));
    expect(of('d3')).toEqual(of('d1'));
  });

  it('of one row the newest file counts, other rows stay; a district speaks for its own only', async () => {
    const later = { 'plan/4@2025-03-31': { status: 'не применимо' } };
    writeFileSync(inbox('gor-later.xlsx'), fill(all, later, 'd1'));
    const foreign = spreadsheet.read(fill(all, later, 'd5'));
    for (const cell of Object.values(foreign.Sheets['Дорожная карта']!))
      if (cell?.v === 'd5') Object.assign(cell, { v: 'x1', w: 'x1' });
    writeFileSync(inbox('foreign.xlsx'), spreadsheet.write(foreign, { type: 'buffer', bookType: 'xlsx' }));
    await say(dir, 'run', ...date);
    const rows = records(await exported());
    expect(rows.filter((r) => r.unit === 'd1').map((r) => `${r.id} ${r.status}`)).toEqual([
      '3 done',
      '3 in_progress',
      '4 not_applicable',
    ]);
    expect(rows.filter((r) => r.unit === 'x1' && r.status === 'not_applicable')).toEqual([]);
    const errors = (await issues()).filter(({ severity }) => severity === 'error');
    expect(errors.map((i) => [i.code, i.organisation, i.source!.split('#')[0]])).toEqual([
      ['organisation.unknown', 'x1', 'foreign.xlsx'],
    ]);
    // a new book for all brings along what each organisation has entered
    const made = parsed(await say(dir, 'templates', '--for-all', '--form', 'activity', ...date, '--json'));
    expect(made).toMatchObject({ written: 1 });
    const book = spreadsheet.read(readFileSync(all));
    const sheet = utils.sheet_to_json<string[]>(book.Sheets['Дорожная карта']!, { header: 1, defval: '' });
    const mine = sheet.filter((row) => row.includes('d1')).map((row) => `${row[0]} ${row[5]}`);
    expect(mine).toEqual([
      'plan/3@2025-03-31 выполнено',
      'plan/3@2025-05-31 в работе',
      'plan/4@2025-03-31 не применимо',
    ]);
    rmSync(inbox('foreign.xlsx'));
  });

  it('every slip of a table is an issue with its line, and takes nothing else along', async () => {
    const lines = [
      'organisation,activity,due,status,done_on,fact,link,comment',
      'd4,3,2025-03-31,почти,,,,', // a status outside the list
      'd4,3,2025-05-31,выполнено,31.08.2024,2,,', // a day before the roadmap began
      'd4,4,2025-03-31,в работе,,,ftp://d4.example.ru,', // an address that is none
      'd5,3,2025-03-31,в работе,,много,,', // a fact that is no number
      'd5,99,2025-03-31,выполнено,,,,', // an unknown activity
      'd5,5,2025-03-31,выполнено,,,,', // one of the district's
      'gor,5,не знаю,выполнено,,,,', // no day
      'd9,3,2025-03-31,выполнено,,,,', // an unknown organisation
      ',3,2025-03-31,выполнено,,,,',
      'd5,3,2025-05-31,выполнено,16.04.2025,,,', // a day ahead of the run
      'd5,4,2025-03-31,выполнено,,,,да,нет', // more cells than columns
    ];
    writeFileSync(inbox('tracker.csv'), csv(lines));
    writeFileSync(inbox('registers.csv'), csv(registers));
    expect((await say(dir, 'withdraw', 'foreign.xlsx', ...date)).code).toBe(0);
    expect((await say(dir, 'run', ...date)).code).toBe(1);
    standing = await issues();
    const found = standing
      .filter((i) => i.source!.startsWith('tracker.csv'))
      .map((i) => [i.source, i.code, i.element, i.raw]);
    expect(found.sort((a, b) => Number(a[0]!.split('#L')[1]) - Number(b[0]!.split('#L')[1]))).toEqual([
      ['tracker.csv#L2', 'cell.list', 'activity.status', 'почти'],
      ['tracker.csv#L3', 'cell.date', 'activity.done_on', '2024-08-31'],
      ['tracker.csv#L4', 'cell.link', 'activity.link', 'ftp://d4.example.ru'],
      ['tracker.csv#L5', 'cell.not_number', 'activity.fact', 'много'],
      ['tracker.csv#L6', 'activity.unknown', 'activity', '99@2025-03-31'],
      ['tracker.csv#L7', 'activity.unknown', 'activity', '5@2025-03-31'],
      ['tracker.csv#L8', 'cell.date', 'activity.due', 'не знаю'],
      ['tracker.csv#L9', 'organisation.unknown', '', 'd9'],
      ['tracker.csv#L10', 'organisation.unknown', 'activity', ''],
      ['tracker.csv#L11', 'cell.date', 'activity.done_on', '2025-04-16'],
      ['tracker.csv#L12', 'cell.not_number', '', 'd5 | 4 | 2025-03-31 | выполнено |  |  |  | да | нет'],
    ]);
    const rows = records(await exported()).filter(({ unit }) => unit === 'd4' || unit === 'd5');
    expect(rows.map((r) => [r.id, r.unit, r.due, r.status, r.fact].join(' '))).toEqual([
      '3 d4 2025-03-31 overdue ',
      '3 d4 2025-05-30 done 2',
      '3 d5 2025-03-31 overdue много',
      '3 d5 2025-05-30 done ',
      '4 d4 2025-03-31 overdue ',
      '4 d5 2025-03-31 overdue ',
    ]);
  });

  it('registers of objects come as tables too, and are told apart from the others', async () => {
    const rows = records((await say(dir, 'export', 'records', '--record', 'procedure', ...date)).out);
    expect(
      rows.map((r) => [r.organisation, r.school_year, r.procedure, r.date_from, r.date_to, r.source]),
    ).toEqual([
      ['d1', '2024/25', 'niko', '', '', 'registers.csv#L3'],
      ['gor', '2024/25', 'vpr', '2025-04-10', '2025-04-12', 'registers.csv#L2'],
    ]);
    const found = standing.map((i) => `${i.source} ${i.code}`).filter((line) => /^registers/.test(line));
    expect(found.sort()).toEqual([
      'registers.csv#L3 cell.date',
      'registers.csv#L4 element.unknown',
      'registers.csv#L5 period.unknown',
    ]);
  });
});
