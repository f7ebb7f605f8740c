import { readFileSync } from 'node:fs';
import { assess } from '../../etl/run/assess.ts';
import { collect } from '../../etl/run/collect.ts';
import { withStore } from '../../etl/store/with-store.ts';
import { openWorkspace } from '../../etl/workspace/open-workspace.ts';

/** What one process, called with a workspace and a date, tells about one night. */
export interface Night {
  /** Milliseconds. */
  readonly collecting: number;
  readonly evaluating: number;
  /** Resident memory at its highest, MB. */
  readonly peak: number;
  readonly read: number;
  readonly unchanged: number;
  /** Values that count. */
  readonly observations: number;
  readonly indicators: number;
}

/**
 * Linux hands a process the `maxRSS` of the one that started it, which here holds a million observations; the
 * kernel's high-water mark of this process alone stands in /proc.
 */
function peakMegabytes(): number {
  try {
    return Number(/VmHWM:\s*(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))![1]) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
}

// imports nothing that only makes workbooks: it would count in the memory
const [dir = '', date = ''] = process.argv.slice(2);
const workspace = await openWorkspace(dir);
const night = await withStore(workspace, async (store): Promise<Night> => {
  const start = performance.now();
  const run = await store.beginRun(date);
  const counts = await collect(workspace, store, run.id);
  const collected = performance.now();
  const { observations, indicators } = await assess(workspace, store, date);
  const evaluated = performance.now();
  await store.finishRun(run.id, '{}', counts.changed);
  return {
    collecting: collected - start,
    evaluating: evaluated - collected,
    peak: peakMegabytes(),
    read: counts.read,
    unchanged: counts.unchanged,
    observations: observations.length,
    indicators: indicators.size,
  };
});
process.stdout.write(`${JSON.stringify(night)}\n`);
