import { describe, expect, it } from 'vitest';
import { splitActivityKey } from '../../../shared/activity/activity-key.ts';
import { activityRows } from '../../../shared/activity/activity-rows.ts';
import { readFact } from '../../../shared/activity/fact.ts';
import { activityStatus, type StatusInput } from '../../../shared/activity/status.ts';
import type { TrackedFact } from '../../../shared/activity/tracked-fact.ts';
import type { Activity, Roadmap } from '../../../shared/catalog/types.ts';
import type { Organisation } from '../../../shared/register/register.ts';

const origin = { file: 'activities.csv', line: 2 };
const activity = (id: string, more: Partial<Activity>): Activity => ({
  roadmap: 'plan',
  id,
  direction: 'talents',
  section: '',
  no: id,
  title: id,
  deadline: '',
  target: '',
  executors: '',
  documents: '',
  level: 'district',
  year: '',
  parent: '',
  evidenceInherited: false,
  note: '',
  origin,
  ...more,
});
const roadmap: Roadmap = {
  id: 'plan',
  district: '',
  region: '',
  title: '',
  approvedBy: '',
  approvedOn: '2020-11-27',
  periodFrom: '2020-11-27',
  periodTo: '2022-12-31',
  source: '',
  note: '',
  origin,
};
const school = (code: string, more: Partial<Organisation> = {}): Organisation => ({
  code,
  name: code,
  types: ['school'],
  district: 'd',
  programmes: [],
  columns: {},
  ...more,
});

const rowsOf = (
  activities: readonly Activity[],
  date: string,
  tracked: Readonly<Record<string, TrackedFact>> = {},
  archived: readonly string[] = [],
) =>
  activityRows({
    catalog: { activities, roadmaps: new Map([['plan', roadmap]]), calendar: [] },
    register: {
      organisations: [
        school('s1'),
        school('s2', { closed: '2021-06-30' }),
        school('far', { district: 'other' }),
      ],
      districts: [
        { code: 'd', name: 'd', region: 'RU-X', regionName: '', roadmaps: ['plan'], columns: {} },
        { code: 'other', name: 'other', region: 'RU-X', regionName: '', roadmaps: [], columns: {} },
      ],
    },
    date,
    tracked: (unit, name) =>
      new Map(
        Object.entries(tracked).flatMap(([key, fact]) => {
          const parts = splitActivityKey(key.slice(key.indexOf(' ') + 1));
          return key.startsWith(`${unit} `) && `${parts?.roadmap}/${parts?.id}` === name
            ? [[parts?.nominal ?? '', fact] as const]
            : [];
        }),
      ),
    archived: new Map(archived.map((name) => [name, { orderNumber: '1', orderDate: '2023-01-09' }])),
  }).map(({ activity: { id }, unit, due, status, target, fact, reason }) =>
    [id, unit, due?.day ?? '', status, target?.verdict ?? '', fact ?? '', reason ?? ''].join('|'),
  );

describe('rows of activities', () => {
  it('are one for each due date, without a date one with its reason', () => {
    const rows = rowsOf(
      [
        activity('1', { deadline: 'декабрь ежегодно' }),
        activity('2', { deadline: 'постоянно' }),
        activity('3', { deadline: 'сентябрь 2020 г.' }),
        activity('4', { deadline: 'когда-нибудь' }),
        activity('5', { deadline: 'в соответствии с графиком проведения НИКО' }),
        activity('6', { deadline: 'январь 2023, далее один раз в три года' }),
        activity('7', { deadline: 'ежегодно с 2023 года' }),
      ],
      '2021-12-20',
    );
    expect(rows).toEqual([
      '1|d|2020-12-31|overdue|||',
      '1|d|2021-12-31|due_soon|||',
      '1|d|2022-12-30|not_started|||',
      '2|d||no_fixed_date|||permanent',
      '3|d|2020-09-30|not_applicable|||before_approval',
      '4|d||no_fixed_date|||not_understood',
      '5|d||no_fixed_date|||waits_for_schedule',
      // the period of the plan ends in 2022
      '6|d||no_fixed_date|||not_understood',
      '7|d||no_fixed_date|||not_understood',
    ]);
  });

  it('of organisations concern those that are open on the day', () => {
    expect(
      rowsOf([activity('1', { deadline: 'июнь 2021, июль 2021', level: 'organisation' })], '2021-06-10'),
    ).toEqual([
      '1|s1|2021-06-30|not_started|||',
      '1|s2|2021-06-30|not_started|||',
      '1|s1|2021-07-30|not_started|||',
    ]);
  });

  it('which group others are never overdue themselves', () => {
    expect(
      rowsOf(
        [activity('1', { deadline: '2020 год' }), activity('1.1', { deadline: '2020 год', parent: '1' })],
        '2021-02-01',
      ),
    ).toEqual(['1|d|2020-12-31|not_applicable|||', '1.1|d|2020-12-31|overdue|||']);
  });

  it('take what the tracker says of that very date', () => {
    const target = 'Не менее 4-х мероприятий в год';
    const growing = activity('2', { deadline: 'ежегодно', target: 'Увеличение доли детей' });
    const rows = rowsOf([activity('1', { deadline: 'ежегодно', target }), growing], '2022-02-01', {
      'd plan/1@2020-12-31': { said: 'done', doneOn: '2021-01-11', fact: '4' },
      'd plan/1@2021-12-31': { said: 'in_progress', fact: '3' },
      'd plan/1@2022-12-31': { said: 'not_applicable' },
      'd plan/2@2020-12-31': { said: 'done', fact: '29,97 %' },
      'd plan/2@2021-12-31': { said: 'done', doneOn: '2021-12-31', fact: '30' },
    });
    expect(rows).toEqual([
      '1|d|2020-12-31|done_late|met|4|',
      '1|d|2021-12-31|overdue|partly|3|',
      '1|d|2022-12-30|not_applicable|||',
      '2|d|2020-12-31|done|no_base|29,97 %|',
      '2|d|2021-12-31|done|met|30|',
      '2|d|2022-12-30|not_started|no_data||',
    ]);
  });

  it('of a closed roadmap are archived, but for what was done', () => {
    expect(
      rowsOf(
        [activity('1', { deadline: '2021 год, 2022 год' })],
        '2023-02-01',
        {
          'd plan/1@2021-12-31': { said: 'done' },
        },
        ['d/plan'],
      ),
    ).toEqual(['1|d|2021-12-31|done|||', '1|d|2022-12-30|archived|||']);
  });
});

