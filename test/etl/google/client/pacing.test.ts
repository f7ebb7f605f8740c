import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TokenBucket } from '../../../../etl/google/client/pacing.ts';
import { virtualClock } from './scripted-server.ts';

/** The moments (ms) at which calls are let through, if one is wanted after each pause. */
async function moments(perMinute: number, pauses: readonly number[]) {
  const clock = virtualClock();
  const bucket = new TokenBucket(perMinute, clock);
  const taken: number[] = [];
  for (const pause of pauses) {
    if (pause > 0) await clock.sleep(pause);
    await bucket.take();
    taken.push(clock.now());
  }
  return taken;
}

describe('TokenBucket', () => {
  it('lets a minute’s worth through at once and the next one a minute later', async () => {
    expect(await moments(3, [0, 0, 0, 0, 0, 0, 0])).toEqual([0, 0, 0, 60_000, 60_000, 60_000, 120_000]);
    // each token comes back a minute after it was taken: at 60 s and 70 s
    expect(await moments(2, [0, 10_000, 0, 0])).toEqual([0, 10_000, 60_000, 70_000]);
  });

  it('is fair to those who wait at the same time', async () => {
    const bucket = new TokenBucket(1, virtualClock());
    const order: number[] = [];
    await Promise.all([1, 2, 3].map((n) => bucket.take().then(() => order.push(n))));
    expect(order).toEqual([1, 2, 3]);
  });

  it('no minute, wherever it begins, sees more calls than allowed, and none waits without need', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.integer({ min: 0, max: 40_000 }), { maxLength: 40 }),
        async (perMinute, pauses) => {
          const taken = await moments(perMinute, pauses);
          taken.forEach((moment, i) => {
            const earlier = taken[i - perMinute];
            if (earlier !== undefined) expect(moment - earlier).toBeGreaterThanOrEqual(60_000);
            const wanted = (taken[i - 1] ?? 0) + pauses[i]!;
            expect(moment === wanted || moment === (earlier ?? 0) + 60_000).toBe(true);
          });
        },
      ),
      { numRuns: 50 },
    );
  });
});
