import type { District } from './register.ts';

/** Ids in a cell of districts.csv that may hold several. */
export const idsOf = (text: string | undefined): string[] =>
  (text ?? '').split(/\s+/).filter((id) => id !== '');

/**
 * Roadmaps whose monitoring indicators a district keeps: those it works by and those of the optional column `monitoring`
 * of districts.csv. A district may follow a plan of its own and still report on the region's list of indicators; of the
 * added roadmaps it takes indicators only, no activities, expected results or criteria.
 */
export function monitoredRoadmaps({
  roadmaps,
  columns,
}: Pick<District, 'roadmaps' | 'columns'>): readonly string[] {
  const more = idsOf(columns.monitoring);
  return more.length === 0 ? roadmaps : [...new Set([...roadmaps, ...more])];
}
