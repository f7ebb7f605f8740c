import { compareText } from '../number/compare-text.ts';
import { instant } from './instant.ts';
import type { SourceRank } from './source.ts';

/** Where a source stands in the order of contracts §4. */
export interface Standing {
  /** Higher counts; sources first seen, submitted, modified and written at the same time share one. */
  readonly rank: number;
  /** Place in code-point order of the paths, unique. */
  readonly order: number;
}

const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

/** An absent or unreadable date comes before any. */
const moment = (source: SourceRank): number => {
  const text = source.documentModified;
  return (text === undefined ? undefined : instant(text)) ?? Number.NEGATIVE_INFINITY;
};

/**
 * Ranks sources by contracts §4: seen in a later run, then later «Сдано», then the document's own modified date, then
 * the file's time. Gives one standing per source, in the order of the input.
 */
export function rankSources(sources: readonly SourceRank[]): Standing[] {
  const entries = sources.map((source, index) => ({ source, index, modified: moment(source) }));
  type Entry = (typeof entries)[number];
  const byRank = (a: Entry, b: Entry): number =>
    compare(a.source.firstSeen, b.source.firstSeen) ||
    compareText(a.source.submittedOn ?? '', b.source.submittedOn ?? '') ||
    compare(a.modified, b.modified) ||
    compare(a.source.fileTime, b.source.fileTime);

  const orders = new Array<number>(sources.length);
  [...entries]
    .sort((a, b) => compareText(a.source.path, b.source.path))
    .forEach((entry, order) => {
      orders[entry.index] = order;
    });
  const standings = new Array<Standing>(sources.length);
  let rank = 0;
  [...entries].sort(byRank).forEach((entry, i, sorted) => {
    if (i > 0 && byRank(sorted[i - 1]!, entry) !== 0) rank++;
    standings[entry.index] = { rank, order: orders[entry.index]! };
  });
  return standings;
}
