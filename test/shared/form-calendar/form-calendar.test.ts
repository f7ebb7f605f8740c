import { describe, expect, it } from 'vitest';
import { burdens, cellsByMonth } from '../../../shared/form-calendar/burden.ts';
import { formCalendar } from '../../../shared/form-calendar/form-calendar.ts';
import { completeness, tally, timeliness } from '../../../shared/form-calendar/report.ts';
import { formStatus } from '../../../shared/form-calendar/status.ts';
import { districtUnits } from '../../../shared/summary/district-units.ts';
import type { SummaryInput } from '../../../shared/summary/input.ts';
import { summaryModel } from '../../../shared/summary/model.ts';
import { burdenSheet } from '../../../shared/summary/sheets/burden-sheet.ts';
import { calendarSheet } from '../../../shared/summary/sheets/calendar-sheet.ts';
import {
  catalog,
  district,
  element,
  form,
  observation,
  organisation,
  summaryInput,
} from '../summary/district.ts';

const year = '2024/25';
const of = (input: SummaryInput) => formCalendar(input, districtUnits(input));

/** f: two values once a year, due on a Thursday; q: one a quarter, nothing in q2; o: a breakdown nobody must fill in. */
const forms = catalog({
  forms: [
    form('f', { due: '10-10', asOf: '09-20', order: 2 }),
    form('q', { frequency: 'school_quarter', due: '11-10 - 04-10 08-25', order: 1 }),
    form('o', { order: 3 }),
    form('r', { level: 'district', orgTypes: [], due: '09-30', order: 4 }),
  ],
  elements: [
    element('f.a', 'f'),
    element('f.b', 'f', { required: false }),
    element('q.a', 'q'),
    element('o.a', 'o', { required: false, dims: ['subject'] }),
    element('r.a', 'r', { level: 'district' }),
  ],
});
const base = (extra: Partial<SummaryInput> = {}) =>
  summaryInput({
    catalog: forms,
    register: {
      organisations: [organisation('s1'), organisation('s2'), organisation('k1', { types: ['preschool'] })],
      districts: [district('gor', 'Горный район')],
    },
    ...extra,
  });
const answersOf = (unit: string) => [
  observation(unit, 'f.a', year),
  observation(unit, 'f.b', year, 'no_data'),
];

describe('calendar of forms', () => {
  it('stands in order of deadlines, moved from days off to working days; forms without one come last', () => {
    const rows = of(base()).entries.map(
      (e) =>
        `${e.lastDay ?? '—'} ${e.due ?? '—'} ${e.form.code} ${e.period.key} ${e.asOf ?? '—'} ${e.reports.map((r) => r.unit)}`,
    );
    // 10.11.2024 is a Sunday; q2 asks nothing; kindergartens owe none of these
    expect(rows).toEqual([
      '2024-09-30 2024-09-30 r 2024/25 — gor',
      '2024-10-10 2024-10-10 f 2024/25 2024-09-20 s1,s2',
      '2024-11-11 2024-11-10 q 2024/25:q1 — s1,s2',
      '2025-04-10 2025-04-10 q 2024/25:q3 — s1,s2',
      '2025-08-25 2025-08-25 q 2024/25:q4 — s1,s2',
      '— — o 2024/25 — s1,s2',
    ]);
  });

  it('counts the cells of each unit, those of a breakdown apart', () => {
    const calendar = of(base());
    expect(
      burdens(calendar, '2024-12-15').map((b) => [b.unit, b.forms, b.reports, b.asked, b.optional]),
    ).toEqual([
      ['gor', 1, 1, 1, 0],
      ['s1', 3, 4, 5, 2],
      ['s2', 3, 4, 5, 2],
    ]);
    expect(cellsByMonth(calendar)).toEqual([
      { month: '2024-09', asked: 1, optional: 0 },
      { month: '2024-10', asked: 4, optional: 0 },
      { month: '2024-11', asked: 2, optional: 0 },
      { month: '2025-04', asked: 2, optional: 0 },
      { month: '2025-08', asked: 2, optional: 0 },
    ]);
  });

  it.each([
    ['whole and in time', answersOf('s1'), '2024-10-10', 'on_time'],
    ['whole, but a day late', answersOf('s1'), '2024-10-11', 'late'],
    ['whole, and nobody knows since when', answersOf('s1'), undefined, 'on_time'],
    ['one of two is missing', answersOf('s1').slice(1), '2024-10-01', 'overdue'],
    [
      '«не ведём» is an answer',
      [observation('s1', 'f.a', year), observation('s1', 'f.b', year, 'not_applicable')],
      '2024-10-01',
      'on_time',
    ],
    [
      'all «не ведём»',
      ['f.a', 'f.b'].map((e) => observation('s1', e, year, 'not_applicable')),
      '2024-10-01',
      'on_time',
    ],
    [
      'an error is no answer',
      [observation('s1', 'f.a', year), observation('s1', 'f.b', year, 'rejected')],
      '2024-10-01',
      'overdue',
    ],
  ] as const)('%s', (_, observations, day, expected) => {
    const arrivals = day === undefined ? [] : [{ unit: 's1', form: 'f', period: year, day }];
    const [, entry] = of(base({ observations, arrivals })).entries;
    expect(entry!.reports.map((r) => [r.unit, r.punctuality])).toEqual([
      ['s1', expected],
      ['s2', 'overdue'],
    ]);
  });

  it('is ahead until the last day is over', () => {
    const punctuality = (date: string) => of(base({ date })).entries[2]!.reports[0]!.punctuality;
    expect(['2024-11-10', '2024-11-11', '2024-11-12'].map(punctuality)).toEqual([
      'ahead',
      'ahead',
      'overdue',
    ]);
  });

  it('completeness and timeliness are shares of the expected reports', () => {
    const observations = [...answersOf('s1'), ...answersOf('s2')];
    const arrivals = [
      { unit: 's1', form: 'f', period: year, day: '2024-10-01' },
      { unit: 's2', form: 'f', period: year, day: '2024-10-20' },
    ];
    const counts = tally(of(base({ observations, arrivals })).entries[1]!.reports);
    expect(counts).toEqual({ expected: 2, received: 2, onTime: 1, late: 1, partial: 0, overdue: 0 });
    expect([completeness(counts), timeliness(counts)]).toEqual([100, 50]);
    const none = tally([]);
    expect([completeness(none), timeliness(none)]).toEqual([undefined, undefined]);
  });

  it('knows drafts and what is due next', () => {
    const input = base({
      observations: answersOf('s1'),
      arrivals: [{ unit: 's1', form: 'f', period: year, day: '2024-10-20' }],
      sources: [{ path: 's2.xlsx', unit: 's2', status: 'draft' }],
    });
    const status = formStatus(of(input), '2024-12-15', '2025-01-14');
    const list = (deadlines: typeof status.next) =>
      deadlines.map(
        (d) =>
          `${d.entry.form.code} ${d.entry.period.key} ${d.reports.map((r) => `${r.unit}${r.isDraft ? '*' : ''}`)}`,
      );
    expect(list(status.overdue)).toEqual(['r 2024/25 gor', 'f 2024/25 s2*', 'q 2024/25:q1 s1,s2*']);
    expect(list(status.late)).toEqual(['f 2024/25 s1']);
    // nothing within the month: the very next deadline is named all the same
    expect(list(status.next)).toEqual(['q 2024/25:q3 s1,s2*']);
    expect(list(formStatus(of(input), '2024-12-15', '2025-09-01').next)).toHaveLength(2);
  });
});

