import type { DataElement } from '../catalog/types.ts';
import { type Frequency, isShorterThanSchoolYear, type Period } from '../period/period.ts';

/** Periods of a school calendar that do not say in which calendar year they end. */
const ofSchoolOnly: readonly Frequency[] = ['stage'];

/**
 * The year at whose beginning a cumulative element starts from zero again, for a period of it: a school year, or a
 * calendar year by the period's first day. Undefined where nothing can fall: the element is not cumulative, or its
 * periods are as long as that year (a stage lies in no calendar year).
 */
export function resetYear({ resets }: Pick<DataElement, 'resets'>, period: Period): string | undefined {
  if (resets === '' || !isShorterThanSchoolYear(period.frequency)) return undefined;
  if (resets === 'school_year') return period.schoolYear;
  return ofSchoolOnly.includes(period.frequency) ? undefined : period.first.slice(0, 4);
}
