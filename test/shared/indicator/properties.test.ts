import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withRejected } from '../../../shared/check/reject.ts';
import { runChecks } from '../../../shared/check/run-checks.ts';
import { type Cell, columnsOf } from '../../../shared/indicator/columns.ts';
import { evaluate } from '../../../shared/indicator/evaluate.ts';
import type { IndicatorResult } from '../../../shared/indicator/types.ts';
import { compareText } from '../../../shared/number/compare-text.ts';
import type { ObservationStatus } from '../../../shared/observation/observation.ts';
import type { Register } from '../../../shared/register/register.ts';
import { smallCatalog } from '../../fixtures/small-catalog.ts';
import { figures } from '../../fixtures/small-figures.ts';
import { district, organisation, register } from '../../fixtures/small-register.ts';

const catalog = smallCatalog({
  forms: { dist: { level: 'district' }, q: { frequency: 'school_quarter' } },
  dimensions: { grade: ['g4', 'g5'] },
  elements: {
    a: { type: 'decimal2' },
    b: { type: 'decimal2' },
    p: { form: 'dist' },
    e: { dims: ['grade'] },
    s: { form: 'q', toTime: 'sum' },
    m: { form: 'q', toTime: 'mean' },
  },
  indicators: [
    { code: 'share', kind: 'share', numerator: 'a', denominator: 'b' },
    { code: 'few', kind: 'share', numerator: 'a', denominator: 'b', minN: 50 },
    { code: 'mixed', kind: 'mean', numerator: 'a', denominator: 'p' },
    { code: 'change', kind: 'change', numerator: 'a', denominator: 'b', factor: 100 },
    { code: 'has', kind: 'presence', numerator: 'any_of(a, b) > 20' },
    { code: 'byg', kind: 'count', numerator: 'e', dims: ['grade'] },
    { code: 'sum', kind: 'count', numerator: 'e - prev(e)' },
    { code: 'year', kind: 'mean', numerator: 's', denominator: 'm' },
    { code: 'index', kind: 'index', numerator: 'share * 2' },
  ],
  checks: [{ check: 'check.part_over_whole', left: 'a', op: '<=', right: 'b' }],
});

const codes = ['s1', 's2', 's3', 's4', 's5', 's6'];
const world = register(
  codes.map((code, i) =>
    organisation(code, { district: i < 4 ? 'd1' : 'd2', ...(i === 2 && { closed: '2024-08-31' }) }),
  ),
  [district('d1'), district('d2')],
);
const slots = [
  ...codes.flatMap((u) => ['a', 'b', 'e.g4', 'e.g5'].map((e) => [u, e] as const)),
  ['d1', 'p'],
  ['d2', 'p'],
].flatMap(([unit, element]) =>
  ['2023/24', '2024/25'].map((period) => ({ unit: unit!, element: element!, period })),
);
const quarters = codes.flatMap((unit) =>
  ['s', 'm'].flatMap((element) => [1, 2, 3].map((q) => ({ unit, element, period: `2024/25:q${q}` }))),
);

const typed = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.integer({ min: 0, max: 10_000 }).map((n) => ({ status: 'value' as const, value: n / 100 })),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom<ObservationStatus>('not_reported', 'no_data', 'not_applicable', 'rejected')
      .map((status) => ({ status })),
  },
);
const observations: fc.Arbitrary<Cell[]> = fc
  .tuple(
    ...[...slots, ...quarters].map((slot) =>
      fc.option(typed, { freq: 6 }).map((t) => (t ? [{ ...slot, ...t }] : [])),
    ),
  )
  .map((parts) => parts.flat());

const date = '2025-02-15';
const run = (units: Register, cells: readonly Cell[]) => figures({ catalog, register: units, cells, date });
const of = (rows: readonly IndicatorResult[], unit: string) => rows.filter((r) => r.unit === unit);

describe('figures', () => {
  test('do not depend on the order of observations, organisations, districts or definitions', () => {
    fc.assert(
      fc.property(
        observations.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, mixed]) => {
          const turned = {
            ...catalog,
            indicators: [...catalog.indicators].reverse(),
            elements: new Map([...catalog.elements].reverse()),
          };
          const units = register([...world.organisations].reverse(), [...world.districts].reverse());
          expect(figures({ catalog: turned, register: units, cells: mixed, date })).toEqual(run(world, all));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('of a district are those of a region in which it is alone: grouping never matters', () => {
    fc.assert(
      fc.property(observations, (all) => {
        const merged = register(
          world.organisations.map((o) => ({ ...o, district: 'd1' })),
          [district('d1', { region: 'r1' })],
        );
        const own = (cells: readonly Cell[]) => cells.filter((c) => c.element !== 'p');
        const plain = (rows: readonly IndicatorResult[]) =>
          rows.filter((r) => r.indicator !== 'mixed').map(({ unit: _, level: __, ...rest }) => rest);
        // six organisations in two districts of a region, or in one district
        expect(plain(of(run(world, own(all)), 'r1'))).toEqual(plain(of(run(merged, own(all)), 'd1')));
      }),
      { numRuns: 60 },
    );
  });

  test('of one unit never depend on what another leaves out', () => {
    fc.assert(
      fc.property(observations, fc.constantFrom(...codes), (all, silent) => {
        const before = run(world, all);
        // one period must stay, or the rows would begin later
        const after = run(world, [
          ...all.filter((c) => c.unit !== silent),
          { unit: silent, element: 'a', period: '2023/24', status: 'not_reported' },
        ]);
        const first = all.some((c) => c.period === '2023/24');
        fc.pre(first);
        for (const unit of codes.filter((c) => c !== silent))
          expect(of(after, unit)).toEqual(of(before, unit));
      }),
      { numRuns: 60 },
    );
  });

  test('shares stay within 0–100 once the checks have rejected what cannot be', () => {
    fc.assert(
      fc.property(observations, (all) => {
        const columns = columnsOf(world, catalog, all);
        const { rejected } = runChecks({ catalog, observations: columns, date }, () => undefined);
        const kept = withRejected(columns, catalog, rejected);
        for (const row of evaluate({ catalog, observations: kept, date }).rows()) {
          if (row.indicator !== 'share' || row.value === undefined) continue;
          expect(row.value).toBeGreaterThanOrEqual(0);
          expect(row.value).toBeLessThanOrEqual(100);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('stand in order of all key columns, each key once, and hang together', () => {
    fc.assert(
      fc.property(observations, (all) => {
        const rows = run(world, all);
        const key = (r: IndicatorResult) => [r.indicator, r.level, r.unit, r.period];
        const order = (a: IndicatorResult, b: IndicatorResult) =>
          key(a).reduce((found, text, i) => found || compareText(text, key(b)[i]!), 0);
        for (let i = 1; i < rows.length; i++) expect(order(rows[i - 1]!, rows[i]!)).toBeLessThan(0);
        for (const r of rows) {
          expect(r.reported).toBeLessThanOrEqual(r.expected);
          expect(r.reason === '').toBe(r.value !== undefined);
          if (r.reported === 0) expect(r.numerator ?? r.denominator).toBeUndefined();
          if (r.low !== undefined) {
            expect(r.low).toBeLessThanOrEqual(r.value!);
            expect(r.high).toBeGreaterThanOrEqual(r.value!);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
