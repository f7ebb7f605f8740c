import { type Day, isDay, type Period, periodsOfSchoolYear } from '../period/period.ts';

/**
 * The day that `due` or `as_of` of a form means for a period. Written as a day (`2025-06-10`), which holds for every
 * period; as a month and day (`06-10`), the first such day from the beginning of the period on; or as several of these, one
 * per period of the school year in order (`10-25 01-31 06-10` for the three stages). Undefined where nothing is
 * written, or something that is none of these.
 */
export function formDay(text: string, period: Period): Day | undefined {
  const parts = text.split(/\s+/).filter((part) => part !== '');
  const periods = periodsOfSchoolYear(period.frequency, period.schoolYear);
  const at = periods.findIndex(({ key }) => key === period.key);
  const part = parts.length === 1 ? parts[0] : parts.length === periods.length ? parts[at] : undefined;
  if (part === undefined || isDay(part)) return part;
  if (!/^\d\d-\d\d$/.test(part)) return undefined;
  const year = period.first.slice(0, 4);
  const same = `${year}-${part}`;
  const day = same >= period.first ? same : `${Number(year) + 1}-${part}`;
  return isDay(day) ? day : undefined;
}
