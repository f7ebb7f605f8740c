/** Every blank people paste from documents: no-break, thin, figure, narrow, zero-width, byte order mark, tab, line end. */
const blanks = /[\s\u00a0\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]+/g;

/** All blanks as one plain space, none at the ends. */
export const plainSpaces = (text: string): string => text.replace(blanks, ' ').trim();

/** For comparing words: case, ё, blanks and quotes make no difference. */
export const comparableText = (text: string): string =>
  plainSpaces(text.replace(/[«»„“”"'`‘’]/g, ' '))
    .toLowerCase()
    .replace(/ё/g, 'е');
