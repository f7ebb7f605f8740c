import { plainSpaces } from '../parse/spaces.ts';
import { schoolYearKey } from '../period/period.ts';
import { months } from '../texts/months.ts';

const year = '(?:19|20|21)\\d\\d';
const tail = '(?: ?(?:г|год|года)\\.?)?';

/** A month as people write it: `2025-03`, `03.2025`, `март 2025`, `марте 2025 г.` → `2025-03`. */
export function parseMonth(text: string): string | undefined {
  const plain = plainSpaces(text).toLowerCase();
  const iso = new RegExp(`^(${year})-(\\d\\d)(?:-\\d\\d)?$`).exec(plain);
  if (iso) return monthKey(iso[1]!, Number(iso[2]));
  const figures = new RegExp(`^(\\d\\d?)[./](${year})${tail}$`).exec(plain);
  if (figures) return monthKey(figures[2]!, Number(figures[1]));
  const words = new RegExp(`^([а-я]+)\\.? (${year})${tail}$`).exec(plain);
  const at = words ? months.findIndex((month) => sameMonth(words[1]!, month)) : -1;
  return words && at >= 0 ? monthKey(words[2]!, at + 1) : undefined;
}

const sameMonth = (word: string, month: string): boolean =>
  month === 'май' ? /^ма[йяе]$/.test(word) : word.startsWith(month.slice(0, 3));

const monthKey = (yearText: string, month: number): string | undefined =>
  month >= 1 && month <= 12 ? `${yearText}-${month < 10 ? '0' : ''}${month}` : undefined;

/** A calendar year: `2025`, `2025 год`. */
export function parseYear(text: string): number | undefined {
  const match = new RegExp(`^(${year})${tail}$`).exec(plainSpaces(text).toLowerCase());
  return match ? Number(match[1]) : undefined;
}

/** A school year: `2024/25`, `2024/2025`, `2024-2025 учебный год`, `2024–25 уч. год` → `2024/25`. */
export function parseSchoolYear(text: string): string | undefined {
  const plain = plainSpaces(text).toLowerCase();
  const match = new RegExp(
    `^(${year}) ?[/–—-] ?((?:19|20|21)?\\d\\d)(?: ?(?:уч\\.?|учебн[а-я]*)? ?(?:г|год|года)\\.?)?$`,
  ).exec(plain);
  if (!match) return undefined;
  const key = schoolYearKey(Number(match[1]));
  const second = match[2]!;
  const isNext = second.length === 4 ? Number(second) === Number(match[1]) + 1 : second === key.slice(5);
  return isNext ? key : undefined;
}