describe('tabs of the calendar', () => {
  const context = (input: SummaryInput) => ({ model: summaryModel(input), titleOf: () => '' });
  const values = (sheet: ReturnType<typeof calendarSheet> | undefined) =>
    sheet!.rows.map((row) => row.cells.map((c) => c.value ?? '').join(' | '));

  it('«Календарь форм» has a row per form and period', () => {
    const input = base({
      date: '2024-10-11',
      observations: answersOf('s1'),
      arrivals: [{ unit: 's1', form: 'f', period: year, day: '2024-10-01' }],
    });
    const rows = values(calendarSheet(context(input)));
    expect(rows[2]).toBe('За учебный год: 4 формы, 9 отчётов, 11 обязательных ячеек и ещё 4 по желанию.');
    expect(rows.slice(5, 8)).toEqual([
      '2024-09-30 | Форма r | 2024/25 | район | — | 1 | 1 | 1 | — | 0 | 0 | 0 | 0 | не сдано: 1',
      '2024-10-10 | Форма f | 2024/25 | школы | 2024-09-20 | 2 | 2 | 4 | — | 1 | 50 | 1 | 50 | не сдано: 1',
      '2024-11-11 | Форма q | 1 четверть | школы | — | 2 | 1 | 2 | — | 0 | 0 | 0 | — | срок впереди',
    ]);
    const moved = calendarSheet(context(input)).rows[7]!.cells[0]!;
    expect(moved.note).toContain('10.11.2024');
  });

  it('«Сроки и нагрузка» has a row per unit and a chart of months', () => {
    const sheet = burdenSheet(context(base()))!;
    expect(values(sheet).slice(4, 7)).toEqual([
      '1 | Горный район | 1 | 1 | 1 | — | 1 | 0 | 1 | 0 | 0 | 0 | 0 | не сдано: 1',
      '2 | Школа s1 | 3 | 4 | 5 | 2 | 2 | 0 | 2 | 0 | 0 | 0 | 0 | не сдано: 2',
      '3 | Школа s2 | 3 | 4 | 5 | 2 | 2 | 0 | 2 | 0 | 0 | 0 | 0 | не сдано: 2',
    ]);
    expect(sheet.charts).toHaveLength(1);
  });

  it('without forms one tab says so and the other is not there', () => {
    const empty = context(summaryInput());
    expect(values(calendarSheet(empty))).toContain('В этом учебном году форм для заполнения нет.');
    expect(burdenSheet(empty)).toBeUndefined();
  });
});
