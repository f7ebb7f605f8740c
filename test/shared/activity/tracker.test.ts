import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ActivityRow, activityRows } from '../../../shared/activity/activity-rows.ts';
import { readAmendments } from '../../../shared/activity/amendments.ts';
import { assignFacts } from '../../../shared/activity/assign-facts.ts';
import { procedureDates } from '../../../shared/activity/procedure-dates.ts';
import { readTracker } from '../../../shared/activity/track.ts';
import { trackerRows } from '../../../shared/activity/tracker-rows.ts';
import { buildCatalog } from '../../../shared/catalog/build-catalog.ts';
import type { SheetCell } from '../../../shared/parse/workbook.ts';
import { readRecordTabs } from '../../../shared/record/read-record-tabs.ts';
import type { RecordRow } from '../../../shared/record/record.ts';
import type { Register } from '../../../shared/register/register.ts';
import { activityLines } from '../../../shared/summary/activity-lines.ts';
import { tallyByQuarter } from '../../../shared/summary/activity-tally.ts';
import { monthsAhead } from '../../../shared/summary/months-ahead.ts';
import { type Cells, table } from '../catalog/tables.ts';

const activity = (id: string, more: Cells): Cells => ({
  roadmap: 'plan',
  id,
  direction: 'talents',
  no: id,
  title: `Мероприятие ${id}`,
  ...more,
});

const { catalog, faults } = buildCatalog([
  table('directions', [{ id: 'talents', title: 'Таланты' }]),
  table('dimensions', [
    { dimension: 'procedure', member: 'niko', title: 'Национальные исследования качества образования' },
    { dimension: 'procedure', member: 'vpr', title: 'Всероссийские проверочные работы' },
    { dimension: 'activity_status', member: 'in_progress', title: 'в работе' },
    { dimension: 'activity_status', member: 'done', title: 'выполнено' },
  ]),
  table('synonyms', [
    { dimension: 'procedure', member: 'niko', word: 'НИКО' },
    { dimension: 'procedure', member: 'vpr', word: 'ВПР' },
  ]),
  table('roadmaps', [
    {
      id: 'plan',
      title: 'План',
      approved_on: '2024-01-15',
      period_from: '2024-01-01',
      period_to: '2025-12-31',
    },
    { id: 'old', title: 'Старый', period_from: '2020-01-01', period_to: '2021-12-31' },
  ]),
  table('activities', [
    activity('1', { deadline: 'март 2024, март 2025', section: 'Раздел' }),
    activity('2', { deadline: 'постоянно' }),
    activity('3', { deadline: 'июнь 2025', no: '3.', executors: 'Отдел «А», Методист;\nОтдел «А»' }),
    activity('4', { deadline: 'в соответствии с графиком проведения НИКО' }),
    activity('5', { deadline: 'март 2024, март 2025', level: 'organisation' }),
    activity('6', { deadline: 'май 2025', title: 'Группа' }),
    activity('6.1', { deadline: 'май 2025', parent: '6' }),
    activity('a', { roadmap: 'old', deadline: 'май 2020' }),
    activity('b', { roadmap: 'old', deadline: 'май 2021' }),
  ]),
  table('records', [
    { code: 'activity', title: 'Дорожная карта', rows: '0', level: 'organisation district' },
  ]),
  table('fields', [
    { record: 'activity', code: 'title', name: 'Мероприятие', type: 'text', printed: '1' },
    { record: 'activity', code: 'status', name: 'Состояние', type: 'list', list: 'activity_status' },
    { record: 'activity', code: 'done_on', name: 'Выполнено', type: 'date' },
  ]),
]);

const register: Register = {
  organisations: ['s1', 's2'].map((code) => ({
    code,
    name: code,
    types: ['school'],
    district: 'd',
    programmes: [],
    columns: {},
  })),
  districts: [
    { code: 'd', name: 'd', region: 'RU-X', regionName: '', roadmaps: ['plan', 'old'], columns: {} },
    { code: 'e', name: 'e', region: 'RU-X', regionName: '', roadmaps: ['plan'], columns: {} },
  ],
};

