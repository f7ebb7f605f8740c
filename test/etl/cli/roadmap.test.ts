import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as spreadsheet from '@e965/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { unpack } from '../../../etl/xlsx/normalise.ts';
import { freshFolder, records } from '../../e2e/msoko.ts';
import { parsed, say } from './console.ts';

const activities = [
  'roadmap,id,direction,section,no,title,deadline,target,executors,documents,level,year,parent,evidence_inherited,note',
  'plan,1,legal-framework,Нормативы,1,Положение об оценке,декабрь 2024 г.,Наличие положения,Отдел,,,,,,',
  'plan,2,student-results,Качество,2,Мониторинг,ежеквартально,,"Отдел, Методический кабинет",,,,,,',
  'plan,3,talents,Таланты,3,Олимпиада школы,март 2025 г.,Не менее 2 мероприятий,школы,,organisation,,,,',
  'plan,4,objectivity,Объективность,4,Участие в НИКО,в соответствии с графиком проведения НИКО,,Отдел,,,,,,',
  'plan,5,objectivity,Объективность,5,Приказ о наблюдателях,сентябрь 2024 г.,,Отдел,,,,,,',
  'plan,6,objectivity,Объективность,6,Разбор,когда сочтут нужным,,Отдел,,,,,,',
  'plan,7,leaders,Руководители,7,"Резерв, включая:",июнь 2025 г.,,Отдел,,,,,,',
  'plan,7.1,leaders,Руководители,7.1,Список резерва,март 2025 г.,,Отдел,,,,7,,',
];

/** Cells by field code; a key `''` stands for a new row below the others. */
type Typed = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Types into a tab of registers by its keys, as a person types into the cells, and gives back their addresses. */
function fill(book: spreadsheet.WorkBook, tab: string, typed: Typed): Map<string, string> {
  const sheet = book.Sheets[tab]!;
  const range = spreadsheet.utils.decode_range(sheet['!ref']!);
  const at = (r: number, c: number): string => spreadsheet.utils.encode_cell({ r, c });
  const rows = Array.from({ length: range.e.r + 1 }, (_, r) => r);
  const head = rows.find((r) => sheet[at(r, 0)]?.v === '#fields')!;
  const columns = new Map<string, number>();
  for (let c = 1; c <= range.e.c; c++) {
    const key = sheet[at(head, c)]?.v as string | undefined;
    if (key !== undefined) columns.set(key.slice(key.lastIndexOf('.') + 1), c);
  }
  const places = new Map<string, string>();
  let free = rows.find((r) => r > head + 1 && sheet[at(r, 0)]?.v === undefined) ?? range.e.r + 1;
  for (const [key, cells] of Object.entries(typed)) {
    const row = key.startsWith('+') ? free++ : rows.find((r) => sheet[at(r, 0)]?.v === key);
    if (row === undefined) throw new Error(`no row ${key} in ${tab}`);
    for (const [field, value] of Object.entries(cells)) {
      const address = at(row, columns.get(field)!);
      sheet[address] = { t: 's', v: value };
      places.set(`${key} ${field}`, `${tab}!${address}`);
    }
  }
  sheet['!ref'] = spreadsheet.utils.encode_range({
    s: range.s,
    e: { ...range.e, r: Math.max(range.e.r, free) },
  });
  return places;
}

const date = ['--date', '2025-04-15'] as const;
let dir: string;
let places: Map<string, string>;

const template = (code: string) =>
  spreadsheet.read(readFileSync(join(dir, 'templates/2024-25', `${code}.xlsx`)), { type: 'buffer' });
const send = (code: string, book: spreadsheet.WorkBook): void =>
  writeFileSync(
    join(dir, 'inbox', `${code}.xlsx`),
    spreadsheet.write(book, { type: 'buffer', bookType: 'xlsx' }),
  );

