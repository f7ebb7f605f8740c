import { isGivenName } from './given-names.ts';
import { isOfTitle } from './name-context.ts';
import { isCommonNoun, isSurnameLike, nameWords } from './name-words.ts';

const date =
  '(?:(?:0?[1-9]|[12]\\d|3[01])[./-](?:0?[1-9]|1[0-2])[./-](?:19|20)?\\d\\d|(?:0?[1-9]|[12]\\d|3[01]) (?:январ|феврал|март|апрел|ма|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-я] (?:19|20)\\d\\d|(?:19|20)\\d\\d-[01]\\d-[0-3]\\d)';
const born = new RegExp(
  `${date} ?(?:года?|г\\.?)? ?(?:г\\. ?р\\.|р\\.|рожд|родил)|` +
    `(?<![а-яё])(?:дата рожд[а-яё]*|рожд[её]н[а]?|родил(?:ся|ась)|д\\. ?р\\.|г\\. ?р\\.|др:)[^а-яё\\d]{0,4}(?:${date}|(?:19|20)\\d\\d)`,
  'i',
);
const afterName = new RegExp(`^[., ]{0,3}\\(?(?:${date}|(?:19|20)\\d\\d ?г?\\. ?р)(?!\\d)`, 'i');

/** A birth date by its words, or a date that stands right after a person's name. */
export function hasBirthDate(text: string): boolean {
  if (!/\d\d/.test(text)) return false;
  if (born.test(text)) return true;
  const words = nameWords(text);
  return words.some((name, i) => {
    const surname = words[i - 1];
    if (!surname || !afterName.test(text.slice(name.end))) return false;
    if (!/^[ ,.]{1,2}$/.test(text.slice(surname.end, name.at))) return false;
    const isPerson = name.initial
      ? words[i - 2] !== undefined && (surname.initial || isSurnameLike(surname.lower))
      : name.capital &&
        surname.capital &&
        !isCommonNoun(name.lower) &&
        (isGivenName(name.lower) ||
          isGivenName(surname.lower) ||
          (isSurnameLike(surname.lower) && name.text.length > 2 && name.text !== name.text.toUpperCase()));
    return isPerson && !isOfTitle(text, surname.at, true);
  });
}
