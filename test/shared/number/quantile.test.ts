import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { quantile } from '../../../shared/number/quantile.ts';

const of = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return quantile(sorted.length, (i) => sorted[i]!, share);
};

it.each([
  // the example of QUARTILE.INC in the documentation of spreadsheets
  [[1, 2, 4, 7, 8, 9, 10, 12], 0.25, 3.5],
  [[1, 2, 4, 7, 8, 9, 10, 12], 0.5, 7.5],
  [[5], 0.5, 5],
  [[5], 0.75, 5],
  [[3, 1], 0.5, 2],
  [[10, 20, 60], 0.5, 20],
  [[10, 20, 60], 0.75, 40],
])('%j at %d is %d', (values, share, wanted) => {
  expect(of(values, share)).toBe(wanted);
});

it('at one half is the median of the textbook: exactly for whole numbers, else within the last digits', () => {
  const textbook = (values: readonly number[]): number => {
    const sorted = [...values].sort((a, b) => a - b);
    const half = Math.floor(sorted.length / 2);
    return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
  };
  const some = { minLength: 1, maxLength: 12 };
  fc.assert(
    fc.property(fc.array(fc.integer(), some), (values) => {
      expect(of(values, 0.5)).toBe(textbook(values));
    }),
  );
  const share = fc.double({ min: 0, max: 100, noNaN: true });
  fc.assert(
    fc.property(fc.array(share, some), (values) => {
      expect(Math.abs(of(values, 0.5) - textbook(values))).toBeLessThanOrEqual(100 * Number.EPSILON);
    }),
  );
});
