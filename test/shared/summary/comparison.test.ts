import { describe, expect, it } from 'vitest';
import { againstNorm, difference, isFewData, judge } from '../../../shared/summary/comparison.ts';

/** Shares with their Wilson 95 % intervals, worked out apart from the product and rounded. */
const share = (value: number, denominator: number, low: number, high: number) => ({
  value,
  denominator,
  low,
  high,
});

describe('isFewData', () => {
  const cases: readonly (readonly [string, ReturnType<typeof share>, boolean])[] = [
    ['29 people', share(50, 29, 36, 64), true],
    ['30 people, narrow', share(50, 30, 36, 64), false],
    ['an interval of exactly 30 points', share(50, 40, 35, 65), true],
    ['an interval just below', share(50, 41, 35.1, 64.9), false],
    ['45 of 50', share(90, 50, 78.6, 95.7), false],
  ];
  for (const [name, given, expected] of cases) it(name, () => expect(isFewData(given)).toBe(expected));

  it('says nothing about values without an interval', () => {
    expect(isFewData({ value: 7 })).toBe(false);
  });
});

describe('difference', () => {
  // Newcombe 1998, table II, case (a): 56/70 against 48/80, method 10: 0.0524 … 0.3339; Wilson 69.18–87.70 and 49.04–70.04
  it('is noticeable where the interval of the difference leaves zero out', () => {
    const a = share(80, 70, 69.18, 87.7);
    const b = share(60, 80, 49.04, 70.04);
    expect(difference(a, b)).toBe('noticeable');
    expect(difference(b, a)).toBe('noticeable');
  });

  // 60/80 = 75 against 48/80 = 60: lower bound 15 − √((75−64.5)² + (70.0−60)²) = 15 − 14.5 > 0 is still noticeable;
  // 54/80 = 67.5 (56.6–76.8) against 60 (49.0–70.0): 7.5 − √(10.9² + 10.0²) = 7.5 − 14.8 < 0 is not
  it('is within error otherwise', () => {
    expect(difference(share(67.5, 80, 56.6, 76.8), share(60, 80, 49, 70))).toBe('within_error');
    expect(difference(share(75, 80, 64.5, 83.2), share(60, 80, 49, 70))).toBe('noticeable');
  });

  it('names few data only where nothing is noticeable', () => {
    // 10/20 (29.9–70.1) against 12/20 (38.7–78.1)
    expect(difference(share(50, 20, 29.9, 70.1), share(60, 20, 38.7, 78.1))).toBe('few_data');
    // 1/20 (0.9–23.6) against 19/20 (76.4–99.1) is beyond doubt however few
    expect(difference(share(5, 20, 0.9, 23.6), share(95, 20, 76.4, 99.1))).toBe('noticeable');
  });

  it('is the same only for equal unrounded values, unknown without intervals', () => {
    expect(difference(share(50, 80, 40, 60), share(50, 90, 41, 59))).toBe('same');
    expect(difference({ value: 29.97 }, { value: 30 })).toBe('unknown');
    expect(difference({}, share(50, 80, 40, 60))).toBe('unknown');
  });
});

describe('judge', () => {
  const cases: readonly (readonly [number, '' | 'higher' | 'lower' | 'neutral', number])[] = [
    [2, 'higher', 1],
    [-2, 'higher', -1],
    [2, 'lower', -1],
    [-2, 'lower', 1],
    [0, 'higher', 0],
    [2, 'neutral', 0],
    [2, '', 0],
  ];
  for (const [delta, better, expected] of cases) {
    it(`${delta}, better ${better || 'not said'} → ${expected}`, () =>
      expect(judge(delta, better)).toBe(expected));
  }
});

describe('againstNorm', () => {
  it('compares unrounded values on the better side', () => {
    expect(againstNorm({ value: 29.97 }, 30, 'higher')).toEqual({ norm: 30, met: false, withinError: false });
    expect(againstNorm({ value: 30 }, 30, 'higher')).toEqual({ norm: 30, met: true, withinError: false });
    expect(againstNorm({ value: 29.97 }, 30, 'lower')?.met).toBe(true);
  });

  it('says where chance could turn the verdict', () => {
    expect(againstNorm(share(75, 80, 64.5, 83.2), 70, 'higher')).toEqual({
      norm: 70,
      met: true,
      withinError: true,
    });
    expect(againstNorm(share(75, 80, 64.5, 83.2), 60, 'higher')?.withinError).toBe(false);
  });

  it('gives no verdict without value, norm or a better side', () => {
    expect(againstNorm({}, 30, 'higher')).toBeUndefined();
    expect(againstNorm({ value: 1 }, undefined, 'higher')).toBeUndefined();
    expect(againstNorm({ value: 1 }, 30, 'neutral')).toBeUndefined();
  });
});
