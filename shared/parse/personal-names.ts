import { isGivenName } from './given-names.ts';
import { isOfAuthor, isOfTitle } from './name-context.ts';
import {
  isCommonNoun,
  isKinship,
  isNameLike,
  isNominative,
  isPatronymic,
  isSurnameLike,
  type NameWord,
  nameWords,
} from './name-words.ts';

/** A name found in a text. */
interface FoundName {
  readonly at: number;
  readonly end: number;
  readonly nominative: boolean;
  readonly initials: boolean;
}

/** A full name outside titles: in any usual order, with initials, in capitals or small letters, in Latin letters. */
export function hasFullName(text: string): boolean {
  if (latinName.test(text)) return true;
  return findNames(text, nameWords(text)).some(
    ({ at, end, nominative, initials }) =>
      !isOfTitle(text, at, nominative) && !(initials && isOfAuthor(text, at, end)),
  );
}

/** Ivanova Maria Petrovna, Maria_Petrovna. */
const latinName =
  /(?<![A-Za-z])[A-Za-z]{2,20}[ _.-][A-Za-z]{3,20}(?:ovich|evich|ovna|evna|ichna)(?![A-Za-z])/i;

export function findNames(text: string, words: readonly NameWord[]): FoundName[] {
  const found: FoundName[] = [];
  const joined = (i: number): boolean => {
    const [left, right] = [words[i], words[i + 1]];
    return left !== undefined && right !== undefined && isJoint(text.slice(left.end, right.at), left.initial);
  };
  words.forEach((word, i) => {
    const [second, third] = [joined(i) ? words[i + 1] : undefined, joined(i + 1) ? words[i + 2] : undefined];
    const span = (last: NameWord, name: NameWord, initials = false): FoundName => ({
      at: word.at,
      end: initials && last.initial ? last.end + 1 : last.end,
      nominative: isNominative(name.lower),
      initials,
    });
    if (second && isPatronymic(second.lower) && isNameAndFather(word, second))
      found.push(span(second, second));
    else if (second && third && isPatronymic(third.lower) && isFullName(word, second, third))
      found.push(span(third, third));
    else if (second && third && isKinship(third.lower) && (isNameLike(word) || isGivenName(word.lower)))
      found.push(span(third, third));
    else if (second && /-(?:оглы|кызы|гызы)$/.test(second.lower) && isNameLike(word))
      found.push(span(second, second));
    else if (second?.initial && third?.initial && joinsInitials(text, words, i))
      found.push(span(third, word, true));
    else if (word.initial && second?.initial && third && isBearer(text, word, third))
      found.push(span(third, word, true));
  });
  if (found.length === 0 && isListLine(text, words)) {
    found.push({ at: words[0]!.at, end: words[0]!.end, nominative: true, initials: false });
  }
  return found;
}

/** What may stand between the parts of one name. */
const isJoint = (gap: string, afterInitial: boolean): boolean =>
  afterInitial ? /^\.[ ,_]?$/.test(gap) : /^(?: |, ?|; ?| ?\| ?|_|\.| {2})$/.test(gap);

/** «Патимат Магомедовна»: of men's names in -ович only known ones, since surnames end so as well. */
const isNameAndFather = (name: NameWord, father: NameWord): boolean =>
  (isNameLike(name) &&
    father.capital &&
    (/вн[а-я]+$|чн[а-я]+$/.test(father.lower) || isGivenName(name.lower) || isSurnameLike(name.lower))) ||
  (isGivenName(name.lower) && name.lower.length > 3);

/** Фамилия Имя Отчество; with small letters only where one word is known for what it is. */
const isFullName = (first: NameWord, second: NameWord, father: NameWord): boolean =>
  second.text.length > 1 &&
  (isSurnameLike(first.lower)
    ? second.text.length > 2
    : // «Творчество Николая Васильевича»: the name begins with its second word
      isNameLike(first) && isNameLike(second) && father.capital && !isGivenName(second.lower));

/** «Иванова А. П.», but neither «Конкурс А. П. Чехова» nor «Классы А. Б. В.». */
function joinsInitials(text: string, words: readonly NameWord[], i: number): boolean {
  const word = words[i]!;
  if (!isNameLike(word) || word.text.length < 2 || word.initial) return false;
  const [next, last] = [words[i + 3], words[i + 2]!];
  const behind = next && /^\. ?$/.test(text.slice(last.end, next.at)) ? next : undefined;
  if (isSurnameLike(word.lower)) return true;
  if (behind && (behind.initial || behind.capital)) return false;
  const isAbbreviation = word.text === word.text.toUpperCase() && word.text.length <= 5;
  return (
    !isAbbreviation &&
    !/^(?:Р\. ?[ФД]|И\. ?О|С\. ?С|Н\. ?Э)\.$/.test(text.slice(words[i + 1]!.at, last.end + 1))
  );
}

/** «А. П. Иванова», but not «И. О. директора». */
const isBearer = (text: string, first: NameWord, surname: NameWord): boolean =>
  surname.capital &&
  surname.text.length >= 3 &&
  !surname.initial &&
  !isCommonNoun(surname.lower) &&
  !/[А-Яа-яЁё]\.$/.test(text.slice(0, first.at).trimEnd().slice(-2));

/** An entry that is one line of a list: «Иванова Мария, 9 класс», «иванова а.п.», «Алиев М.». */
function isListLine(text: string, words: readonly NameWord[]): boolean {
  const [surname, name] = words;
  if (!surname || !name || !isSurnameLike(surname.lower)) return false;
  if (!/^[\d.,) №-]*$/.test(text.slice(0, surname.at))) return false;
  if (/^[А-ЯЁа-яё-]+ [А-ЯЁа-яё]\. ?(?:[А-ЯЁа-яё]\.?)?$/.test(text.slice(surname.at))) return true;
  if (/^[А-ЯЁ][а-яё-]+ [А-ЯЁ] [А-ЯЁ]$/.test(text.slice(surname.at))) return true;
  if (text.slice(surname.end, name.at) !== ' ' || !isGivenName(name.lower)) return false;
  return words.length === 2 || /^ ?(?:$|[,;:(/–-]|\d)/.test(text.slice(name.end));
}
