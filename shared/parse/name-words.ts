/** A word of a text in Cyrillic letters, hyphens inside included. */
export interface NameWord {
  readonly text: string;
  readonly lower: string;
  /** Position of its first letter and behind its last one. */
  readonly at: number;
  readonly end: number;
  readonly capital: boolean;
  /** `А.`, and `М-Р.` of a double name. */
  readonly initial: boolean;
}

const word = /[А-Яа-яЁёӀ]+(?:['’-][А-Яа-яЁёӀ]+)*/g;

/** The words of a text in order. */
export function nameWords(text: string): NameWord[] {
  const words: NameWord[] = [];
  word.lastIndex = 0;
  for (let found = word.exec(text); found; found = word.exec(text)) {
    const [plain] = found;
    const end = found.index + plain.length;
    words.push({
      text: plain,
      lower: plain.toLowerCase(),
      at: found.index,
      end,
      capital: /^[А-ЯЁӀ]/.test(plain),
      initial: text[end] === '.' && /^(?:[А-ЯЁ](?:-[А-ЯЁ])?|Дж|Ю)$/.test(plain),
    });
  }
  return words;
}

const ends = (endings: string): RegExp => new RegExp(`(?:${endings})$`);

/** -ович, -евич, -ич (Ильич); -овна, -евна, -ична; in every case. At least two letters come before. */
const patronymic = ends(
  '[а-яё]{2}[оеё]вич(?:а|у|ем|е)?|[а-яё]{2}[оеё]вн(?:а|ы|е|у|ой|ою)|(?:иль|кузьм|лук|никит|фом|савв|фок)ич(?:а|у|ом|ем|е)?|' +
    '(?:ильи|кузьми|луки|фоми|фоки)ничн(?:а|ы|е|у|ой)|(?:никит|савв)ичн(?:а|ы|е|у|ой)',
);
/** Words and surnames of poets that only look like patronymics. */
const noPatronymic =
  /^(?:осн|дух|усл|уг?ол|церк|верх|люб|бескр|кр|р|гол|чин|грех|сан|вин|час|гот|сл|ур|полк|толк|верб|торг|пр|барх?|р[её]б|правосл|безусл|домостр|круг|бюджетн)овн[а-я]*$|^(?:еже|повсе|полу|трёх|трех)?(?:дн|гн|душ|плач|дер|цар|корол|кн|древ|хл|р|смар)евн[а-я]*$|^(?:царевич|королевич|попович|соловьевич|мицкевич|шостакович|малевич|абрамович|москвич|купинович|джокович)(?:а|у|ем|е)?$/;

export const isPatronymic = (lower: string): boolean => patronymic.test(lower) && !noPatronymic.test(lower);

/** Nominative: the person itself is named, not somebody's name borne by a school. Surnames in -ова may be either. */
export const isNominative = (lower: string): boolean => /(?:ич|[вч]на|[оеё]в|[иы]н|кий)$/.test(lower);

/** What joins a father's name to a child's in the Turkic way: «Гасан оглы», «Гасан кызы». */
export const isKinship = (lower: string): boolean =>
  /^(?:оглы|оглу|кызы|гызы|кизи|улы|уулу)$/.test(lower) || /-(?:оглы|оглу|кызы|гызы)$/.test(lower);

const surname = ends(
  '[а-яё]{2}[оеё]в(?:а|у|ым|е|ой)?|[а-яё]{2}[иы]н(?:а|у|ым|е|ой)?|[сц]кий|[сц]кая|[сц]кого|енко|[а-яё]{2}чук|[а-яё]{2}ян|дзе|швили|иев|иева',
);
/** Words of the school that end as surnames do. */
const noSurname =
  /^(?:один|одна|долина|магазин|община|дисциплина|картина|машина|малина|калина|рябина|витамин|термин|основ[ау]|слов[ауо]|глав[ауы]|здоровь.|медицина|половина|перв(?:ая|ый)|новая|нов[аы].*|украина|мужчина|женщина|причина|величина|середина|родина|година|ночева|.*ск(?:ий|ая|ого) (?:район|область))$|^(?:русский|английский|немецкий|французский|китайский|детский|детская|городск.*|районн.*|сельск.*|муниципальн.*|всероссийск.*|российск.*|республиканск.*|педагогическ.*|методическ.*|дагестанск.*|ботлихск.*|родительск.*|ученическ.*|историческ.*|математическ.*|технологическ.*|географическ.*|научно-.*)$/;

/** Whether a word ends as most surnames do, in any case. */
export const isSurnameLike = (lower: string): boolean => {
  const last = lower.slice(lower.lastIndexOf('-') + 1);
  return last.length >= 4 && surname.test(last) && !noSurname.test(lower);
};

/** Common nouns of forms that stand with a capital before initials or names and are no names. */
const common =
  /^(?:класс|групп|литер|вариант|секци|приложени|пункт|раздел|глав|министерств|минобр|правительств|президент|республик|област|район|город|село|закон|указ|кодекс|приказ|протокол|школ|лице|гимнази|конкурс|олимпиад|имени|имя|день|день|неделя|месяц|год|учител|директор|заместител|педагог|воспитател|руководител|начальник|специалист|методист|ученик|ученица|участник|победител|призер|призёр|русск|математик|физик|хими|биологи|истори|географи|литератур|обществознани|музык|технологи|информатик|окружающ|уважаем|композитор|поэт|писател|художник|герой|героя|ответственн|исполнител|председател|секретар)/;

/** A capital and at least two letters, and no word that forms write so. */
export const isNameLike = (word: NameWord): boolean =>
  word.capital && word.text.length >= 2 && !common.test(word.lower);

export const isCommonNoun = (lower: string): boolean => common.test(lower);
