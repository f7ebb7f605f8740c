import type { ActivityRow } from '../activity/activity-rows.ts';
import type { Closing } from '../activity/amendments.ts';
import { compareText } from '../number/compare-text.ts';
import { type ActivityTally, binding, judgedTargets, tallyOf } from './activity-tally.ts';

/** What a roadmap came to that an order has closed. Counts are of due dates that bound somebody, as in `ActivityTally`. */
export interface ClosedRoadmap {
  readonly roadmap: string;
  readonly closing: Closing;
  readonly planned: number;
  readonly done: number;
  readonly doneLate: number;
  /** Due by the day of the order. */
  readonly notDone: number;
  /** Not done either, but without a date, or due only after the order: nobody's debt. */
  readonly fellAway: number;
  readonly targetsMet: number;
  /** Targets that could be judged: met, partly, not met. */
  readonly targetsJudged: number;
}

/** Rows of roadmaps in force, and of those that were closed. */
export function partByClosing(rows: readonly ActivityRow[]): {
  readonly inForce: readonly ActivityRow[];
  readonly closed: readonly ActivityRow[];
} {
  return {
    inForce: rows.filter((row) => row.closed === undefined),
    closed: rows.filter((row) => row.closed !== undefined),
  };
}

/** Rows of one district: its closed roadmaps, in order of their orders. */
export function closedRoadmaps(rows: readonly ActivityRow[]): ClosedRoadmap[] {
  const groups = new Map<string, { readonly closing: Closing; readonly rows: ActivityRow[] }>();
  for (const row of rows) {
    if (row.closed === undefined) continue;
    const { roadmap } = row.activity;
    const group = groups.get(roadmap) ?? { closing: row.closed, rows: [] };
    groups.set(roadmap, group);
    group.rows.push(row);
  }
  return [...groups]
    .map(([roadmap, group]) => ({ roadmap, closing: group.closing, ...finalFigures(group) }))
    .sort(
      (a, b) => compareText(a.closing.orderDate, b.closing.orderDate) || compareText(a.roadmap, b.roadmap),
    );
}

function finalFigures({
  closing,
  rows,
}: {
  readonly closing: Closing;
  readonly rows: readonly ActivityRow[];
}): Omit<ClosedRoadmap, 'roadmap' | 'closing'> {
  const own = binding(rows);
  const tally: ActivityTally = tallyOf(own);
  const left = own.filter(({ status }) => status === 'archived');
  const notDone = left.filter(({ due }) => due !== undefined && due.day <= closing.orderDate).length;
  return {
    planned: tally.total,
    done: tally.statuses.done ?? 0,
    doneLate: tally.statuses.done_late ?? 0,
    notDone,
    fellAway: left.length - notDone,
    targetsMet: tally.verdicts.met ?? 0,
    targetsJudged: judgedTargets(tally),
  };
}
