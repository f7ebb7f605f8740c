/** Endings of adjectives and nouns, the longest first. */
const endings = (
  'иями ями ами ыми ими ого его ому ему иях ием иям ией ях ах ов ев ой ей ый ий ая яя ое ее ые ие ую юю ию ия ии ом ем ам ям ых их ым им ' +
  'а я о е и ы у ю ь й'
).split(' ');

/** What is left must still tell words apart. */
const leastStem = 3;

/**
 * A Russian adjective or noun without its ending, so that «проверочных работ» and «проверочные работы» are one: a light
 * stemmer for names that are compared with names, not for search. Words with digits or Latin letters stay as they are.
 */
export function wordStem(word: string): string {
  const plain = word.toLowerCase().replace(/ё/g, 'е');
  if (!/^[а-я]+$/.test(plain)) return plain;
  const ending = endings.find((one) => plain.endsWith(one) && plain.length - one.length >= leastStem);
  return ending === undefined ? plain : plain.slice(0, -ending.length);
}

/** Words of a text; a number after a hyphen belongs to its word: «ГИА-9». */
export const wordsOf = (text: string): string[] => text.match(/[a-zа-яё0-9]+(?:-[0-9]+)?/gi) ?? [];

/** «ВПР», «ВсОШ», «ГИА-9»: words that are not inflected. */
export const isAbbreviation = (word: string): boolean => (word.match(/[А-ЯЁA-Z]/g) ?? []).length > 1;
