import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { waitBefore } from '../../../../etl/google/client/retry.ts';

describe('waitBefore', () => {
  it.each([
    // tries, Google's wish, jitter, milliseconds
    [1, undefined, 0, 0],
    [1, undefined, 0.999, 999],
    [4, undefined, 0.5, 4000],
    [6, undefined, 0.5, 16_000],
    // 2^6 s is more than a minute
    [7, undefined, 0.5, 30_000],
    [40, undefined, 0.5, 30_000],
    [1, 20_000, 0.5, 20_000],
    // the jitter may be longer than the wish
    [7, 1_000, 0.5, 30_000],
  ])('try %i, wish %s, jitter %d → %i', (tries, wish, jitter, expected) => {
    expect(waitBefore(tries, wish, () => jitter)).toBe(expected);
  });

  it('is never longer than a minute unless Google asks for it, nor shorter than Google asks for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.option(fc.integer({ min: 0, max: 600_000 }), { nil: undefined }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (tries, wish, jitter) => {
          const wait = waitBefore(tries, wish, () => jitter);
          return wait >= (wish ?? 0) && wait <= Math.max(60_000, wish ?? 0);
        },
      ),
    );
  });
});