beforeAll(async () => {
  dir = freshFolder();
  for (const folder of ['inbox', 'catalog']) mkdirSync(join(dir, folder));
  const put = (path: string, lines: readonly string[]): void =>
    writeFileSync(join(dir, path), `${lines.join('\n')}\n`);
  put('msoko.config.json', [JSON.stringify({ schoolYear: '2024/25', timeZone: 'Europe/Moscow' })]);
  put('districts.csv', ['code,name,region,region_name,roadmap', 'gor,Горный район,RU-00,Область,plan']);
  put('organisations.csv', [
    'code,name,type,district,programmes,opened,closed',
    'd1,Центр № 1,extracurricular,gor,ДОП,,',
    'd2,Центр № 2,extracurricular,gor,ДОП,,',
    'd3,Центр № 3,extracurricular,gor,ДОП,,2025-01-31',
  ]);
  put('catalog/roadmap.csv', [
    'id,district,region,title,approved_by,approved_on,period_from,period_to,source',
    'plan,Горный район,Область,План,приказ,2024-10-01,2024-09-01,2025-12-31,нет',
  ]);
  put('catalog/activities.csv', activities);
  const made = await say(dir, 'templates', ...date);
  expect(made.code, made.log).toBe(0);
  const district = template('gor');
  places = fill(district, 'Дорожная карта', {
    'plan/1@2024-12-31': {
      status: 'выполнено',
      done_on: '20.12.2024',
      evidence: 'приказ № 5 от 20.12.2024',
      link: 'https://gor.example.ru/5',
    },
    'plan/2@2024-12-31': { status: 'Выполнено', done_on: '15.01.2025' },
    'plan/2@2025-03-31': { status: 'почти', done_on: '16.04.2025' },
    'plan/2@2025-06-30': { done_on: '31.08.2024' },
    'plan/6': { status: 'в работе' },
  });
  fill(district, 'Изменения карты', {
    '+': {
      change: 'срок перенесён',
      activity: '7.1',
      deadline: 'до 20 апреля 2025 г.',
      order_number: '3',
      order_date: '01.03.2025',
    },
    '++': { change: 'мероприятие исключено', activity: '77', order_number: '4', order_date: '02.03.2025' },
  });
  fill(district, 'Оценочные процедуры', {
    '+': {
      procedure: 'НИКО',
      date_from: '08.04.2025',
      date_to: '10.04.2025',
    },
  });
  send('gor', district);
  const first = template('d1');
  fill(first, 'Дорожная карта', {
    'plan/3@2025-03-31': { status: 'выполнено', done_on: '20.03.2025', fact: '3' },
  });
  send('d1', first);
  const second = template('d2');
  for (const [key, place] of fill(second, 'Дорожная карта', {
    'plan/3@2025-03-31': { status: 'в работе', fact: 'много', link: 'ftp://d2.example.ru' },
    '+': { status: 'выполнено' },
  }))
    places.set(`d2 ${key}`, place);
  send('d2', second);
  const ran = await say(dir, 'run', ...date);
  expect(ran.code, ran.log).toBe(1);
}, 60_000);

