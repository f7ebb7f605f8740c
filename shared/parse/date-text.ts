import { type Day, isDay } from '../period/period.ts';
import { plainSpaces } from './spaces.ts';

const months = ['янв', 'фев', 'мар', 'апр', 'ма', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'] as const;

const two = (text: string): string => (text.length === 1 ? `0${text}` : text);
const existing = (year: string, month: string, day: string): Day | undefined => {
  const text = `${year.length === 2 ? `20${year}` : year}-${two(month)}-${two(day)}`;
  return isDay(text) ? text : undefined;
};

/**
 * A day as people write it: `15.03.2025`, `15.3.25`, `15/03/2025`, `2025-03-15` (a time after it is dropped),
 * `15 марта 2025 г.`, `«15» марта 2025 года`. Undefined for anything else and for days that do not exist.
 */
export function parseDateText(text: string): Day | undefined {
  const plain = plainSpaces(text).toLowerCase();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ]\d\d:\d\d.*)?$/.exec(plain);
  if (iso) return existing(iso[1] as string, iso[2] as string, iso[3] as string);
  const russian = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)(?: ?(?:г|года)\.?)?$/.exec(plain);
  if (russian) return existing(russian[4] as string, russian[3] as string, russian[1] as string);
  const words = /^[«"]?(\d{1,2})[»"]? ([а-я]+)\.? (\d{4})(?: ?(?:г|года)\.?)?$/.exec(plain);
  if (!words) return undefined;
  const month = months.findIndex((stem) => isMonthWord(words[2] as string, stem));
  return month < 0 ? undefined : existing(words[3] as string, String(month + 1), words[1] as string);
}

/** Full names in both cases and the usual short ones; `ма` is «май», «мая», and not «март». */
const isMonthWord = (word: string, stem: string): boolean =>
  stem === 'ма' ? word === 'май' || word === 'мая' : word.startsWith(stem) && /^[а-я]{3,8}$/.test(word);
