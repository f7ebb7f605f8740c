import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinSums, nanosOf, round9 } from '../../../shared/indicator/exact.ts';
import { ExactSums } from '../../../shared/indicator/totals.ts';

/** The double nearest to a number of 10⁻⁹, by reading its decimal text. */
function nearest(sum: bigint): number {
  const size = sum < 0n ? -sum : sum;
  const text = `${size / 1_000_000_000n}.${`${size % 1_000_000_000n}`.padStart(9, '0')}`;
  return sum < 0n ? -Number(text) : Number(text);
}

describe('round9', () => {
  test.each([
    [0.1 + 0.2, 0.3],
    [2 / 3, 0.666666667],
    [-2 / 3, -0.666666667],
    [0.0000000005, 0.000000001],
    [-0.0000000005, -0.000000001],
    [0.0000000004, 0],
    [1.0000000005, 1.000000001],
    [0.1234567885, 0.123456789],
    [999999.9999999999, 1000000],
    [123456789.12345678, 123456789.12345678],
    [1e21, 1e21],
    [1e-300, 0],
    [5, 5],
    [-0, 0],
  ])('%d → %d', (value, expected) => expect(round9(value)).toBe(expected));

  test('decimals of at most 9 digits stay as they are', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 9 }), (n, digits) => {
        const value = Number(`${n}e-${digits}`);
        expect(round9(value)).toBe(value === 0 ? 0 : value);
      }),
    );
  });
});

describe('exact sums', () => {
  /** A decimal as people write it, `n` × 10^−digits: the double, and the same in units of 10⁻⁹. */
  const decimals = fc
    .tuple(fc.integer({ min: -1e10, max: 1e10 }), fc.integer({ min: 0, max: 9 }))
    .map(([n, digits]) => ({
      value: Number(`${n}e-${digits}`),
      nanos: BigInt(n) * 10n ** BigInt(9 - digits),
    }));

  test('equal the sum in BigInt, in any order and grouping', () => {
    fc.assert(
      fc.property(fc.array(decimals, { maxLength: 50 }), fc.nat(50), (numbers, cut) => {
        const wanted = nearest(numbers.reduce((sum, { nanos }) => sum + nanos, 0n));
        const values = numbers.map(({ value }) => round9(value));
        const forth = new ExactSums(3);
        for (const v of values) forth.add(0, v);
        expect(forth.read(0)).toBe(wanted === 0 ? 0 : wanted);
        const grouped = new ExactSums(3);
        for (const v of [...values.slice(cut)].reverse()) grouped.add(0, v);
        for (const v of values.slice(0, cut)) grouped.add(1, v);
        grouped.addGroups(grouped, Int32Array.of(-1, 2, -1));
        grouped.addGroups(grouped, Int32Array.of(2, -1, -1));
        expect(grouped.read(2)).toBe(forth.read(0));
      }),
      { numRuns: 500 },
    );
  });
  test.each([
    [[0.1, 0.2], 0.3],
    [[-1.5, 1], -0.5],
    [[1.5, -2], -0.5],
    [[-0.5, 0.25], -0.25],
    [[100000000.1, 0.2], 100000000.3],
    [[1.1, -1.1], 0],
  ])('%j → %d', (values, expected) => {
    const sums = new ExactSums(1);
    for (const v of values) sums.add(0, v);
    expect(sums.read(0)).toBe(expected);
  });
  test('parts', () => {
    expect(nanosOf(100000000.1)).toBe(100000000);
    expect(nanosOf(-2.000000001)).toBe(-1);
    expect(joinSums(-3, 1_500_000_000)).toBe(-1.5);
  });
});
