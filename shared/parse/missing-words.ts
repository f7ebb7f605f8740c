import { plainSpaces } from './spaces.ts';

export type MissingStatus = 'no_data' | 'not_applicable';

/** Words of contracts §2 by which people say that there is no value; `x` is Latin in one entry and Cyrillic in the other. */
const words: ReadonlyMap<string, MissingStatus> = new Map<string, MissingStatus>(
  Object.entries({
    'н/д': 'no_data',
    'нет данных': 'no_data',
    'нет сведений': 'no_data',
    x: 'not_applicable',
    х: 'not_applicable',
    'не ведем': 'not_applicable',
    неприменимо: 'not_applicable',
    'не применимо': 'not_applicable',
  } as const),
);

/** Lower case, ё as е, single spaces, no closing dots: how words of cells are compared. */
export const comparableWord = (text: string): string =>
  plainSpaces(text)
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[. ]+$/, '')
    .replace(/ ?\/ ?/g, '/');

export const missingStatus = (text: string): MissingStatus | undefined => words.get(comparableWord(text));

/** `нет` and dashes: in a number cell they may mean zero or nothing known. */
export const isAmbiguous = (text: string): boolean => /^(?:нет|[-‐‑‒–—―−]+)$/.test(comparableWord(text));
