/** One competitor of a comparison. `prepare` runs before each timing and is not timed. */
export interface Contender {
  readonly run: () => unknown;
  readonly prepare?: () => void;
}

export interface Timing {
  /** Milliseconds, median of all rounds. */
  readonly median: number;
  /** Milliseconds of each round, in order. */
  readonly rounds: readonly number[];
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/**
 * Times several contenders in turn, A B C A B C …, so that whatever else the machine does in these seconds falls on
 * all of them. Every contender runs `warmUp` times before anything counts; the garbage of the one before is collected
 * outside the clock where Node was started with --expose-gc.
 */
export async function interleave<K extends string>(
  contenders: Readonly<Record<K, Contender>>,
  { rounds, warmUp }: { rounds: number; warmUp: number },
): Promise<Record<K, Timing>> {
  const names = Object.keys(contenders) as K[];
  const times = new Map<K, number[]>(names.map((name) => [name, []]));
  for (let round = -warmUp; round < rounds; round++) {
    for (const name of names) {
      contenders[name].prepare?.();
      globalThis.gc?.();
      const start = performance.now();
      await contenders[name].run();
      const time = performance.now() - start;
      if (round >= 0) times.get(name)?.push(time);
    }
  }
  return Object.fromEntries(
    names.map((name) => [name, { median: median(times.get(name)!), rounds: times.get(name)! }]),
  ) as Record<K, Timing>;
}

/** The ratio of two contenders: the median of the ratios of neighbours in time, not the ratio of medians. */
export const ratioOf = (a: Timing, b: Timing): number =>
  median(a.rounds.map((time, i) => time / b.rounds[i]!));
