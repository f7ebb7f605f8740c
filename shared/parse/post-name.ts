import { detectPersonalData } from './personal-data.ts';
import { plainSpaces } from './spaces.ts';

const initials = '[А-ЯЁ]\\. ?(?:[А-ЯЁ]\\.?)?';
const surname = '(?:[А-ЯЁ][а-яё]+|[А-ЯЁ]{3,})(?:-[А-ЯЁ][А-Яа-яЁё]+)?';
const edge = '(?<![А-Яа-яЁё-])';
const end = '(?![А-Яа-яЁё-])';
/** Иванова М.И., М. И. Иванова. */
const withInitials = new RegExp(`${edge}(?:${surname},? ${initials}|${initials} ?${surname})${end}`, 'g');
/** The commonest endings of Russian and Caucasian surnames, in every case of the singular. */
const endings =
  '(?:[оеё]в|[иы]н|[оеё]ва|[иы]на|[оеё]вой|[иы]ной|[оеё]ву|[оеё]вым|[ц]кий|[с]кая|енко|ян|дзе|швили)';
const bareSurname = new RegExp(
  `${edge}(?:[А-ЯЁ][а-яё]+${endings}|[А-ЯЁ]{2,}${endings.toUpperCase()})${end}`,
  'g',
);
/** A school or a place may bear a name: «СОШ им. …», «с. …», «района …». */
const titled =
  /(?:^|[^а-яё])(?:им\.|имени|памяти|(?:с|п|г|д|ст|х|пос|пгт)\.|села|сел[оа]|пос[её]лк[аеу]|города?|аула?|хутора?|станиц[аеы]|улиц[аы]|геро[а-яё]*)[^,;]{0,30}$/i;
const quoted = /[«"„][^»"“]*[»"“]/g;
/** «исполняющий обязанности» is no pair of initials. */
const acting = /(?<![А-Яа-яЁё])и\. ?о\.(?= [а-яё])/gi;

/**
 * Whether the answer «Должность сдающего» names a person: anything that is personal data anywhere, and what in other
 * cells may be a title: a surname with initials, a lone surname. Names inside «СОШ им. …», places and quotes pass.
 */
export function isNamed(post: string): boolean {
  if (detectPersonalData(post)) return true;
  const text = plainSpaces(post).replace(quoted, '«»').replace(acting, '');
  const outsideTitles = (shape: RegExp): boolean =>
    [...matches(shape, text)].some((at) => !titled.test(text.slice(Math.max(0, at - 60), at)));
  return outsideTitles(withInitials) || outsideTitles(bareSurname);
}

function* matches(shape: RegExp, text: string): Iterable<number> {
  shape.lastIndex = 0;
  for (let found = shape.exec(text); found; found = shape.exec(text)) yield found.index;
}
