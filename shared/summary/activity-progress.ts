import type { ActivityRow } from '../activity/activity-rows.ts';
import { type ActivityLine, activityLines } from './activity-lines.ts';
import { type ActivityTally, binding, tallyByDirection, tallyByQuarter, tallyOf } from './activity-tally.ts';
import { type ClosedRoadmap, closedRoadmaps, partByClosing } from './closed-roadmaps.ts';
import type { SummaryInput } from './input.ts';

/**
 * The roadmaps of the district: what has been done of those in force and what comes next; what became of those that were
 * closed, in no figure of the others.
 */
export interface ActivityProgress {
  readonly total: ActivityTally;
  /** With short names. */
  readonly byDirection: readonly { readonly title: string; readonly tally: ActivityTally }[];
  readonly byQuarter: readonly { readonly quarter: string; readonly tally: ActivityTally }[];
  /** The most pressing first. */
  readonly lines: readonly ActivityLine[];
  /** Lines without a date, and why. */
  readonly undated: readonly ActivityLine[];
  readonly closed: readonly ClosedRoadmap[];
  /** Of closed roadmaps. */
  readonly closedLines: readonly ActivityLine[];
}

/** Undefined where the district works by no roadmap. */
export function activityProgress({ activities = [], ...input }: SummaryInput): ActivityProgress | undefined {
  const rows = activities.filter((row) => row.district === input.district);
  if (rows.length === 0) return undefined;
  const names = new Map(input.register.organisations.map((o) => [o.code, o.name]));
  const { directions } = input.catalog;
  const onBehalf = new Set(input.sources.flatMap((source) => (source.onBehalf ? [source.path] : [])));
  const { inForce, closed } = partByClosing(rows);
  const linesOf = (own: readonly ActivityRow[]): ActivityLine[] =>
    activityLines(
      own,
      (code) => names.get(code) ?? code,
      (file) => onBehalf.has(file),
    );
  const lines = linesOf(inForce);
  return {
    total: tallyOf(binding(inForce)),
    byDirection: tallyByDirection(inForce, directions.keys()).map(({ direction, tally }) => ({
      title: directions.get(direction)?.short || directions.get(direction)?.title || direction,
      tally,
    })),
    byQuarter: tallyByQuarter(inForce),
    lines,
    undated: lines.filter(({ due }) => due === undefined),
    closed: closedRoadmaps(closed),
    closedLines: linesOf(closed),
  };
}
