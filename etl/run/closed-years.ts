import type { Issue } from '../../shared/issue/issue.ts';
import { shownValue } from '../../shared/number/decimal.ts';
import type { Observation } from '../../shared/observation/observation.ts';
import { parsePeriod } from '../../shared/period/period.ts';
import type { SourceContent, StoredSource, StoreView } from '../store/store.ts';

/** What every source said before this run, by source. */
export type Standing = () => Promise<ReadonlyMap<number, readonly Observation[]>>;

const yearOf = ({ period }: { readonly period?: string }): string =>
  parsePeriod(period ?? '')?.schoolYear ?? '';
const keyOf = (o: Observation): string => `${o.unit}\n${o.element}\n${o.period}`;
const answerOf = (o: Observation): string => `${keyOf(o)}\n${o.status}\n${o.value}`;

/**
 * Values of a closed school year stay as they were, also where the file is replaced by one that does not give them: a
 * school may send the new year's workbook under last year's name. A new or different one is reported and not taken; one
 * that repeats what some file already says is neither.
 */
export async function withholdClosed(
  content: SourceContent,
  known: StoredSource | undefined,
  standing: Standing,
  closedYears: ReadonlySet<string>,
): Promise<SourceContent> {
  const isClosed = (o: Observation): boolean => closedYears.has(yearOf(o));
  if (closedYears.size === 0 || (!known && !content.observations.some(isClosed))) return content;
  const all = await standing();
  const before = new Map(
    (known ? (all.get(known.id) ?? []) : []).filter(isClosed).map((o) => [keyOf(o), o] as const),
  );
  if (before.size === 0 && !content.observations.some(isClosed)) return content;
  const repeated = content.observations.filter(isClosed).map(answerOf);
  const said = saidBefore(all, new Set(repeated));
  const issues: Issue[] = [...content.issues];
  const observations: Observation[] = [];
  for (const o of content.observations) {
    const old = before.get(keyOf(o));
    before.delete(keyOf(o));
    if (!isClosed(o) || (old && answerOf(old) === answerOf(o))) observations.push(o);
    else {
      if (old) observations.push(old);
      if (o.status !== 'not_reported' && !said.has(answerOf(o))) issues.push(refusal(o));
    }
  }
  return { ...content, observations: [...observations, ...before.values()], issues };
}

/** Those of the answers that a file gave before. */
function saidBefore(
  all: ReadonlyMap<number, readonly Observation[]>,
  wanted: ReadonlySet<string>,
): ReadonlySet<string> {
  const said = new Set<string>();
  if (wanted.size === 0) return said;
  for (const observations of all.values()) {
    for (const o of observations) if (wanted.has(answerOf(o))) said.add(answerOf(o));
  }
  return said;
}

const refusal = (o: Observation): Issue => ({
  code: 'period.closed',
  place: o.place,
  organisation: o.unit,
  element: o.element,
  period: o.period,
  ...(o.raw !== undefined
    ? { raw: o.raw }
    : o.value !== undefined
      ? { raw: String(o.value), params: { shown: shownValue(o.value) } }
      : {}),
});

/** Files of which something was refused since its year was closed, which is open again: they must be read anew. */
export async function refusedBefore(
  store: StoreView,
  closedYears: ReadonlySet<string>,
): Promise<ReadonlySet<number>> {
  const stale = (await store.issues()).filter(
    ({ issue }) => issue.code === 'period.closed' && !closedYears.has(yearOf(issue)),
  );
  return new Set(stale.map(({ sourceId }) => sourceId));
}
