import { cpus, loadavg } from 'node:os';
import { median, ratioOf, type Timing } from './measure.ts';

/** One comparison of a section. */
export interface Line {
  readonly what: string;
  readonly ratio: number;
  /** The same by CPU time, where both sides ran in this process. */
  readonly cpuRatio?: number;
  /** The greatest ratio that is good enough; none = told for orientation. */
  readonly goal?: number;
  /** Absolute figures of both sides, for orientation only. */
  readonly seen: string;
}

export interface Section {
  readonly title: string;
  readonly lines: readonly Line[];
}

export const milliseconds = (ms: number): string =>
  ms >= 10_000 ? `${(ms / 1000).toFixed(1)} s` : `${ms.toFixed(ms < 10 ? 1 : 0)} ms`;

/** A line that compares two contenders of `interleave`. */
export const compared = (what: string, a: Timing, b: Timing, goal?: number): Line => ({
  what,
  ratio: ratioOf(a.wall, b.wall),
  cpuRatio: ratioOf(a.cpu, b.cpu),
  seen: `${milliseconds(median(a.wall))} : ${milliseconds(median(b.wall))}`,
  ...(goal !== undefined && { goal }),
});

export const headline = (quick: boolean): string =>
  [
    `Node ${process.version}`,
    `${cpus().length} CPUs (${cpus()[0]?.model.trim() ?? 'unknown'})`,
    `${process.platform} ${process.arch}`,
    `load ${loadavg()[0]!.toFixed(1)}`,
    ...(quick ? ['--quick: a smoke run, its ratios mean nothing'] : []),
  ].join(' · ');

const shown = (ratio: number): string => ratio.toFixed(ratio < 10 ? 2 : 1);

/** A text table: ratio, goal, verdict (none in a smoke run) and, for orientation, the times themselves. */
export function sectionText({ title, lines }: Section, quick: boolean): string {
  const heads = ['', 'ratio', 'by CPU', 'goal', '', 'seen'];
  const rows = lines.map(({ what, ratio, cpuRatio, goal, seen }) => [
    what,
    shown(ratio),
    cpuRatio === undefined ? '' : shown(cpuRatio),
    goal === undefined ? '–' : `≤ ${shown(goal)}`,
    goal === undefined || quick ? '' : ratio <= goal ? 'met' : 'MISSED',
    seen,
  ]);
  const widths = heads.map((head, i) => Math.max(head.length, ...rows.map((row) => row[i]!.length)));
  const text = [heads, ...rows].map((row) =>
    row
      .map((cell, i) => (i === 0 || i > 3 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
      .join('  ')
      .trimEnd(),
  );
  return [title, ...text.map((line) => `  ${line}`), ''].join('\n');
}
