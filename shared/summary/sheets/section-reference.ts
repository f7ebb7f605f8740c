import { sectionTexts } from '../../texts/sections.ts';
import { periodText } from '../../texts/summary.ts';
import type { SectionRow } from '../sections.ts';

const texts = sectionTexts.reference;

/** Published figures, then what the workspace's own districts of the region come to; of another period with its name. */
export function referenceText({ references, region, indicator, period }: SectionRow): string {
  const { unit } = indicator;
  const published = ([level, row]: readonly ['country' | 'region', typeof references.country]): string[] => {
    if (row === undefined) return [];
    const words = texts[level](row.value, unit);
    return [row.period === period.key ? words : texts.ofPeriod(words, periodText(row.period, true))];
  };
  const own = references.region === undefined && region?.value !== undefined;
  return [
    ...published(['country', references.country]),
    ...published(['region', references.region]),
    ...(own ? [texts.region(region.value!, unit)] : []),
  ].join('; ');
}
