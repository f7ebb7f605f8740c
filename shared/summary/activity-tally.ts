import type { ActivityRow } from '../activity/activity-rows.ts';
import type { ActivityStatus } from '../activity/status.ts';
import { compareText } from '../number/compare-text.ts';
import type { TargetVerdict } from '../target/target.ts';

/** How many rows of `export activities` stand how. */
export interface ActivityTally {
  readonly total: number;
  readonly statuses: Readonly<Partial<Record<ActivityStatus, number>>>;
  /** Of rows with a printed target. */
  readonly verdicts: Readonly<Partial<Record<TargetVerdict, number>>>;
}

/** Rows that bind somebody: not those that are not applicable. */
export const binding = (rows: readonly ActivityRow[]): ActivityRow[] =>
  rows.filter(({ status }) => status !== 'not_applicable');

export function tallyOf(rows: readonly ActivityRow[]): ActivityTally {
  const statuses: Partial<Record<ActivityStatus, number>> = {};
  const verdicts: Partial<Record<TargetVerdict, number>> = {};
  for (const { status, target } of rows) {
    statuses[status] = (statuses[status] ?? 0) + 1;
    if (target) verdicts[target.verdict] = (verdicts[target.verdict] ?? 0) + 1;
  }
  return { total: rows.length, statuses, verdicts };
}

/** Targets that could be judged: met, partly, not met. */
export const judgedTargets = ({ verdicts }: ActivityTally): number =>
  (verdicts.met ?? 0) + (verdicts.partly ?? 0) + (verdicts.not_met ?? 0);

/** Binding rows by direction, in the order of `directions`; empty ones left out. */
export function tallyByDirection(
  rows: readonly ActivityRow[],
  directions: Iterable<string>,
): { readonly direction: string; readonly tally: ActivityTally }[] {
  const groups = groupBy(binding(rows), ({ activity }) => activity.direction);
  return [...directions].flatMap((direction) => {
    const own = groups.get(direction);
    return own ? [{ direction, tally: tallyOf(own) }] : [];
  });
}

/** `2021-Q3` of a day. */
const quarterOf = (day: string): string => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

/** Binding rows with a due date by the quarter it lies in, ascending; empty quarters between others are kept. */
export function tallyByQuarter(
  rows: readonly ActivityRow[],
): { readonly quarter: string; readonly tally: ActivityTally }[] {
  const dated = binding(rows).filter((row) => row.due !== undefined);
  const groups = groupBy(dated, ({ due }) => quarterOf(due!.day));
  const known = [...groups.keys()].sort(compareText);
  const quarters: string[] = [];
  for (let at = known[0]; at !== undefined && at <= known[known.length - 1]!; at = next(at))
    quarters.push(at);
  return quarters.map((quarter) => ({ quarter, tally: tallyOf(groups.get(quarter) ?? []) }));
}

const next = (quarter: string): string =>
  quarter.endsWith('4')
    ? `${Number(quarter.slice(0, 4)) + 1}-Q1`
    : `${quarter.slice(0, 6)}${Number(quarter.slice(6)) + 1}`;

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
