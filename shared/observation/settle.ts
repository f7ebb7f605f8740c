import type { Issue } from '../issue/issue.ts';
import { namedPlace } from '../issue/place.ts';
import { compareObservations, gives, sameAnswer, shown } from './compare-observations.ts';
import type { Observation } from './observation.ts';
import type { Standing } from './rank-sources.ts';

/** One source's word on a value. */
export interface Candidate {
  readonly observation: Observation;
  readonly standing: Standing;
}

/** The answer that counts, and whether a file's cell stands for it (not so after a conflict). */
export interface Settled {
  readonly observation: Observation;
  readonly conflict: boolean;
}

/** Best first: answers before empty cells, then by rank, then by path. */
const compareCandidates = (a: Candidate, b: Candidate): number =>
  Number(gives(b.observation)) - Number(gives(a.observation)) ||
  b.standing.rank - a.standing.rank ||
  a.standing.order - b.standing.order ||
  compareObservations(a.observation, b.observation);

/**
 * Which of several sources' words on one value counts (contracts §4), and the issues that come of it. Of a value that
 * one source gives twice, the first place counts: the reader has reported it.
 */
export function settle(candidates: readonly Candidate[], issues: Issue[]): Settled {
  const sorted = [...candidates].sort(compareCandidates);
  const best = sorted[0]!;
  const winner = best.observation;
  if (!gives(winner)) return { observation: winner, conflict: false };

  const seen = new Set([best.standing.order]);
  let conflict = false;
  const superseded: Observation[] = [];
  for (const { observation, standing } of sorted) {
    if (seen.has(standing.order) || !gives(observation)) continue;
    seen.add(standing.order);
    if (sameAnswer(winner, observation)) continue;
    if (standing.rank < best.standing.rank) superseded.push(observation);
    else {
      conflict = true;
      issues.push(comparison('value.conflict', winner, observation));
    }
  }
  if (conflict) {
    const { unit, element, period, place } = winner;
    return { observation: { unit, element, period, status: 'rejected', place }, conflict };
  }
  for (const old of superseded) issues.push(comparison('value.changed', winner, old));
  return { observation: winner, conflict };
}

/** An issue at the cell of `one` that names both values and both places. */
export const comparison = (
  code: 'value.conflict' | 'value.changed' | 'value.differs_from_official',
  one: Observation,
  other: Observation,
): Issue => ({
  code,
  place: one.place,
  organisation: one.unit,
  element: one.element,
  period: one.period,
  ...(one.raw === undefined ? {} : { raw: one.raw }),
  params: {
    value: shown(one),
    source: namedPlace(one.place),
    other: shown(other),
    otherSource: namedPlace(other.place),
  },
});
