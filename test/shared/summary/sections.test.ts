import { describe, expect, it, test } from 'vitest';
import type { ClusterVerdict } from '../../../shared/analysis/cluster-of.ts';
import type { ClusterRule, ReferenceValue } from '../../../shared/catalog/types.ts';
import type { IndicatorResult } from '../../../shared/indicator/types.ts';
import { wilson } from '../../../shared/indicator/wilson.ts';
import { layout } from '../../../shared/plan/layout.ts';
import type { SummaryInput } from '../../../shared/summary/input.ts';
import { summaryModel } from '../../../shared/summary/model.ts';
import { summaryPlan } from '../../../shared/summary/plan.ts';
import { sectionNames } from '../../../shared/summary/section-names.ts';
import { sectionTexts } from '../../../shared/texts/sections.ts';
import { summaryTexts } from '../../../shared/texts/summary.ts';
import { catalog, district, indicator, organisation, result, summaryInput } from './district.ts';

const year = '2024/25';
const origin = { file: 'test', line: 1 };
const codes = ['s1', 's2', 's3', 's4', 's5'];

const rule = (code: string, title: string): ClusterRule => ({
  code,
  title,
  order: 1,
  validFrom: '',
  validTo: '',
  source: '',
  text: '',
  origin,
});
const small = rule('small', 'Малые');
const large = rule('large', 'Крупные');
const clusters = new Map<string, ClusterVerdict>([
  ['s1', { type: 'cluster', rule: small, measure: 80 }],
  ['s2', { type: 'cluster', rule: large, measure: 500 }],
  ['s3', { type: 'cluster', rule: small, measure: 90 }],
  ['s4', { type: 'not_enough_data', rule: small }],
  ['s5', { type: 'cluster', rule: large, measure: 600 }],
]);

/** A share with its parts and Wilson interval, as the engine gives it. */
const share = (code: string, unit: string, n: number, d: number, period = year): IndicatorResult =>
  result(code, unit, period, (100 * n) / d, { numerator: n, denominator: d, ...wilson(n, d) });

function input(extra: Partial<SummaryInput> = {}): SummaryInput {
  return summaryInput({
    register: {
      organisations: codes.map((code) => organisation(code)),
      districts: [district('gor', 'Горный район', 'RU-DA')],
    },
    catalog: {
      ...catalog({
        indicators: [
          indicator('a', { no: '2.1.1', activity: '2.1', direction: 'low-results', norm: 30 }),
          indicator('b', { no: '1.16.1', activity: '1.16' }),
          indicator('c', {
            no: '2.1.2',
            activity: '2.1',
            direction: 'low-results',
            kind: 'count',
            unit: 'человек',
          }),
        ],
      }),
      directions: new Map(
        [
          ['student-results', 'Система оценки качества подготовки', 'Качество подготовки'],
          ['low-results', 'Система работы со школами с низкими результатами', ''],
        ].map(([id = '', title = '', short = '']) => [id, { id, title, short, mechanism: '', origin }]),
      ),
      clusters: [small, large],
    },
    results: [
      share('a', 'gor', 2997, 10_000),
      share('a', 'gor', 3500, 10_000, '2023/24'),
      share('b', 'gor', 1, 2),
      result('c', 'gor', year, 7),
      share('a', 's1', 10, 20),
      share('a', 's2', 30, 300),
      share('a', 's3', 5, 80),
      share('a', 's4', 9, 90),
      share('a', 's5', 50, 100),
    ],
    clusters,
    ...extra,
  });
}

