import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fencesWithout } from '../../../shared/check/fences.ts';
import type { GroupOf } from '../../../shared/check/peers.ts';
import { runChecks } from '../../../shared/check/run-checks.ts';
import { columnsOf } from '../../../shared/indicator/columns.ts';
import { issueText } from '../../../shared/texts/issues.ts';
import { type SmallCatalog, smallCatalog } from '../../fixtures/small-catalog.ts';
import { cells } from '../../fixtures/small-figures.ts';
import { organisation, register } from '../../fixtures/small-register.ts';

const codes = ['s1', 's2', 's3', 's4', 's5', 's6', 's7', 's8'];
const units = register(codes.map((code) => organisation(code)));

/** Parts of 100 for s1, s2, …; undefined = nothing reported. */
function outliers(
  parts: readonly (number | undefined)[],
  rule: Partial<NonNullable<SmallCatalog['peers']>[number]> = {},
  given: { readonly whole?: number; readonly groupOf?: GroupOf } = {},
) {
  const whole = given.whole ?? 100;
  const catalog = smallCatalog({
    elements: { a: {}, b: {} },
    peers: [{ code: 'p', part: 'a', whole: 'b', ...rule }],
  });
  const text = parts.flatMap((n, i) =>
    n === undefined ? [] : [`${codes[i]} a ${n}\n${codes[i]} b ${whole}`],
  );
  const evaluation = {
    catalog,
    observations: columnsOf(units, catalog, cells(text.join('\n'))),
    date: '2025-05-31',
  };
  const { groupOf } = given;
  return runChecks(
    evaluation,
    (unit, element) => ({ file: `${unit}.xlsx`, tab: 'Ф', cell: element }),
    groupOf && (() => groupOf),
  ).issues;
}

const accused = (...given: Parameters<typeof outliers>): string[] =>
  outliers(...given).map((i) => i.organisation ?? '');

describe('comparison with peers', () => {
  test.each<[string, string[], ...Parameters<typeof outliers>]>([
    ['far above', ['s8'], [40, 42, 44, 46, 48, 50, 52, 99]],
    ['far below', ['s1'], [1, 42, 44, 46, 48, 50, 52, 54]],
    ['all alike', [], [40, 42, 44, 46, 48, 50, 52, 54]],
    ['only departures of one side', [], [1, 42, 44, 46, 48, 50, 52, 54], { side: 'higher' }],
    ['too small a difference', [], [50, 50, 50, 50, 50, 50, 50, 80], { least: 31 }],
    ['no more than the smallest difference', ['s8'], [50, 50, 50, 50, 50, 50, 50, 80], { least: 30 }],
    ['too few others', [], [40, 42, undefined, undefined, 48, undefined, undefined, 99]],
    ['just enough others', ['s8'], [40, 42, undefined, undefined, 48, 50, undefined, 99]],
    ['too small a whole', [], [40, 42, 44, 46, 48, 50, 52, 99], { minWhole: 101 }],
    // all 4 of 4 children: the interval reaches down to 51 %, within the fences of the others (quartiles 50 and 62.5 %)
    ['a handful of children', [], [2, 2, 2, 2, 2, 3, 3, 4], {}, { whole: 4 }],
    ['narrower fences', ['s8'], [40, 42, 44, 46, 48, 50, 52, 80], { width: 1.5 }],
    ['wide fences', [], [40, 42, 44, 46, 48, 50, 52, 80], { width: 5 }],
    ['other school years', [], [40, 42, 44, 46, 48, 50, 52, 99], { validFrom: '2025/26' }],
    ['figures that are no shares', ['s8'], [40, 42, 44, 46, 48, 50, 52, 900], { factor: 1, unit: '' }],
    [
      'other groups do not count',
      [],
      [40, 42, 44, 46, 48, 50, 52, 99],
      {},
      { groupOf: (code) => (code === 's8' ? 'large' : 'small') },
    ],
    [
      'an organisation of no group is compared with nobody',
      [],
      [40, 42, 44, 46, 48, 50, 52, 99],
      {},
      { groupOf: (code) => (code === 's8' ? undefined : 'small') },
    ],
  ])('%s', (_, expected, ...given) => {
    expect(accused(...given)).toEqual(expected);
  });

  test('names the value, the middle half of the others and the cell', () => {
    const [issue] = outliers([40, 42, 44, 46, 48, 50, 52, 99], { message: 'Доля намного больше.' });
    expect(issue).toMatchObject({
      code: 'check.peer',
      severity: 'warning',
      organisation: 's8',
      element: 'a',
      period: '2024/25',
      place: { file: 's8.xlsx', cell: 'a' },
    });
    expect(issueText(issue!).text).toBe(
      'Доля намного больше. Здесь 99,0 %, а у половины похожих организаций (их 7) — от 43,0 до 49,0.',
    );
  });

  test('warns and takes no value away', () => {
    const catalog = smallCatalog({ elements: { a: {} }, peers: [{ code: 'p', part: 'a', factor: 1 }] });
    const text = codes.map((code, i) => `${code} a ${i === 7 ? 999 : i}`).join('\n');
    const evaluation = { catalog, observations: columnsOf(units, catalog, cells(text)), date: '2025-05-31' };
    const { issues, rejected } = runChecks(evaluation, () => undefined);
    expect(issues.map((i) => i.organisation)).toEqual(['s8']);
    expect(rejected).toEqual([]);
  });
});

describe('fences', () => {
  // R: quantile(c(2, 4, 4, 5, 7, 9), c(.25, .5, .75)) gives 4, 4.5, 6.5
  test('quartiles as in R and QUARTILE.INC, the value itself left out', () => {
    expect(fencesWithout([2, 4, 4, 5, 7, 9, 50], 6, 3)).toEqual({
      lower: -3.5,
      first: 4,
      median: 4.5,
      third: 6.5,
      upper: 14,
    });
    expect(fencesWithout([-8, 2, 4, 4, 5, 7, 9], 0, 1.5)).toEqual({
      lower: 0.25,
      first: 4,
      median: 4.5,
      third: 6.5,
      upper: 10.25,
    });
  });

  test('of values within the fences of equal distances none stands out, and moving all moves the fences', () => {
    const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 3, maxLength: 30 });
    fc.assert(
      fc.property(values, fc.integer({ min: -500, max: 500 }), (list, by) => {
        const sorted = Float64Array.from(list).sort();
        const moved = sorted.map((v) => v + by);
        for (let i = 0; i < sorted.length; i++) {
          const a = fencesWithout(sorted, i, 3);
          const b = fencesWithout(moved, i, 3);
          expect(b.first - a.first).toBeCloseTo(by, 9);
          expect(a.lower).toBeLessThanOrEqual(a.first);
          expect(a.first).toBeLessThanOrEqual(a.median);
          expect(a.median).toBeLessThanOrEqual(a.third);
          expect(a.third).toBeLessThanOrEqual(a.upper);
        }
      }),
      { numRuns: 50 },
    );
  });
});
