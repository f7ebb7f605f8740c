import { comparableWord } from '../parse/missing-words.ts';

/**
 * Whether a text has all the words that somebody looks for: words, beginnings of words, whole numbers. `no`: its printed
 * number, which is found by itself and by its beginning up to a dot.
 */
export function hasWords(text: string, words: string, no = ''): boolean {
  const own = comparableWord(no);
  const all = comparableWord(text).split(between);
  return comparableWord(words)
    .split(between)
    .filter(Boolean)
    .every((word) => own === word || own.startsWith(`${word}.`) || all.some((one) => begins(one, word)));
}

const between = /[^0-9a-zа-я.№%-]+/;

/** «5» is no beginning of «57». */
const begins = (word: string, start: string): boolean =>
  /^\d+$/.test(start) ? word.replace(/\.$/, '') === start : word.startsWith(start);
