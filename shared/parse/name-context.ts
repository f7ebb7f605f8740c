/** Words after which a name belongs to a title, an event or a work of art, and what may stand between. */
const honoured =
  /(?:^|[^а-яё])(?:им\.?|имени|имена|имен|памяти|в честь|посвящ[а-яё]*|наследи[а-яё]*|творчеств[а-яё]*|произведени[а-яё]*|поэзи[а-яё]*|биографи[а-яё]*|роман[а-яё]*|поэм[а-яё]*|повест[а-яё]*|сказ[а-яё]*|рассказ[а-яё]*|пьес[а-яё]*|(?:\d+-?)?лети[а-яё]|лет[а-яё]* со дня рождения|дню рождения|дня рождения|юбиле[а-яё]*|подвиг[а-яё]*|геро[а-яё]*|президент[а-яё]*)(?![а-яё])([^.;:!?]{0,60})$/i;
/** Names that stand right behind these are theirs: «Чтения В. И. Вернадского», «ул. Гагарина Ю. А.», «СОШ № 1 Магомедова З. М.». */
const borne =
  /(?:^|[^а-яё])(?:чтени[а-яё]*|мемориал[а-яё]*|куб(?:ок|к[а-яё]+)|приз[а-яё]*|турнир[а-яё]*|преми[а-яё]*|стипенди[а-яё]*|фонд[а-яё]*|ул\.?|улиц[а-яё]*|просп(?:\.|ект[а-яё]*)|пр-?т|пер\.|переул[а-яё]*|площад[а-яё]*|музе[а-яё]*|библиотек[а-яё]*|театр[а-яё]*|сош|оош|нош|сшг?|школ[а-яё]*|лице[а-яё]*|гимнази[а-яё]*|институт[а-яё]*|академи[а-яё]*|университет[а-яё]*|колледж[а-яё]*|училищ[а-яё]*|центр[а-яё]*|олимпиад[а-яё]*|конкурс[а-яё]*|фестивал[а-яё]*|марафон[а-яё]*)(?: ?№? ?\d+)? ?[«"]?$/i;
/** Who follows these is a person of the school, whatever came before. */
const role =
  /директор|учител|педагог|завуч|заместител|руковод|воспитател|классн|ученик|ученица|учащ|обучающ|участни|победител|приз[её]р|родител|мать|отец|мама|папа|исполнител|ответственн|сотрудник|специалист|методист|психолог|логопед|тренер|библиотекарь|эксперт|наблюдател|организатор/i;

const withoutDots = (text: string): string => text.replace(/(^|[^А-Яа-яЁё])([А-ЯЁ](?:-[А-ЯЁ])?)\./g, '$1$2');

/**
 * Whether the name that begins at `at` is the name of a school, a contest or a writer, not of somebody the form is
 * about. `nominative`: the name stands as its bearer would write it, which no title after a comma or a plain noun does.
 */
export function isOfTitle(text: string, at: number, nominative: boolean): boolean {
  const before = withoutDots(text.slice(Math.max(0, at - 100), at));
  const between = honoured.exec(before)?.[1];
  if (between !== undefined && !role.test(between) && !(nominative && between.includes(','))) return true;
  return !nominative && borne.test(before);
}

const textbook =
  /умк|учебник|учебн[а-яё]+ пособи|учебно-методическ|хрестомати|задачник|под (?:общ[а-яё. ]*)?ред|редакци/i;
const publisher = /просвещени|дроф[аы]|вентана|бином|баласс|русское слово|мнемозин|ювент|академкнига/i;

/** Whether a surname with initials names the author of a textbook: «УМК: Мору М. И.», «Мору М. И. и др.», «… — М.: Просвещение». */
export function isOfAuthor(text: string, at: number, end: number): boolean {
  const before = text.slice(Math.max(0, at - 100), at);
  if (textbook.test(before) && !role.test(before.slice(before.search(textbook)))) return true;
  const after = text.slice(end, end + 100);
  return (
    /^[.,]{0,2} ?(?:[А-ЯЁ][а-яё]+(?: [А-ЯЁ]\. ?[А-ЯЁ]\.)?,? ?)*и (?:др|соавт)/.test(after) ||
    publisher.test(after)
  );
}