const row = (record: string, values: RecordRow['values'], more: Partial<RecordRow> = {}): RecordRow => ({
  record,
  unit: 'd',
  schoolYear: '2024/25',
  no: 1,
  values,
  place: { file: 'd.xlsx', tab: 'Лист', cell: 'B9' },
  ...more,
});

const order = (change: string, order_date: string, more: RecordRow['values'] = {}): RecordRow =>
  row(
    'amendment',
    { change, order_date, order_number: '1', ...more },
    { cells: { deadline: 'D9', activity: 'C9' } },
  );

function rowsOn(date: string, rows: readonly RecordRow[] = []): readonly ActivityRow[] {
  const tracker = readTracker(rows, catalog, register, date);
  const amendments = readAmendments(rows, catalog, register, date);
  return activityRows({
    catalog,
    register,
    date,
    tracked: tracker.of,
    amended: amendments.of,
    archived: amendments.archived,
    procedures: procedureDates(rows, catalog),
  });
}

/** `id due status` of one unit. */
const told = (rows: readonly ActivityRow[], unit = 'd'): string[] =>
  rows
    .filter((one) => one.unit === unit)
    .map(({ activity: { id }, due, status }) => `${id} ${due?.day ?? '-'} ${status}`);

it('the catalogue of these tests has no faults', () => expect(faults).toEqual([]));

describe('facts of dates that have moved', () => {
  const facts = (...days: string[]) => new Map(days.map((day) => [day, { fact: day }]));
  it.each<readonly [string, string[], string[], string[], Record<string, string>]>([
    [
      'stay where the date stands',
      ['2024-03-31'],
      ['2024-03-31'],
      ['2024-03-31'],
      { '2024-03-31': '2024-03-31' },
    ],
    [
      'go to the same place of the list',
      ['2025-03-31'],
      ['2024-05-01', '2025-02-01'],
      ['2024-03-31', '2025-03-31'],
      { '2025-02-01': '2025-03-31' },
    ],
    [
      'else to the first later date',
      ['2024-03-31'],
      ['2024-02-01', '2024-06-30', '2025-01-31'],
      ['2024-03-31'],
      { '2024-06-30': '2024-03-31' },
    ],
    [
      'else to the last',
      ['2025-03-31'],
      ['2024-02-01', '2024-06-30'],
      ['2025-03-31'],
      { '2024-06-30': '2025-03-31' },
    ],
    [
      'stay without a date where there is none any more',
      ['2025-03-31'],
      [],
      ['2025-03-31'],
      { '': '2025-03-31' },
    ],
    ['find their date when a schedule came', [''], ['2025-04-10'], [], { '2025-04-10': '' }],
    [
      'give way to one entered for the very date',
      ['2024-03-31', '2024-06-30'],
      ['2024-06-30'],
      ['2024-03-31'],
      { '2024-06-30': '2024-06-30' },
    ],
  ])('%s', (_, entered, dues, printed, expected) => {
    const found = [...assignFacts(facts(...entered), dues, printed)].map(([day, { fact }]) => [day, fact]);
    expect(Object.fromEntries(found)).toEqual(expected);
  });
});

