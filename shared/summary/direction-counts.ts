import type { LinkCoverage } from '../cycle/coverage.ts';
import { type ActivityTally, judgedTargets } from './activity-tally.ts';

/** One canonical direction of a district in numbers: the line by which districts with different documents compare. */
export interface DirectionCounts {
  /** Due dates of activities that bind somebody. */
  readonly planned: number;
  readonly done: number;
  readonly overdue: number;
  readonly targetsMet: number;
  /** Targets that could be judged: met, partly, not met. */
  readonly targetsJudged: number;
  /** Links of the management cycle that are there this year, of so many. */
  readonly links: number;
  readonly ofLinks: number;
}

const nothing: ActivityTally = { total: 0, statuses: {}, verdicts: {} };

/** Of the activities of a direction and the links of its cycle. */
export function directionCounts(
  tally: ActivityTally = nothing,
  links: readonly Pick<LinkCoverage, 'state'>[] = [],
): DirectionCounts {
  const { total, statuses, verdicts } = tally;
  return {
    planned: total,
    done: (statuses.done ?? 0) + (statuses.done_late ?? 0),
    overdue: statuses.overdue ?? 0,
    targetsMet: verdicts.met ?? 0,
    targetsJudged: judgedTargets(tally),
    links: links.filter(({ state }) => state === 'yes' || state === 'partly').length,
    ofLinks: links.length,
  };
}

/** Several directions together. */
export function sumOfCounts(parts: readonly DirectionCounts[]): DirectionCounts {
  const sum = { ...directionCounts() };
  for (const part of parts)
    for (const key of Object.keys(sum) as (keyof DirectionCounts)[]) sum[key] += part[key];
  return sum;
}
