import type { Criterion } from '../catalog/types.ts';
import { slugOf } from '../results/slug.ts';

/** A criterion under the key by which workbooks name it. */
export interface CriterionItem {
  /** `<roadmap>/<direction>/<group>.<no>/<level>`: `nazran/leaders/5.15/district`. */
  readonly key: string;
  readonly criterion: Criterion;
}

/** The number that opens a heading or stands alone; else a slug of the words, so that every row has a name. */
const numberOf = (text: string): string => /^\s*(\d+(?:\.\d+)*)/.exec(text)?.[1] ?? '';
const partOf = (text: string): string => numberOf(text) || (text.trim() === '' ? '0' : slugOf(text));

const known = new WeakMap<readonly Criterion[], readonly CriterionItem[]>();

/**
 * Criteria with their keys, in printed order. Numbers come from the headings as printed, never from the place of a row;
 * a key that would stand twice gets `-2`, `-3`.
 */
export function criterionItems(criteria: readonly Criterion[]): readonly CriterionItem[] {
  const before = known.get(criteria);
  if (before) return before;
  const counts = new Map<string, number>();
  const items = criteria.map((criterion): CriterionItem => {
    const { roadmap, direction, group, no, level } = criterion;
    const place = no.trim() === '' ? partOf(criterion.criterion) : partOf(no);
    const name = `${roadmap}/${direction}/${partOf(group)}.${place}`;
    const count = (counts.get(`${name}/${level}`) ?? 0) + 1;
    counts.set(`${name}/${level}`, count);
    return { key: `${name}${count > 1 ? `-${count}` : ''}/${level}`, criterion };
  });
  known.set(criteria, items);
  return items;
}
