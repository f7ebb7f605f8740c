import { expect, it } from 'vitest';
import type { ActivityRow } from '../../../shared/activity/activity-rows.ts';
import { comparisonPlan } from '../../../shared/comparison/comparison-plan.ts';
import { comparisonFacts } from '../../../shared/comparison/facts.ts';
import type { LinkCoverage } from '../../../shared/cycle/coverage.ts';
import { layout } from '../../../shared/plan/layout.ts';
import { criteriaCatalog } from '../../fixtures/criteria-catalog.ts';
import { district, organisation, register } from '../../fixtures/small-register.ts';

const catalog = criteriaCatalog();
const districts = [
  district('d1', { roadmaps: ['map'], columns: { monitoring: 'list map' } }),
  district('d2'),
  district('d3'),
];
const units = register([organisation('s1'), organisation('s2', { district: 'd2' })], districts);

const activity = (
  unit: string,
  id: string,
  status: ActivityRow['status'],
  verdict?: 'met' | 'not_met' | 'no_data',
  orderDate?: string,
): ActivityRow => ({
  activity: catalog.activities.find((one) => one.id === id)!,
  ...{ key: `map/${id}`, district: unit, unit },
  status,
  due: { day: '2022-12-30', nominal: '2022-12-31' } as NonNullable<ActivityRow['due']>,
  ...(verdict && { target: { verdict } as NonNullable<ActivityRow['target']> }),
  ...(orderDate !== undefined && { closed: { orderNumber: '7', orderDate } }),
});
const link = (unit: string, state: LinkCoverage['state'], level: LinkCoverage['level'] = 'district') => ({
  ...{ direction: 'talents', link: 'goals', level, unit, state },
  ...{ criteria: [], activities: [], documents: [], expected: [], data: [] },
});
const value = (unit: string, indicator: string, figure?: number, period = '2021/22') => ({
  ...{ indicator, level: 'district' as const, unit, period, reported: 1, expected: 1 },
  ...(figure === undefined ? { reason: 'no_data' as const } : { value: figure, reason: '' as const }),
});

const facts = comparisonFacts({
  catalog,
  register: units,
  districts: districts.slice(0, 2),
  date: '2022-05-20',
  schoolYear: '2021/22',
  activities: [
    activity('d1', '1', 'done', 'met'),
    activity('d1', '1', 'overdue', 'not_met'),
    activity('d1', '1', 'not_started', 'no_data'),
    activity('d1', '1', 'not_applicable'),
    activity('d2', '2', 'done_late'),
    activity('d2', '1', 'done', 'met', '2022-12-31'),
    activity('d2', '1', 'done_late', 'not_met', '2022-12-31'),
    activity('d2', '1', 'archived', undefined, '2022-12-31'),
    activity('d3', '1', 'done'),
  ],
  coverage: [link('d1', 'yes'), link('d1', 'partly'), link('d1', 'no'), link('s1', 'yes', 'organisation')],
  results: [
    value('d1', 'both', 10),
    value('d2', 'both', 0),
    value('d1', 'alone', 10),
    value('d2', 'alone'),
    value('d1', 'earlier', 1, '2020/21'),
    value('d2', 'earlier', 1, '2020/21'),
    value('d3', 'elsewhere', 1),
    value('d1', 'elsewhere', 1),
  ],
});

it('counts what the districts have planned, done, missed and proved, by canonical direction', () => {
  expect(facts.districts).toEqual([
    {
      code: 'd1',
      name: 'district d1',
      roadmaps: ['map'],
      monitoring: ['list'],
      organisations: 1,
      directions: {
        talents: { planned: 3, done: 1, overdue: 1, targetsMet: 1, targetsJudged: 2, links: 2, ofLinks: 3 },
      },
      closed: [],
    },
    {
      code: 'd2',
      name: 'district d2',
      roadmaps: [],
      monitoring: [],
      organisations: 1,
      directions: {
        leaders: { planned: 1, done: 1, overdue: 0, targetsMet: 0, targetsJudged: 0, links: 0, ofLinks: 0 },
      },
      closed: [
        {
          roadmap: 'map',
          closing: { orderNumber: '7', orderDate: '2022-12-31' },
          ...{ planned: 3, done: 1, doneLate: 1, notDone: 1, fellAway: 0, targetsMet: 1, targetsJudged: 2 },
        },
      ],
    },
  ]);
});

it('compares indicators of the school year that two of the districts have, zero included', () => {
  expect(facts.indicators).toEqual([{ indicator: 'both', values: { d1: 10, d2: 0 } }]);
});

it('shows «—» where the roadmap says nothing of a direction, and no chart of mere zeros', () => {
  const plan = comparisonPlan(catalog, facts);
  expect(() => layout(plan)).not.toThrow();
  const sheet = plan.sheets[0]!;
  const shown = (id: string) => sheet.rows.flatMap((row) => row.cells).find((cell) => cell.id === id)?.value;
  // rows: talents, leaders; columns: d1, d2
  expect([shown('planned 0 0'), shown('planned 0 1'), shown('planned 1 1')]).toEqual([3, '—', 1]);
  const texts = sheet.rows.map(({ cells }) => cells.map(({ value }) => value));
  // a plan is named by its district, an unknown one by its id
  expect(texts).toContainEqual(['Чья дорожная карта', catalog.roadmaps.get('map')?.district, '—']);
  expect(texts).toContainEqual(['Чьи показатели ведутся ещё', 'list', '—']);
  // a closed one stands in a table of its own; 2 of 3 were done
  expect(texts).toContainEqual(['Завершена', '—', '31.12.2022']);
  expect(texts).toContainEqual(['Запланировано мероприятий', '—', 3]);
  expect(texts).toContainEqual(['Выполнено мероприятий, %', '—', expect.closeTo(66.667, 2)]);
  expect(texts).toContainEqual(['Не выполнено, срок наступил до приказа', '—', 1]);
  expect(shown('done 0 0')).toBeCloseTo(33.333, 2);
  expect(shown('targets 0 0')).toBe(50);
  expect(shown('targets 1 1')).toBe('—');
  expect(shown('links 0 0')).toBeCloseTo(66.667, 2);
  // d1 did 1 of 3, d2 its only one; nobody judged a target of d2
  expect(shown('total done 0')).toBeCloseTo(33.333, 2);
  expect([shown('total done 1'), shown('total overdue 0'), shown('total targets 1')]).toEqual([100, 1, '—']);
  expect(sheet.charts?.map(({ title }) => title)).toEqual([
    'По всем направлениям, %',
    'Запланировано мероприятий',
    'Выполнено мероприятий, %',
    'Просрочено мероприятий',
    'Целевые показатели достигнуты, % от оценённых',
    'Звенья управленческого цикла, % от всех',
  ]);
});
