import { type ActivityLine, activityLines } from './activity-lines.ts';
import { type ActivityTally, binding, tallyByDirection, tallyByQuarter, tallyOf } from './activity-tally.ts';
import type { SummaryInput } from './input.ts';

/** The roadmap of the district: what has been done of it and what comes next. */
export interface ActivityProgress {
  readonly total: ActivityTally;
  /** With short names. */
  readonly byDirection: readonly { readonly title: string; readonly tally: ActivityTally }[];
  readonly byQuarter: readonly { readonly quarter: string; readonly tally: ActivityTally }[];
  /** The most pressing first; without those in the archive. */
  readonly lines: readonly ActivityLine[];
  /** Lines without a date, and why. */
  readonly undated: readonly ActivityLine[];
}

/** Undefined where the district works by no roadmap. */
export function activityProgress({ activities = [], ...input }: SummaryInput): ActivityProgress | undefined {
  const rows = activities.filter((row) => row.district === input.district);
  if (rows.length === 0) return undefined;
  const names = new Map(input.register.organisations.map((o) => [o.code, o.name]));
  const { directions } = input.catalog;
  const onBehalf = new Set(input.sources.flatMap((source) => (source.onBehalf ? [source.path] : [])));
  const lines = activityLines(
    rows,
    (code) => names.get(code) ?? code,
    (file) => onBehalf.has(file),
  ).filter((l) => l.status !== 'archived');
  return {
    total: tallyOf(binding(rows)),
    byDirection: tallyByDirection(rows, directions.keys()).map(({ direction, tally }) => ({
      title: directions.get(direction)?.short || directions.get(direction)?.title || direction,
      tally,
    })),
    byQuarter: tallyByQuarter(rows),
    lines,
    undated: lines.filter(({ due }) => due === undefined),
  };
}