describe('sections', () => {
  const model = summaryModel(input());

  it('are the directions by the number of the plan, named short and alike to no other tab', () => {
    expect(model.sections.map(({ name, title }) => [name, title])).toEqual([
      ['1.16 Качество подготовки', 'Система оценки качества подготовки'],
      ['2.1 Система работы со школами…', 'Система работы со школами с низкими результатами'],
    ]);
    expect(model.sections.map(({ rows }) => rows.map((r) => r.type === 'value' && r.code))).toEqual([
      ['b'],
      ['a', 'c'],
    ]);
  });

  it('set the spread of organisations beside shares, not beside counts', () => {
    const [a, c] = model.sections[1]!.rows;
    // 50, 10, 6.25, 10, 50
    expect(a).toMatchObject({ distribution: { least: 6.25, median: 10, most: 50, count: 5 } });
    expect(c).not.toHaveProperty('distribution');
  });

  it('compare with the norm unrounded and say why 30,0 does not reach 30', () => {
    const row = model.sections[1]!.rows[0]!;
    expect(row).toMatchObject({ norm: { norm: 30, met: false } });
    if (row.type !== 'value') throw new Error('a heading');
    expect(summaryTexts.norm(row.norm!, row.result.value)).toBe(
      'норма 30 не достигнута: 29,97 (в пределах погрешности)',
    );
    expect(summaryTexts.norm({ norm: 30, met: false, withinError: false }, 25)).toBe(
      'норма 30 не достигнута',
    );
  });

  it('set each organisation beside the sums of those like it', () => {
    const { like } = model.sections[1]!;
    expect(like!.groups.map((g) => [g.title, g.organisations, g.pooled[0]!.value])).toEqual([
      // (10 + 5) of (20 + 80), (30 + 50) of (300 + 100); the organisation without a cluster is in neither
      ['Малые', 2, 15],
      ['Крупные', 2, 20],
    ]);
    expect(like!.organisations.map((o) => [o.code, o.group, o.cells[0]!.judgement])).toEqual([
      // 10 of 20 against 15 of 100: Newcombe 13.3 to 55.9 points, so better by more than chance
      ['s1', 'small', 1],
      ['s3', 'small', 0],
      ['s2', 'large', -1],
      ['s5', 'large', 1],
      ['s4', undefined, 0],
    ]);
  });

  it('without rules of clusters there is no tab of like organisations', () => {
    const { clusters: _, ...rest } = input();
    const names = summaryPlan(rest).sheets.map((s) => s.name);
    expect(names).not.toContain(sectionTexts.like.tab);
    expect(summaryPlan(input()).sheets.map((s) => s.name)).toContain(sectionTexts.like.tab);
  });

  it('show published values of the country and the region with their source year', () => {
    const published = (level: 'country' | 'region', period: string, value: number): ReferenceValue => ({
      indicator: 'a',
      level,
      region: level === 'region' ? 'RU-DA' : '',
      period,
      value,
      source: 'отчёт',
      note: '',
      origin,
    });
    const base = input();
    const reference = [published('country', '2022/23', 41.25), published('region', year, 38)];
    const sheet = summaryPlan({ ...base, catalog: { ...base.catalog, reference } }).sheets.find((s) =>
      s.name.startsWith('2.1'),
    )!;
    const texts = sheet.rows.flatMap((r) => r.cells.map((c) => c.value));
    expect(texts).toContain('страна 41,3 % (2022/23); регион 38,0 %');
    expect(texts).toContain(sectionTexts.headings.reference);
    expect(
      summaryPlan(base).sheets.flatMap((s) => s.rows.flatMap((r) => r.cells.map((c) => c.value))),
    ).not.toContain(sectionTexts.headings.reference);
  });

  it('can be laid out, with charts that take their values from cells', () => {
    const plan = summaryPlan(input());
    expect(() => layout(plan)).not.toThrow();
    const sheet = plan.sheets.find((s) => s.name.startsWith('2.1'))!;
    expect(sheet.charts?.map((c) => [c.type, c.title])).toEqual([
      // 29.97 of 10 000 against 35 of 10 000
      ['line', 'За год заметно хуже — 1 (из 1), %'],
      ['bar', 'Доля a: в группах похожих организаций от 15,0 % до 20,0 %'],
    ]);
    expect(sheet.sparklines).toHaveLength(1);
  });
});

test.each([
  [0, 0, '—'],
  [3, 3, 'все 3'],
  [0, 3, 'никто из 3'],
  [2, 3, '2 из 3'],
])('coverage of %i of %i in words: %s', (reported, expected, words) => {
  expect(sectionTexts.coverage(reported, expected)).toBe(words);
});

describe('names of tabs', () => {
  const names = (...given: [string, string, string?][]) =>
    sectionNames(
      given.map(([number, title, short = '']) => ({ number, direction: { title, short } })),
      ['Обзор'],
    );
  it.each<[[string, string, string?][], string[]]>([
    [[['', 'обзор']], ['обзор (2)']],
    [[['1', 'А', 'Дети [5/6]: всё?']], ['1 Дети 5 6 всё']],
    [
      [
        ['2', 'Очень длинное название направления работы'],
        ['2', 'Очень длинное название направления дела'],
      ],
      ['2 Очень длинное название…', '2 Очень длинное название… (2)'],
    ],
    [
      [
        ['', "'"],
        ['', '?'],
      ],
      ['Раздел', 'Раздел (2)'],
    ],
  ])('%j → %j', (given, expected) => {
    expect(names(...given)).toEqual(expected);
  });
});
