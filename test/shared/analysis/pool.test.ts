import { describe, expect, test } from 'vitest';
import { distribution } from '../../../shared/analysis/distribution.ts';
import { pool } from '../../../shared/analysis/pool.ts';
import { ReferenceRegister } from '../../../shared/analysis/reference-values.ts';
import type { ReferenceValue } from '../../../shared/catalog/types.ts';
import type { IndicatorResult } from '../../../shared/indicator/types.ts';

const row = (numerator?: number, denominator?: number): IndicatorResult => ({
  indicator: 'a',
  level: 'organisation',
  unit: 's',
  period: '2024/25',
  reported: 1,
  expected: 1,
  reason: '',
  ...(numerator !== undefined && { numerator }),
  ...(denominator !== undefined && { denominator }),
});
const share = { kind: 'share', factor: 100 } as const;

describe('pool', () => {
  test('of 1 of 2 and 9 of 100 is 10 of 102, not the mean of 50 % and 9 %', () => {
    const pooled = pool(share, [row(1, 2), row(), row(9, 100)]);
    expect(pooled).toMatchObject({ numerator: 10, denominator: 102, reported: 2 });
    expect(pooled.value).toBe(1000 / 102);
    // Wilson's formula for 10 of 102, worked out in Python
    expect(pooled.low).toBeCloseTo(5.412802052, 8);
    expect(pooled.high).toBeCloseTo(17.112831179, 8);
  });
  test('tenths add up exactly, and a mean has no interval', () => {
    const tenths = Array.from({ length: 10 }, () => row(0.1, 1));
    expect(pool({ kind: 'mean', factor: 1 }, tenths)).toEqual({
      value: 0.1,
      numerator: 1,
      denominator: 10,
      reported: 10,
    });
  });
  test.each([
    ['nobody', [row()], share, 0],
    ['nothing to divide by', [row(0, 0), row(0, 0)], share, 2],
    ['fewer than min_n', [row(1, 2), row(1, 2)], { ...share, minN: 5 }, 2],
  ])('no value of %s', (_, rows, indicator, reported) => {
    const pooled = pool(indicator, rows);
    expect(pooled.value).toBeUndefined();
    expect(pooled.reported).toBe(reported);
  });
});

test.each([
  [[1, 2], undefined],
  [[10, 2, 9], { least: 2, median: 9, most: 10, count: 3 }],
  [[4, 1, 3, 2], { least: 1, median: 2.5, most: 4, count: 4 }],
])('distribution of %j', (values, expected) => {
  expect(distribution(values)).toEqual(expected);
});

describe('reference values', () => {
  const published = (period: string, value: number, region = ''): ReferenceValue => ({
    indicator: 'a',
    level: region === '' ? 'country' : 'region',
    region,
    period,
    value,
    source: 'отчёт',
    note: '',
    origin: { file: 'test', line: 1 },
  });
  const register = new ReferenceRegister({
    reference: [
      published('2023/24', 3),
      published('2021/22', 1),
      published('2022/23', 2, 'RU-DA'),
      published('2022/23:start', 7),
      published('2022/23:end', 8),
      published('2023', 9),
    ],
  });
  test.each([
    ['2024/25', 'RU-DA', 3, 2],
    ['2023/24', 'RU-PNZ', 3, undefined],
    ['2022/23', 'RU-DA', 1, 2],
    ['2020/21', 'RU-DA', undefined, undefined],
    ['2024/25:start', '', 7, undefined],
    ['2024', '', 9, undefined],
    ['2024-Q1', '', undefined, undefined],
  ])('%s %s: country %s, region %s', (period, region, country, own) => {
    const found = register.at('a', period, region);
    expect([found.country?.value, found.region?.value]).toEqual([country, own]);
  });
});
