/** One part of a name: a capital and small letters, a hyphen inside allowed, or capitals throughout. */
const part = '(?:[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?|[А-ЯЁ]{2,}(?:-[А-ЯЁ]{2,})?)';
/** Patronymics in any case: -ович, -евич, -ич (Ильич), -овна, -евна, -ична, and оглы, кызы. */
const patronymic =
  '(?:[А-ЯЁа-яё-]*(?:[оеё]вич(?:а|у|ем|е)?|[оеё]вн(?:а|ы|е|у|ой|ою)|[ьмктв]ич(?:а|у|ем|ом|е)?|ичн(?:а|ы|е|у|ой))' +
  '|[А-ЯЁа-яё]*(?:ОВИЧ|ЕВИЧ|ЬИЧ|ОВНА|ЕВНА|ИЧНА)[А-Я]{0,2})';
const capital = '(?=[А-ЯЁ])';
const oriental = '(?:оглы|оглу|кызы|гызы|улы|уулу)';
const edge = '(?<![А-Яа-яЁё-])';
const end = '(?![А-Яа-яЁё-])';

/** Фамилия Имя Отчество and Имя Отчество Фамилия. */
const fullName = new RegExp(
  `${edge}(?:${part} ${part} ${capital}${patronymic}|${part} ${capital}${patronymic} ${part}|${part} ${part} ${part}[ -]${oriental})${end}`,
  'g',
);
/** All in small letters: only a whole entry of exactly three words with an unmistakable patronymic. */
const smallName = /^[а-яё-]{2,} [а-яё]{2,} [а-яё]{2,}(?:ович|евич|овна|евна)[ауеы]?$/;

/** Words after which a name belongs to a title, an event or a work of art. */
const honoured =
  /(?:^|[^а-яё])(?:им\.|имени|имена|памяти|в честь|посвящ[а-яё]*|наследи[а-яё]*|творчеств[а-яё]*|произведени[а-яё]*|летию?|лет[а-яё]* со дня рождения|дню рождения|юбиле[а-яё]*|подвиг[а-яё]*|геро[а-яё]*)[^.;!?]{0,60}$/i;

/** A full name outside titles. */
export function hasFullName(text: string): boolean {
  if (smallName.test(text)) return true;
  return everyMatch(fullName, text).some((at) => !honoured.test(text.slice(Math.max(0, at - 90), at)));
}

const date = '(?:0?[1-9]|[12]\\d|3[01])[./-](?:0?[1-9]|1[0-2])[./-](?:19|20)?\\d\\d';
const born = new RegExp(
  `${date} ?(?:г\\.? ?р\\.?|года? рожд|рожд)|(?:дата рожд[а-яё]*|родил[а-яё]*|д\\.? ?р\\.|г\\.? ?р\\.)[^а-яё\\d]{0,4}(?:${date}|(?:19|20)\\d\\d)`,
  'i',
);
/** A surname with a name or initials right before a date: a line of a list of pupils. */
const listed = new RegExp(`${edge}${part} (?:${part}|[А-ЯЁ]\\. ?[А-ЯЁ]\\.),? ?\\(?${date}(?!\\d)`, 'g');

/** A birth date by its words, or a date that stands right after a person's name. */
export function hasBirthDate(text: string): boolean {
  if (born.test(text)) return true;
  return everyMatch(listed, text).some((at) => !honoured.test(text.slice(Math.max(0, at - 90), at)));
}

/** Positions of all matches. */
function everyMatch(shape: RegExp, text: string): number[] {
  const found: number[] = [];
  text.replace(shape, (match: string, ...rest: unknown[]) => {
    found.push(rest.find((value): value is number => typeof value === 'number') ?? 0);
    return match;
  });
  return found;
}
