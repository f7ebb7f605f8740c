import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factorOf, ratio, ratioChange } from '../../../shared/indicator/ratio.ts';

describe('factor × n ÷ d', () => {
  // worked out on paper; the comments give what doubles would say
  test.each([
    [1000, 1.333333333, 1, 1333.333333], // 1333.3333329999998
    [100, 0.29, 1, 29], // 28.999999999999996
    [100, 1.15, 1, 115], // 114.99999999999999
    [0.1, 3, 1, 0.3], // 0.30000000000000004
    [1.1, 1.1, 1, 1.21], // 1.2100000000000002
    [100, 4.35, 10, 43.5], // 434.99999999999994 ÷ 10
    [100, 0.07, 0.14, 50], // 7.000000000000001 ÷ 0.14
    [100, 1, 3, 100 / 3],
    [100, 2, 8, 25],
    [-2.5, 0.2, 1, -0.5],
    [1000, 12345678.12345679, 1, 12345678123.45679],
    [3, -0.1, 1, -0.3], // −0.30000000000000004
  ])('%d × %d ÷ %d = %d', (factor, n, d, expected) => {
    expect(ratio(factorOf(factor), n, d)).toBe(expected);
  });

  test('is rounded once wherever whole numbers reach', () => {
    const hundredths = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(hundredths, hundredths, (n, d) => {
        // both sides × 100 are whole: one exact product, one division
        expect(ratio(factorOf(100), n / 100, d / 100)).toBe((100 * n) / d);
      }),
    );
  });

  test('a factor no number is refused', () => {
    expect(() => factorOf(NaN)).toThrow(RangeError);
  });
});

describe('change', () => {
  test.each([
    ['of sums is exact', 1, 0.3, 1, 1, 0.1, 1, 0.2], // 0.19999999999999998
    ['of scaled sums', 10, 1.1, 1, 10, 1.3, 1, -2],
    ['of shares over a common denominator', 100, 123, 1000, 100, 1, 10, 2.3], // 2.3000000000000007
    ['of shares without change', 100, 1, 3, 100, 2, 6, 0],
    ['with another factor before', 100, 1, 2, 1, 1, 2, 49.5],
    ['of decimals', 1, 1.5, 0.5, 1, 1.25, 0.5, 0.5],
  ])('%s', (_, factor, n, d, factorBefore, nBefore, dBefore, expected) => {
    expect(ratioChange(factorOf(factor), n, d, factorOf(factorBefore), nBefore, dBefore)).toBe(expected);
  });
});
