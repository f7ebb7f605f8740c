import type { Clock } from './clock.ts';

const minute = 60_000;

/**
 * A bucket of tokens, each of which comes back one minute after it was taken: so no minute, wherever it begins, sees more
 * calls than Google's quota allows. (A bucket that drips would let through up to twice the quota in its first minute.)
 */
export class TokenBucket {
  readonly #clock: Clock;
  /** When the tokens were taken last, as a ring. */
  readonly #taken: number[];
  #next = 0;
  #queue: Promise<void> = Promise.resolve();

  constructor(perMinute: number, clock: Clock) {
    this.#clock = clock;
    this.#taken = Array.from({ length: perMinute }, () => Number.NEGATIVE_INFINITY);
  }

  /** Waits for a token; first come, first served. `onWait`: told the milliseconds before a wait. */
  take(onWait?: (milliseconds: number) => void): Promise<void> {
    this.#queue = this.#queue.then(async () => {
      const back = this.#taken[this.#next]! + minute;
      const wait = back - this.#clock.now();
      if (wait > 0) {
        onWait?.(wait);
        await this.#clock.sleep(wait);
      }
      this.#taken[this.#next] = this.#clock.now();
      this.#next = (this.#next + 1) % this.#taken.length;
    });
    return this.#queue;
  }
}
