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
  /** Milliseconds that each contender runs before anything counts, so that all are compiled to the end. */
  readonly warmUp: number;
  /** Milliseconds that a round of one contender lasts at least: short ones run many times in it. */
  readonly atLeast: number;
}

async function repeat(run: Contender, times: number): Promise<{ wall: number; cpu: number }> {
  const start = performance.now();
  const cpuStart = cpuNow();
  for (let i = 0; i < times; i++) {
    const answer = run();
    // awaiting what is no promise would let the contender rest
    if (answer instanceof Promise) await answer;
  }
  return { wall: (performance.now() - start) / times, cpu: (cpuNow() - cpuStart) / times };
}

/** Warms up; the fastest run seen tells how many fill a round. */
async function runsPerRound(run: Contender, { warmUp, atLeast }: Rounds): Promise<number> {
  const start = performance.now();
  let fastest = Number.POSITIVE_INFINITY;
  do fastest = Math.min(fastest, (await repeat(run, 1)).wall);
  while (performance.now() - start < warmUp);
  return Math.max(1, Math.ceil(atLeast / fastest));
}

/**
 * Times several contenders in turn, A B C A B C …, so that whatever else the machine does in these seconds falls on
 * all of them. Garbage is collected when Node thinks fit: a collection forced between rounds gives memory back to the
 * system, and whoever fills large arrays next pays three times for it.
 */
export async function interleave<K extends string>(
  contenders: Readonly<Record<K, Contender>>,
  rounds: Rounds,
): Promise<Record<K, Timing>> {
  const names = Object.keys(contenders) as K[];
  const timings = {} as Record<K, { wall: number[]; cpu: number[] }>;
  const runs = {} as Record<K, number>;
  for (const name of names) {
    timings[name] = { wall: [], cpu: [] };
    runs[name] = await runsPerRound(contenders[name], rounds);
  }
  for (let round = 0; round < rounds.rounds; round++) {
    for (const name of names) {
      const { wall, cpu } = await repeat(contenders[name], runs[name]);
      timings[name].wall.push(wall);
      timings[name].cpu.push(cpu);
    }
  }
  return timings;
}

/** The median of the ratios of neighbours in time, not the ratio of medians. */
export const ratioOf = (a: readonly number[], b: readonly number[]): number =>
  median(a.map((time, i) => time / b[i]!));
