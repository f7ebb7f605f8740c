/** One competitor of a comparison. */
export type Contender = () => unknown;

/** Rounds of one contender, in order; milliseconds. */
export interface Timing {
  readonly wall: readonly number[];
  /** User and system time of the whole process: what is left of a round when a shared machine is busy elsewhere. */
  readonly cpu: readonly number[];
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

const cpuNow = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

export interface Rounds {
  readonly rounds: number;
  /** Rounds before anything counts. */
  readonly warmUp: number;
}

/**
 * Times several contenders in turn, A B C A B C …, so that whatever else the machine does in these seconds falls on
 * all of them. Where Node was started with --expose-gc, the garbage of the one before is collected outside the clock.
 */
export async function interleave<K extends string>(
  contenders: Readonly<Record<K, Contender>>,
  { rounds, warmUp }: Rounds,
): Promise<Record<K, Timing>> {
  const names = Object.keys(contenders) as K[];
  const timings = {} as Record<K, { wall: number[]; cpu: number[] }>;
  for (const name of names) timings[name] = { wall: [], cpu: [] };
  for (let round = -warmUp; round < rounds; round++) {
    for (const name of names) {
      globalThis.gc?.();
      const start = performance.now();
      const cpuStart = cpuNow();
      await contenders[name]();
      const time = performance.now() - start;
      const cpuTime = cpuNow() - cpuStart;
      if (round < 0) continue;
      timings[name].wall.push(time);
      timings[name].cpu.push(cpuTime);
    }
  }
  return timings;
}

/** The median of the ratios of neighbours in time, not the ratio of medians. */
export const ratioOf = (a: readonly number[], b: readonly number[]): number =>
  median(a.map((time, i) => time / b[i]!));
