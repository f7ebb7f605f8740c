import type { Issue } from '../issue/issue.ts';
import { namedPlace } from '../issue/place.ts';
import { rankSources } from '../observation/rank-sources.ts';
import type { SourceRank } from '../observation/source.ts';
import type { AssessmentResult } from './result.ts';

export interface SourcedResult {
  readonly sourceId: number;
  readonly result: AssessmentResult;
}

const keyOf = (r: AssessmentResult): string =>
  [r.schoolYear, r.procedure, r.subject, r.grade, r.stage, r.organisation].join('\n');

/** Everything but where it stands. */
const figuresOf = ({ place: _, ...figures }: AssessmentResult): string =>
  JSON.stringify(Object.entries(figures).sort());

/**
 * Which results count where several files bring the same organisation, procedure, subject, grade and stage: the order
 * of contracts §4 for values. Equal rank and different figures: nobody's counts (`value.conflict`); a superseded
 * different row is `value.changed`. The result is sorted by key, so the order of the input never matters.
 */
export function selectResults(
  sources: readonly (SourceRank & { readonly id: number })[],
  results: readonly SourcedResult[],
): { readonly results: AssessmentResult[]; readonly issues: Issue[] } {
  const standings = rankSources(sources);
  const rankOf = new Map(sources.map((source, i) => [source.id, standings[i]!]));
  const byKey = new Map<string, SourcedResult[]>();
  for (const entry of results) {
    if (!rankOf.has(entry.sourceId)) continue;
    const key = keyOf(entry.result);
    const list = byKey.get(key);
    if (list) list.push(entry);
    else byKey.set(key, [entry]);
  }
  const chosen: AssessmentResult[] = [];
  const issues: Issue[] = [];
  for (const key of [...byKey.keys()].sort()) {
    const candidates = byKey.get(key)!.sort((a, b) => {
      const x = rankOf.get(a.sourceId)!;
      const y = rankOf.get(b.sourceId)!;
      return y.rank - x.rank || x.order - y.order;
    });
    const [first, ...others] = candidates as [SourcedResult, ...SourcedResult[]];
    const differing = others.filter((other) => figuresOf(other.result) !== figuresOf(first.result));
    const rank = rankOf.get(first.sourceId)!.rank;
    const rivals = differing.filter((other) => rankOf.get(other.sourceId)!.rank === rank);
    for (const other of rivals.length > 0 ? rivals : differing) {
      issues.push(
        comparing(rivals.length > 0 ? 'value.conflict' : 'value.changed', first.result, other.result),
      );
    }
    if (rivals.length === 0) chosen.push(first.result);
  }
  return { results: chosen, issues };
}

const shown = (r: AssessmentResult): string =>
  [r.participants, r.mark2, r.mark3, r.mark4, r.mark5].join(' / ');

const comparing = (code: Issue['code'], mine: AssessmentResult, other: AssessmentResult): Issue => ({
  code,
  place: mine.place,
  organisation: mine.organisation,
  element: [mine.procedure, mine.subject, `g${mine.grade}`].join('.'),
  period: mine.schoolYear,
  params: {
    value: shown(mine),
    other: shown(other),
    source: namedPlace(mine.place),
    otherSource: namedPlace(other.place),
  },
});
