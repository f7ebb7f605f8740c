import type { Catalog, ExpectedResult } from '../catalog/types.ts';
import type { District } from '../register/register.ts';

/** An expected result under the key by which workbooks name it. */
export interface ExpectedItem {
  /** `<roadmap>/<direction>/<year>/<n>`: the n-th of its direction and year, as printed. */
  readonly key: string;
  readonly expected: ExpectedResult;
}

/** Expected results with their keys, in printed order. */
export function expectedItems(expected: readonly ExpectedResult[]): ExpectedItem[] {
  const counts = new Map<string, number>();
  return expected.map((one): ExpectedItem => {
    const place = `${one.roadmap}/${one.direction}/${one.year === '' ? '-' : one.year}`;
    const count = (counts.get(place) ?? 0) + 1;
    counts.set(place, count);
    return { key: `${place}/${count}`, expected: one };
  });
}

/** Those of a district's roadmaps. */
export const expectedOf = (
  { expectedResults }: Pick<Catalog, 'expectedResults'>,
  { roadmaps }: Pick<District, 'roadmaps'>,
): ExpectedItem[] =>
  expectedItems(expectedResults).filter(({ expected }) => roadmaps.includes(expected.roadmap));
