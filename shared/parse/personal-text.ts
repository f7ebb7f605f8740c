import { plainSpaces } from './spaces.ts';

/** Latin letters that look like Cyrillic ones: people mix them by accident, or to get past a check. */
const lookalikes: Readonly<Record<string, string>> = {
  ...{
    A: 'А',
    B: 'В',
    C: 'С',
    E: 'Е',
    H: 'Н',
    I: 'Ӏ',
    K: 'К',
    M: 'М',
    O: 'О',
    P: 'Р',
    T: 'Т',
    X: 'Х',
    Y: 'У',
  },
  ...{ a: 'а', c: 'с', e: 'е', i: 'ӏ', k: 'к', m: 'м', o: 'о', p: 'р', x: 'х', y: 'у' },
};
const mixedWord = /[A-Za-z]*[А-Яа-яЁё][A-Za-zА-Яа-яЁёӀӏ]*/g;
/** Links, but for those that dial: what stands in an address of the web is no list of people. */
const link = /(?:https?:\/\/|www\.)(?!(?:wa\.me|api\.whatsapp\.com|t\.me\/\+))\S+/gi;

/**
 * A text as the detectors of personal data want it: composed letters (NFC), single spaces, plain hyphens, words of
 * one alphabet, no links.
 */
export function personalText(text: string): string {
  const plain = plainSpaces(
    text
      .normalize('NFC')
      .replace(/\u00ad/g, '')
      .replace(link, ' '),
  )
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/ӏ/g, 'Ӏ');
  if (!/[A-Za-z]/.test(plain) || !/[А-Яа-яЁё]/.test(plain)) return plain;
  return plain.replace(mixedWord, (word) =>
    /[A-Za-z]/.test(word) ? word.replace(/[A-Za-z]/g, (letter) => lookalikes[letter] ?? letter) : word,
  );
}