describe('the status of an activity', () => {
  const due = { day: '2021-12-30', begins: '2021-09-01', beforeApproval: false };
  const base: StatusInput = {
    due,
    progress: {},
    isParent: false,
    isArchived: false,
    date: '2021-10-01',
    soonFrom: '2021-10-15',
  };
  it.each<readonly [string, Partial<StatusInput>]>([
    ['not_started', {}],
    ['in_progress', { progress: { said: 'in_progress' } }],
    ['due_soon', { date: '2021-12-20', soonFrom: '2022-01-03' }],
    ['due_soon', { date: '2021-12-30', soonFrom: '2022-01-13', progress: { said: 'in_progress' } }],
    ['overdue', { date: '2021-12-31', soonFrom: '2022-01-14', progress: { said: 'in_progress' } }],
    ['done', { progress: { said: 'done' }, date: '2022-05-01' }],
    ['done', { progress: { doneOn: '2021-12-30' } }],
    ['done_late', { progress: { said: 'done', doneOn: '2021-12-31' } }],
    ['done', { due: { ...due, beforeApproval: true }, progress: { doneOn: '2022-12-31' } }],
    ['not_applicable', { due: { ...due, beforeApproval: true }, date: '2022-12-31' }],
    ['not_applicable', { isParent: true, progress: { said: 'done' } }],
    ['archived', { isArchived: true, date: '2022-12-31' }],
  ])('%s', (status, more) => {
    expect(activityStatus({ ...base, ...more })).toBe(status);
  });

  it('without a date is what was said, else open', () => {
    const { due: _, ...open } = base;
    expect(activityStatus(open)).toBe('no_fixed_date');
    expect(activityStatus({ ...open, progress: { said: 'in_progress' } })).toBe('in_progress');
    expect(activityStatus({ ...open, progress: { said: 'done', doneOn: '2020-01-01' } })).toBe('done');
  });
});

describe('a fact', () => {
  it.each([
    ['14', { numbers: [14] }],
    ['29,97 %', { numbers: [29.97] }],
    ['4; 5', { numbers: [4, 5] }],
    ['1 234', { numbers: [1234] }],
    ['Да', { numbers: [], answer: true }],
    ['нет', { numbers: [], answer: false }],
    ['', { numbers: [] }],
    ['около десяти', undefined],
    ['4; пять', undefined],
  ])('«%s»', (text, fact) => {
    expect(readFact(text)).toEqual(fact);
  });
});

describe('a key of the tracker', () => {
  it.each([
    ['nazran/plan.54@2021-12-31', { roadmap: 'nazran', id: 'plan.54', nominal: '2021-12-31' }],
    ['kurkino/2.7', { roadmap: 'kurkino', id: '2.7' }],
    ['kurkino', undefined],
    ['a/b/c', undefined],
    ['a/b@soon', undefined],
  ])('%s', (key, parts) => {
    expect(splitActivityKey(key)).toEqual(parts);
  });
});
