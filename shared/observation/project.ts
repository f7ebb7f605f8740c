import type { Issue } from '../issue/issue.ts';
import { formatPlace } from '../issue/issue.ts';
import { placeOfSource, sourceName } from '../issue/place.ts';
import { compareText } from '../number/compare-text.ts';
import { roundHalfAway } from '../number/decimal.ts';
import { compareObservations, gives } from './compare-observations.ts';
import type { Observation } from './observation.ts';
import { rankSources } from './rank-sources.ts';
import { type Candidate, comparison, settle } from './settle.ts';
import type { SourceRank } from './source.ts';
import { ValueIndex } from './value-index.ts';

export interface ProjectedSource extends SourceRank {
  readonly id: number;
  readonly state: 'present' | 'gone' | 'withdrawn';
  readonly unit?: string;
  /** Files of kind `results`, `markers` and `register` hold values of their own kind. */
  readonly kind?: string;
}

/** The values that count: one per unit × period × element, sorted so; and what is to be said about their sources. */
export interface Projection {
  readonly values: Observation[];
  readonly issues: Issue[];
}

/**
 * Which value counts (contracts §4), over all sources at once. The order of the input never matters.
 *
 * Between sources: seen in a later run, then later «Сдано», document date, file time; equal on all with different
 * answers is `value.conflict` and rejects the value. An empty cell gives nothing, so it hides nothing. A superseded
 * different answer is `value.changed`. Official values come first; a typed number that differs is
 * `value.differs_from_official`. Withdrawn sources and sources without a rank here are left out; a file that left the
 * inbox is `source.gone`.
 */
export function project(
  sources: readonly ProjectedSource[],
  observations: readonly { readonly sourceId: number; readonly observations: readonly Observation[] }[],
  official: readonly Observation[],
): Projection {
  const counted = sources.filter((source) => source.state !== 'withdrawn');
  const standings = rankSources(counted);
  const bySource = new Map(counted.map((source, i) => [source.id, { source, standing: standings[i]! }]));
  const index = new ValueIndex();
  const first: Candidate['observation'][] = [];
  const firstStanding: Candidate['standing'][] = [];
  /** Only values on which several have a word: the rest of the millions needs no list. */
  const several = new Map<number, Candidate[]>();
  const goneWithValues = new Set<ProjectedSource>();

  for (const { sourceId, observations: list } of observations) {
    const entry = bySource.get(sourceId);
    if (!entry) continue;
    const { source, standing } = entry;
    for (const observation of list) {
      const slot = index.slot(observation);
      if (slot === first.length) {
        first.push(observation);
        firstStanding.push(standing);
      } else {
        const list = several.get(slot) ?? [{ observation: first[slot]!, standing: firstStanding[slot]! }];
        list.push({ observation, standing });
        several.set(slot, list);
      }
    }
    if (source.state === 'gone' && list.some(gives)) goneWithValues.add(source);
  }

  const issues: Issue[] = [];
  const winners = first;
  const conflicts = new Set<number>();
  for (const [slot, candidates] of several) {
    const { observation, conflict } = settle(candidates, issues);
    winners[slot] = observation;
    if (conflict) conflicts.add(slot);
  }
  applyOfficial(official, index, winners, conflicts, issues);
  for (const { source } of bySource.values()) {
    if (source.state === 'gone' && (goneWithValues.has(source) || keepsOther(source)))
      issues.push(goneIssue(source));
  }
  const values: Observation[] = [];
  for (const slot of index.sorted()) values.push(winners[slot]!);
  return { values, issues: sortIssues(issues) };
}

function applyOfficial(
  official: readonly Observation[],
  index: ValueIndex,
  winners: Observation[],
  conflicts: ReadonlySet<number>,
  issues: Issue[],
): void {
  const typed = winners.length;
  // of two official words on one value the first place counts, whatever order they come in
  const sorted = official.filter(gives).sort(compareObservations);
  const done = new Set<number>();
  for (const observation of sorted) {
    const slot = index.slot(observation);
    if (done.has(slot)) continue;
    done.add(slot);
    const own = slot < typed ? winners[slot] : undefined;
    if (own?.status === 'value' && !conflicts.has(slot) && !sameFigure(own, observation)) {
      issues.push(comparison('value.differs_from_official', own, observation));
    }
    winners[slot] = observation;
  }
}

/** Official figures may be computed, so they are compared as evaluation rounds them: to 9 decimals. */
const sameFigure = (typed: Observation, { status, value }: Observation): boolean =>
  typeof typed.value === 'number' && typeof value === 'number'
    ? status === 'value' && roundHalfAway(typed.value, 9) === roundHalfAway(value, 9)
    : typed.status === status && typed.value === value;

const keepsOther = ({ kind }: ProjectedSource): boolean =>
  kind === 'results' || kind === 'markers' || kind === 'register' || kind === 'records';

const goneIssue = (source: ProjectedSource): Issue => ({
  code: 'source.gone',
  place: placeOfSource(source),
  ...(source.unit === undefined ? {} : { organisation: source.unit }),
  params: { source: sourceName(source) },
});

/** By place, then by value, then by the other place: the same list on every machine. */
function sortIssues(issues: Issue[]): Issue[] {
  const keys = (issue: Issue): string[] => [
    formatPlace(issue.place),
    issue.code,
    issue.organisation ?? '',
    issue.element ?? '',
    issue.period ?? '',
    String(issue.params?.otherSource ?? ''),
  ];
  const keyed = issues.map((issue) => ({ issue, keys: keys(issue) }));
  keyed.sort((a, b) => {
    for (let i = 0; i < a.keys.length; i++) {
      const order = compareText(a.keys[i]!, b.keys[i]!);
      if (order !== 0) return order;
    }
    return 0;
  });
  return keyed.map(({ issue }) => issue);
}
