import { plainSpaces } from '../parse/spaces.ts';
import { parsePeriod, schoolYearKey } from '../period/period.ts';

/** A school year as files write it: `2022/23`, `2022/2023`, `2022-2023` → `2022/23`. */
export function parseSchoolYear(text: string): string | undefined {
  const match = /^(\d{4}) ?[/–—-] ?(\d{2}|\d{4})(?: ?(?:уч\.? ?г|учебный год)\.?)?$/i.exec(plainSpaces(text));
  if (!match) return undefined;
  const year = Number(match[1]);
  const key = schoolYearKey(year);
  const second = match[2] as string;
  const follows = second.length === 4 ? Number(second) === year + 1 : key.endsWith(`/${second}`);
  return follows ? parsePeriod(key)?.key : undefined;
}

/** In lists of markers the year is the one in which the works were written: `2023` → `2022/23`. */
export function markerSchoolYear(text: string): string | undefined {
  const year = /^(\d{4})(?:[.,]0+)?(?: ?г(?:од)?\.?)?$/.exec(plainSpaces(text));
  return year ? schoolYearKey(Number(year[1]) - 1) : parseSchoolYear(text);
}