describe('orders', () => {
  const moved = (activityName: string, deadline: string, date: string) =>
    order('moved', date, { activity: activityName, deadline });

  it('move a deadline from their day on; the newest counts', () => {
    const rows = [
      moved('п. 3', 'сентябрь 2025 г.', '2025-03-10'),
      moved('3', 'август 2025 г.', '2025-02-10'),
    ];
    const due = (date: string) => told(rowsOn(date, rows)).find((line) => line.startsWith('3 '));
    expect(due('2025-02-09')).toBe('3 2025-06-30 not_started');
    expect(due('2025-02-10')).toBe('3 2025-08-29 not_started');
    expect(due('2025-07-15')).toBe('3 2025-09-30 not_started');
    expect(told(rowsOn('2025-07-15', rows), 'e')).toContain('3 2025-06-30 overdue');
  });

  it('drop an activity, and close a roadmap: what was not done is archived', () => {
    const rows = [
      order('cancelled', '2025-01-10', { activity: 'plan/3' }),
      order('closed', '2022-01-20', { activity: 'old' }),
      row('activity', { status: 'done' }, { key: 'old/a@2020-05-31' }),
    ];
    expect(told(rowsOn('2025-07-15', rows))).toEqual([
      'a 2020-05-29 done',
      'b 2021-05-31 archived',
      '1 2024-03-29 overdue',
      '1 2025-03-31 overdue',
      '2 - no_fixed_date',
      '3 2025-06-30 not_applicable',
      '4 - no_fixed_date',
      '6 2025-05-30 not_applicable',
      '6.1 2025-05-30 overdue',
    ]);
    expect(told(rowsOn('2022-01-19', rows))).toContain('b 2021-05-31 overdue');
  });

  it.each<readonly [string, RecordRow, string]>([
    ['an unknown activity', moved('33', 'май 2025', '2025-01-01'), 'activity.unknown C9'],
    [
      'an activity of another roadmap',
      order('closed', '2025-01-01', { activity: 'rutul' }),
      'activity.unknown C9',
    ],
    ['a deadline nobody can read', moved('3', 'как получится', '2025-01-01'), 'cell.date D9'],
    ['no deadline at all', moved('3', '', '2025-01-01'), 'cell.date D9'],
  ])('with %s change nothing and are reported', (_, one, expected) => {
    const { issues } = readAmendments([one], catalog, register, '2025-07-01');
    expect(issues.map(({ code, place }) => `${code} ${place.cell}`)).toEqual([expected]);
    expect(told(rowsOn('2025-07-01', [one]))).toEqual(told(rowsOn('2025-07-01')));
  });

  it('give an exact day as a spreadsheet writes it', () => {
    expect(told(rowsOn('2025-05-01', [moved('3', '2025-07-15', '2025-01-01')]))).toContain(
      '3 2025-07-15 not_started',
    );
  });
});

describe('the procedure calendar', () => {
  const held = (procedure: string, schoolYear: string, date_from: string, date_to?: string) =>
    row('procedure', { procedure, date_from, ...(date_to && { date_to }) }, { schoolYear });
  const window = { periodFrom: '2024-01-01', periodTo: '2025-12-31', approvedOn: '' } as const;
  const days = (rows: readonly RecordRow[], leansOn: string, title = '') =>
    procedureDates(rows, catalog)('d', leansOn, title, window).map(({ begins, day }) => `${begins}–${day}`);
  const niko = held('niko', '2024/25', '2024-10-08', '2024-10-10');

  it.each<readonly [string, readonly RecordRow[], string, string, string[]]>([
    ['nothing is known yet', [], 'графиком проведения НИКО', '', []],
    ['the last day of the procedure', [niko], 'графиком проведения НИКО', '', ['2024-10-08–2024-10-10']],
    [
      'an open end is the first day',
      [held('niko', '2024/25', '2024-10-08')],
      'графиком НИКО',
      '',
      ['2024-10-08–2024-10-08'],
    ],
    [
      'the last of several rows',
      [niko, held('niko', '2024/25', '2024-10-22')],
      'графиком НИКО',
      '',
      ['2024-10-08–2024-10-22'],
    ],
    [
      'each school year',
      [niko, held('niko', '2025/26', '2025-10-07')],
      'графиком НИКО',
      '',
      ['2024-10-08–2024-10-10', '2025-10-07–2025-10-07'],
    ],
    ['another procedure says nothing', [held('vpr', '2024/25', '2025-04-10')], 'графиком НИКО', '', []],
    ['a word within a word is none', [niko], 'графиком НИКОМУ', '', []],
    ['the title names it', [niko], 'графиком проведения', 'Участие в НИКО', ['2024-10-08–2024-10-10']],
    ['a plan of something else', [niko], 'отдельному плану', 'Участие в НИКО', []],
    ['before the roadmap', [held('niko', '2022/23', '2022-10-08')], 'графиком НИКО', '', []],
    [
      'after its period, where there is none within',
      [held('niko', '2026/27', '2026-10-08')],
      'графиком НИКО',
      '',
      ['2026-10-08–2026-10-08'],
    ],
    [
      'within its period first',
      [niko, held('niko', '2026/27', '2026-10-08')],
      'графиком НИКО',
      '',
      ['2024-10-08–2024-10-10'],
    ],
  ])('%s', (_, rows, leansOn, title, expected) => {
    expect(days(rows, leansOn, title)).toEqual(expected);
  });
});