describe('the roadmap of a district', () => {
  it('is exported with due dates, status, verdict and reason', async () => {
    // due dates by hand: 28.12.2024 was a working Saturday before days off; 31.12.2025 is a day off; 20.04.2025 a Sunday
    const { out } = await say(dir, 'export', 'activities', ...date);
    expect(out).toBe(
      [
        'roadmap,id,direction,no,level,unit,due,status,target_verdict,fact,reason',
        'plan,1,legal-framework,1,district,gor,2024-12-28,done,met,,',
        'plan,2,student-results,2,district,gor,2024-12-28,done_late,,,',
        'plan,2,student-results,2,district,gor,2025-03-31,overdue,,,',
        'plan,2,student-results,2,district,gor,2025-06-30,not_started,,,',
        'plan,2,student-results,2,district,gor,2025-09-30,not_started,,,',
        'plan,2,student-results,2,district,gor,2025-12-30,not_started,,,',
        'plan,3,talents,3,organisation,d1,2025-03-31,done,met,3,',
        'plan,3,talents,3,organisation,d2,2025-03-31,overdue,no_data,много,',
        'plan,4,objectivity,4,district,gor,2025-04-10,overdue,,,',
        'plan,5,objectivity,5,district,gor,2024-09-30,not_applicable,,,before_approval',
        'plan,6,objectivity,6,district,gor,,in_progress,,,not_understood',
        'plan,7,leaders,7,district,gor,2025-06-30,not_applicable,,,',
        'plan,7.1,leaders,7.1,district,gor,2025-04-21,due_soon,,,',
        '',
      ].join('\n'),
    );
    const { rows } = parsed(await say(dir, 'export', 'activities', ...date, '--json')) as {
      rows: Record<string, unknown>[];
    };
    expect(rows).toHaveLength(13);
    expect(rows[6]).toEqual({
      roadmap: 'plan',
      id: '3',
      direction: 'talents',
      no: '3',
      level: 'organisation',
      unit: 'd1',
      due: '2025-03-31',
      status: 'done',
      targetVerdict: 'met',
      fact: '3',
    });
  });

  it('has its slips reported, each with its cell', async () => {
    const { out } = await say(dir, 'export', 'issues', ...date);
    const told = records(out)
      .filter(({ code, element }) => /^activity\.|^amendment/.test(`${element} ${code}`.trim()))
      .map(({ severity, code, source, raw }) => [severity, code, source, raw].join('|'));
    const cell = (key: string, file = 'gor.xlsx') => `${file}#${places.get(key)}`;
    expect(new Set(told)).toEqual(
      new Set([
        `error|cell.list|${cell('plan/2@2025-03-31 status')}|почти`,
        `error|cell.date|${cell('plan/2@2025-03-31 done_on')}|2025-04-16`,
        `error|cell.date|${cell('plan/2@2025-06-30 done_on')}|2024-08-31`,
        `error|cell.not_number|${cell('d2 plan/3@2025-03-31 fact', 'd2.xlsx')}|много`,
        `error|cell.link|${cell('d2 plan/3@2025-03-31 link', 'd2.xlsx')}|ftp://d2.example.ru`,
        'error|activity.unknown|gor.xlsx#Изменения карты!C9|77',
        'warning|activity.deadline_before_approval|plan/5|',
        'info|activity.deadline_not_understood|plan/6|',
      ]),
    );
    const unknown = records(out).filter(
      ({ code, element }) => code === 'activity.unknown' && element === 'activity',
    );
    expect(unknown.map(({ source }) => source)).toEqual([cell('d2 + status', 'd2.xlsx')]);
  });

  it('stands in the summary, the most pressing first', () => {
    const parts = unpack(readFileSync(join(dir, 'outbox/district.xlsx')));
    const names = [
      ...new TextDecoder().decode(parts.get('xl/workbook.xml')).matchAll(/<sheet [^>]*name="([^"]+)"/g),
    ];
    expect(names.map(([, name]) => name)).toEqual(
      expect.arrayContaining(['Ход дорожной карты', 'Дорожная карта', 'Календарь месяца']),
    );
    const book = spreadsheet.read(readFileSync(join(dir, 'outbox/district.xlsx')), { type: 'buffer' });
    const list = spreadsheet.utils.sheet_to_json<string[]>(book.Sheets['Дорожная карта']!, { header: 1 });
    const head = list.findIndex(([first]) => first === 'Состояние');
    expect(list.slice(head + 1).map(([status = 'под этой строкой', no]) => `${no} ${status}`)).toEqual([
      '2 просрочено',
      '3 просрочено',
      '4 просрочено',
      '7 под этой строкой',
      '7.1 срок близко',
      '6 в работе',
      '2 не начато',
      '2 не начато',
      '2 не начато',
      '2 выполнено позже срока',
      '1 выполнено',
    ]);
    const school = list.find(([, no]) => no === '3')!;
    expect(school[6]).toBe('просрочено на 15 дней; выполнили 1 из 2; просрочено: Центр № 2');
  });

  it('is named by status in one line', async () => {
    const { out } = await say(dir, 'status', ...date);
    expect(out).toContain('Дорожная карта: просрочено 2 срока: п. 2 (до 31.03.2025); п. 4 (до 10.04.2025).');
  });

  it('brings what was entered along into the next workbook, the moved deadline beside the printed one', async () => {
    await say(dir, 'templates', ...date);
    const rows = spreadsheet.utils.sheet_to_json<string[]>(template('gor').Sheets['Дорожная карта']!, {
      header: 1,
    });
    const row = (key: string) => rows.find(([first]) => first === key)?.slice(1) ?? [];
    expect(row('plan/1@2024-12-31')).toEqual(
      expect.arrayContaining(['выполнено', 'приказ № 5 от 20.12.2024']),
    );
    expect(row('plan/7.1@2025-04-20')).toContain(
      'март 2025 г.; перенесён: до 20 апреля 2025 г. (приказ № 3 от 01.03.2025)',
    );
    expect(rows.some(([first]) => first === 'plan/7@2025-06-30')).toBe(false);
  });
});
