import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, formatNumber, roundHalfAway } from '../../../shared/number/decimal.ts';

describe('decimal', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [1e21, '1000000000000000000000'],
    [1.5e-7, '0.00000015'],
    [-1e-7, '-0.0000001'],
    [1.25e22, '12500000000000000000000'],
    [33.333333333333336, '33.333333333333336'],
  ])('%s is written %s', (value, expected) => expect(decimal(value)).toBe(expected));

  it('comes back as the same double, never with an exponent', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = decimal(value);
        expect(text).not.toMatch(/e/i);
        expect(Number(text)).toBe(value === 0 ? 0 : value);
      }),
    );
  });

  it('refuses what is no number', () => expect(() => decimal(Number.NaN)).toThrow(RangeError));
});

describe('roundHalfAway', () => {
  it.each([
    [0.25, 1, 0.3],
    [-0.25, 1, -0.3],
    [1.005, 2, 1.01],
    [0.285, 2, 0.29],
    [29.97, 1, 30],
    [2.5, 0, 3],
    [-2.5, 0, -3],
    [0.04, 1, 0],
    [9.95, 1, 10],
    [12, 1, 12],
  ])('%s to %s digits is %s', (value, digits, expected) =>
    expect(roundHalfAway(value, digits) + 0).toBe(expected),
  );
});

describe('formatNumber', () => {
  it.each([
    [33.35, 1, '33,4'],
    [-0.04, 1, '0,0'],
    [1234, 0, '1234'],
    [12345.67, 1, '12\u00a0345,7'],
    [-7.25, 1, '−7,3'],
  ])('%s is shown %s', (value, digits, expected) => expect(formatNumber(value, digits)).toBe(expected));
});