describe('rows of the tracker', () => {
  const keys = (rows: readonly ActivityRow[], unit: string, schoolYear: string) =>
    trackerRows(
      rows.filter((one) => one.unit === unit),
      catalog,
      schoolYear,
    ).map(({ key }) => key);

  it('are those of both calendar years of the school year, what is open of older ones, and those without a date', () => {
    const done = row('activity', { status: 'done' }, { key: 'plan/1@2024-03-31' });
    expect(keys(rowsOn('2025-04-01'), 's1', '2024/25')).toEqual(['plan/5@2024-03-31', 'plan/5@2025-03-31']);
    // in 2025/26 the deadline of 2024 is asked about for as long as nobody has said that it is done
    expect(keys(rowsOn('2025-09-01'), 'd', '2025/26')).toEqual([
      'old/a@2020-05-31',
      'old/b@2021-05-31',
      'plan/1@2024-03-31',
      'plan/1@2025-03-31',
      'plan/2',
      'plan/3@2025-06-30',
      'plan/4',
      'plan/6.1@2025-05-31',
    ]);
    expect(keys(rowsOn('2025-09-01', [done]), 'd', '2025/26')).not.toContain('plan/1@2024-03-31');
    expect(keys(rowsOn('2025-09-01', [done]), 'd', '2024/25')).toContain('plan/1@2024-03-31');
    // entered in the book of this very year: a newer book would otherwise take it back
    const now = [{ ...done, schoolYear: '2025/26' }];
    expect(keys(rowsOn('2025-09-01', now), 'd', '2025/26')).toContain('plan/1@2024-03-31');
  });

  it('of a roadmap whose years lie elsewhere are all that is open', () => {
    expect(keys(rowsOn('2023-09-01'), 's1', '2022/23')).toEqual(['plan/5@2024-03-31', 'plan/5@2025-03-31']);
  });

  it('stand below their section and the row that groups them', () => {
    const [first] = trackerRows(
      rowsOn('2025-04-01').filter((one) => one.activity.id === '6.1' && one.unit === 'd'),
      catalog,
      '2024/25',
    );
    expect(first?.headings).toEqual(['Таланты', '6 Группа']);
  });

  it('take the entry of the latest school year', () => {
    const key = 'plan/1@2024-03-31';
    const rows = [
      row('activity', { status: 'done' }, { key, schoolYear: '2024/25' }),
      row('activity', { status: 'in_progress' }, { key, schoolYear: '2023/24' }),
    ];
    expect(told(rowsOn('2025-04-15', rows))).toContain('1 2024-03-29 done');
  });

  it('of the wrong level, of a foreign roadmap or of nothing are reported', () => {
    const wrong = [
      row('activity', { status: 'done' }, { key: 'plan/5@2024-03-31' }),
      row('activity', { status: 'done' }, { key: 'old/a@2020-05-31', unit: 'e' }),
      row('activity', { status: 'done' }),
      row('activity', { status: 'done' }, { key: 'plan/99' }),
    ];
    expect(
      readTracker(wrong, catalog, register, '2025-04-15').issues.map(({ code, raw }) => `${code} ${raw}`),
    ).toEqual([
      'activity.unknown plan/5@2024-03-31',
      'activity.unknown old/a@2020-05-31',
      'activity.unknown undefined',
      'activity.unknown plan/99',
    ]);
  });

  it('say the same however people sort them and whatever they insert between', () => {
    const given = [
      'plan/1@2024-03-31',
      'plan/1@2025-03-31',
      'plan/2',
      'plan/3@2025-06-30',
      'plan/6.1@2025-05-31',
    ];
    const answer = fc.constantFrom('выполнено' as const, 'в работе' as const, '' as const);
    fc.assert(
      fc.property(
        fc.tuple(...given.map(() => answer)),
        fc.shuffledSubarray([...given, '#group', '#group', 'blank'], { minLength: given.length + 3 }),
        (answers, lines) => {
          const cells: SheetCell[] = [];
          const put = (r: number, column: number, value: string): void => {
            if (value !== '') cells.push({ row: r, column, scalar: { type: 'text', value } });
          };
          put(1, 1, 'msoko:records:1');
          put(2, 1, '#fields');
          put(2, 2, 'activity.title');
          put(2, 3, 'activity.status');
          lines.forEach((key, i) => {
            if (key === 'blank') return;
            put(i + 3, 1, key);
            put(i + 3, 2, 'что угодно');
            if (key !== '#group') put(i + 3, 3, answers[given.indexOf(key)]!);
          });
          const sheets = [{ name: 'Дорожная карта', hidden: false, cells, merges: [] }];
          const options = { file: 'd.xlsx', unit: 'd', schoolYear: '2024/25' };
          const { records, issues } = readRecordTabs({ sheets }, catalog, options);
          expect(issues).toEqual([]);
          const expected = given.map((key, i) => {
            const [, id, nominal = ''] = /\/([^@]+)@?(.*)/.exec(key)!;
            const said = { выполнено: 'done', 'в работе': 'in_progress', '': undefined }[answers[i]!];
            return [id, nominal, said];
          });
          const tracker = readTracker(records, catalog, register, '2025-04-15');
          const found = given.map((key) => {
            const [, id, nominal = ''] = /\/([^@]+)@?(.*)/.exec(key)!;
            return [id, nominal, tracker.of('d', `plan/${id}`)?.get(nominal)?.said];
          });
          expect(found).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('views of the roadmap', () => {
  const lines = activityLines(
    rowsOn('2025-05-20').filter(({ activity: { roadmap } }) => roadmap === 'plan'),
    (code) => `Школа ${code}`,
  );

  it('take the organisations of an activity together', () => {
    const own = lines.find(({ key }) => key === 'plan/5@2025-03-31');
    expect(own).toMatchObject({ status: 'overdue', organisations: ['Школа s1', 'Школа s2'] });
    expect(own?.counts).toMatchObject({ overdue: 2, done: 0 });
  });

  it('name this month and the next by executor, each office once', () => {
    const district = activityLines(
      rowsOn('2025-05-20').filter(({ district }) => district === 'e'),
      (code) => code,
    );
    expect(
      monthsAhead(district, '2025-05-20').map(({ month, executors }) => [
        month,
        ...executors.map(
          ({ executor, lines: own }) => `${executor}: ${own.map((l) => l.activity.no).join(' ')}`,
        ),
      ]),
    ).toEqual([
      ['2025-05', 'Исполнитель не указан: 6.1'],
      ['2025-06', 'Методист: 3.', 'Отдел «А»: 3.'],
    ]);
    expect(monthsAhead([], '2025-12-01').map(({ month }) => month)).toEqual(['2025-12', '2026-01']);
  });

  it('count by quarter, empty quarters between others included', () => {
    const rows = rowsOn('2025-05-20').filter(
      ({ district, activity: { roadmap } }) => district === 'd' && roadmap === 'plan',
    );
    expect(tallyByQuarter(rows).map(({ quarter, tally }) => `${quarter} ${tally.total}`)).toEqual([
      // activity 1 and both organisations' 5; without the row that only groups
      '2024-Q1 3',
      '2024-Q2 0',
      '2024-Q3 0',
      '2024-Q4 0',
      '2025-Q1 3',
      '2025-Q2 2',
    ]);
  });
});
