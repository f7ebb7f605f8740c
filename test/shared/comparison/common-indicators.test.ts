import { expect, it } from 'vitest';
import type { Catalog, Indicator } from '../../../shared/catalog/types.ts';
import { commonGroups } from '../../../shared/comparison/common-indicators.ts';
import { commonSheets } from '../../../shared/comparison/common-sheets.ts';
import type { ComparisonFacts } from '../../../shared/comparison/facts.ts';

const indicator = (code: string, direction: string, unit = '%'): Indicator =>
  ({ code, direction, unit, no: code, name: `Доля ${code}`, dims: [], validFrom: '', validTo: '' }) as never;
const names = ['p', 'q', 'r', 's', 't', 'u', 'v'];
const catalog = {
  directions: new Map([
    ['talents', { id: 'talents', title: 'Таланты', short: 'Таланты' }],
    ['leaders', { id: 'leaders', title: 'Руководители', short: 'Руководители' }],
  ]),
  dimensions: new Map(),
  indicators: [
    indicator('people', 'talents', 'человек'),
    indicator('alike', 'talents'),
    indicator('half', 'talents'),
    ...names.map((code) => indicator(code, 'talents')),
    indicator('only', 'leaders'),
  ],
} as unknown as Catalog;
const district = (code: string) => ({
  code,
  name: code,
  roadmaps: [],
  monitoring: [],
  organisations: 1,
  directions: {},
  closed: [],
});
const facts = (values: Record<string, Record<string, number>>): ComparisonFacts => ({
  date: '2022-05-20',
  schoolYear: '2021/22',
  districts: ['a', 'b', 'c'].map(district),
  indicators: Object.entries(values).map(([code, own]) => ({ indicator: code, values: own })),
});
const differing = { a: 10, b: 20, c: 20 };

it('charts at most six shares of a direction that all districts have and that differ; the rest stays below', () => {
  const groups = commonGroups(
    catalog,
    facts({
      only: { a: 1, b: 2 },
      people: differing,
      alike: { a: 5, b: 5, c: 5 },
      half: { a: 5, b: 6 },
      ...Object.fromEntries(names.map((code) => [code, differing])),
    }),
  );
  expect(
    groups.map(({ direction, charted, rows }) => [direction, charted, ...rows.map((r) => r.indicator)]),
  ).toEqual([
    ['talents', 6, ...names.slice(0, 6), 'people', 'alike', 'half', 'v'],
    ['leaders', 0, 'only'],
  ]);
});

it('there is no tab of charts where nothing can be drawn; an axis above 100 % is not cut', () => {
  const tabs = (values: Record<string, Record<string, number>>) => commonSheets(catalog, facts(values));
  expect(tabs({})).toHaveLength(1);
  expect(tabs({ half: { a: 5, b: 6 } })).toHaveLength(1);
  const axis = (values: Record<string, number>) => tabs({ p: values })[1]?.charts?.[0]?.valueAxis;
  expect(axis(differing)).toEqual({ min: 0, max: 100, format: 'integer' });
  expect(axis({ a: 120, b: 20, c: 30 })).toEqual({ min: 0, format: 'integer' });
});
