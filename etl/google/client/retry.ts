import type { Clock } from './clock.ts';
import type { Fault } from './fault.ts';

const first = 1_000;
const longest = 60_000;

/** Milliseconds before the next try: truncated exponential with full jitter, never less than Google asked for. */
export function waitBefore(tries: number, retryAfter: number | undefined, random: () => number): number {
  const ceiling = Math.min(longest, first * 2 ** (tries - 1));
  return Math.round(Math.max(retryAfter ?? 0, random() * ceiling));
}

export interface RetryPolicy {
  readonly clock: Clock;
  /** A number from 0 up to 1. */
  readonly random: () => number;
  /** Milliseconds after which no further try begins, counted from the first, for a kind of fault. */
  readonly patience: (kind: Fault['kind']) => number;
  /** True where doing it twice does no harm. */
  readonly isRepeatable: (fault: Fault) => boolean;
  readonly onWait?: (milliseconds: number) => void;
  /** The patience ended, though a repeat was allowed. */
  readonly onGiveUp?: () => void;
}

/**
 * Repeats a call until it is answered, refused for good, or the patience ends: throws the last GoogleError then. A rate
 * limit is always repeated (Google did nothing), a fault of unknown outcome only where a repeat is harmless.
 */
export async function withRetry<T>(
  request: () => Promise<T>,
  faultOf: (error: unknown) => Fault,
  { clock, random, patience, isRepeatable, onWait, onGiveUp }: RetryPolicy,
): Promise<T> {
  const begun = clock.now();
  for (let tries = 1; ; tries++) {
    try {
      return await request();
    } catch (thrown) {
      const fault = faultOf(thrown);
      if (!isRepeatable(fault)) throw fault.error;
      const wait = waitBefore(tries, fault.retryAfter, random);
      if (clock.now() + wait >= begun + patience(fault.kind)) {
        onGiveUp?.();
        throw fault.error;
      }
      onWait?.(wait);
      await clock.sleep(wait);
    }
  }
}
