/** What a number under a number format means to its reader. */
export type NumberMeaning = 'plain' | 'date' | 'percent';

/** Built-in formats of ISO 29500-1 §18.8.30 that files never spell out; the East Asian ones as in Excel. */
const builtInDates = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);
const builtInPercents = new Set([9, 10]);

export const builtInMeaning = (id: number): NumberMeaning =>
  builtInDates.has(id) ? 'date' : builtInPercents.has(id) ? 'percent' : 'plain';

/**
 * Reads a format code. A date shows a day, month or year; a pure time of day (`h:mm`, `[h]:mm`) stays a number,
 * since it names no day.
 */
export function formatMeaning(code: string): NumberMeaning {
  const first = firstSection(code);
  if (/^general$/i.test(first.trim())) return 'plain';
  if (first.includes('%')) return 'percent';
  const letters = first.toLowerCase();
  if (/[yd]/.test(letters)) return 'date';
  // without hours or seconds an m can only be a month
  return letters.includes('m') && !/[hs]/.test(letters) ? 'date' : 'plain';
}

/** The section of positive numbers without literals, colours, locales, fillers and `AM/PM`; `[h]` becomes `h`. */
function firstSection(code: string): string {
  const bare = code
    .replace(/"[^"]*"?/g, '')
    .replace(/[\\_*]./gs, '')
    .replace(/\[(h+|m+|s+)\]/gi, 'h')
    .replace(/\[[^[\]]*\]/g, '')
    .replace(/am\/pm|a\/p/gi, 'h');
  return bare.split(';')[0] as string;
}
