import type { Period } from '../period/period.ts';
import { months } from './months.ts';

const roman = ['', 'I', 'II', 'III', 'IV'];
const stages: Readonly<Record<string, string>> = {
  start: 'начало года (входной контроль)',
  middle: 'середина года (промежуточный контроль)',
  end: 'конец года (итоговый контроль)',
};

const shortStages: Readonly<Record<string, string>> = {
  start: 'начало года',
  middle: 'середина года',
  end: 'конец года',
};

/** For narrow headings and for messages. */
function periodShort(period: Period): string {
  return period.frequency === 'stage'
    ? (shortStages[period.key.slice(8)] ?? period.key)
    : periodTitle(period);
}

function periodTitle(period: Period): string {
  const tail = period.key.slice(5);
  switch (period.frequency) {
    case 'school_year':
      return `${period.key} учебный год`;
    case 'stage':
      return stages[period.key.slice(8)] ?? period.key;
    case 'school_quarter':
      return `${roman[Number(period.key.slice(9))] ?? ''} четверть`;
    case 'year':
      return `${period.key} год`;
    case 'half_year':
      return `${roman[Number(tail.slice(1))] ?? ''} полугодие ${period.key.slice(0, 4)} года`;
    case 'quarter':
      return `${roman[Number(tail.slice(1))] ?? ''} квартал ${period.key.slice(0, 4)} года`;
    case 'month':
      return `${months[Number(tail) - 1] ?? ''} ${period.key.slice(0, 4)} года`;
  }
}

/** Everything people read in the workbooks that are handed out. */
export const templateTexts = {
  tabs: { title: 'Титул', indicators: 'Мои показатели' },
  workbookTitle: (name: string, year: string) => `МСОКО: ${name}, ${year} учебный год`,
  periodTitle,
  periodShort,
  /** `2024-09-20` → 20.09.2024 */
  day: (day: string) => `${day.slice(8, 10)}.${day.slice(5, 7)}.${day.slice(0, 4)}`,

  title: {
    system: 'Муниципальная система оценки качества образования',
    organisationHeading: 'Сведения образовательной организации',
    districtHeading: 'Сведения муниципального района',
    unit: 'Заполняет',
    district: 'Район',
    schoolYear: 'Учебный год',
    notFound: 'не указан',
    purposeHeading: 'Что это за книга',
    purpose:
      'По данным этой книги рассчитываются показатели организации, района и региона. Собираются только обобщённые сведения: количества и отметки о наличии.',
    districtPurpose:
      'В книгу вносятся сведения, которые ведёт орган управления образованием района. Вместе со сведениями организаций по ним рассчитываются показатели района и региона. Собираются только количества и отметки о наличии.',
    who: 'Заполняет сотрудник, которому это поручено приказом руководителя; сдаёт руководитель или его заместитель.',
    districtWho:
      'Заполняет специалист органа управления образованием, ответственный за оценку качества образования.',
    personalData:
      'Не вносите персональные данные: фамилии и имена обучающихся и работников, телефоны, адреса электронной почты, даты рождения, СНИЛС, номера документов.',
    calendarHeading: 'Формы, сроки и ход заполнения',
    calendarColumns: ['№', 'Форма', 'Лист', 'Срок сдачи', 'По состоянию на', 'Заполнено'],
    remarks: 'Замечаний',
    open: 'открыть →',
    nothingHeading: 'В этой книге заполнять нечего',
    nothing: (year: string) =>
      `В ${year} учебном году сведения от вашей организации не требуются: ни одна форма к ней не относится. Заполнять и сдавать книгу не нужно; если её всё же пришлют, ошибки не будет.`,
    nothingDistrict: (year: string) =>
      `В ${year} учебном году сведения по району в целом не требуются. Заполнять и сдавать книгу не нужно; если её всё же пришлют, ошибки не будет.`,
    nothingLater: 'Если позднее появятся формы, которые нужно заполнить, вы получите новую книгу.',
    total: 'Всего',
    noDue: 'не установлен',
    noDay: '—',
    official: (forms: string) =>
      `Вручную не заполняются, сведения берутся из официальных выгрузок: ${forms}.`,
    indicatorsHint: 'рассчитываются сами по внесённым данным',
    howHeading: 'Как заполнять',
    how: [
      ['число', 'Вносите в выделенные цветом ячейки. Если ничего не было, поставьте 0.'],
      ['пустая ячейка', 'Означает «сведения не представлены». Пустая ячейка не считается нулём.'],
      ['н/д', 'Сведения должны быть, но сейчас их нет. Показатель по такой строке не рассчитывается.'],
      ['х', 'К вам не относится (неприменимо). Организация не учитывается в этой строке.'],
      [
        'да, нет',
        'Вносятся там, где спрашивают о наличии; «нет» там означает 0. В ячейке для числа «нет» и прочерк понимаются как «н/д», поэтому ставьте 0 или «н/д».',
      ],
      ['дробное число', 'Пишите через запятую: 12,5. Проценты вносите числом без знака: 85, а не 0,85.'],
    ] as readonly (readonly [string, string])[],
    howMore:
      'Под названием строки указано, кого считать. В графе «Проверка» появляется замечание, если числа расходятся. Строки и листы можно переставлять и добавлять; скрытые первую строку и первый столбец листа не удаляйте: по ним книга читается.',
    questions: 'Вопросы',
    ask: (district: string) => `${district}, орган управления образованием, ответственный за оценку качества`,
    askRegion: (region: string) =>
      `${region}, орган управления образованием, ответственный за оценку качества`,
    submitHeading: 'Сдаю',
    submit: 'Сведения проверены, сдаю',
    submitHint: 'Выберите «да». До этого книга — черновик.',
    submittedOn: 'Дата сдачи',
    submittedOnHint: 'День.месяц.год, например 20.09.2024.',
    post: 'Должность сдающего',
    postHint: 'Например, «заместитель директора», без фамилии.',
    submitError: 'Выберите из списка: да или нет.',
    dateError: 'Внесите дату в виде день.месяц.год, например 20.09.2024.',
    postError: 'Внесите должность, не длиннее 100 знаков, без фамилии.',
  },
  /** Short names for tabs. */
  abbreviations: [
    ['Всероссийские проверочные работы', 'ВПР'],
    ['Основной государственный экзамен', 'ОГЭ'],
    ['Единый государственный экзамен', 'ЕГЭ'],
    ['Государственная итоговая аттестация', 'ГИА'],
    ['адаптированным программам', 'АООП'],
    ['среднем общем образовании', 'СОО'],
    ['основном общем образовании', 'ООО'],
    [' при проведении ', ' '],
    [' школьников', ''],
  ] as readonly (readonly [string, string])[],
  yes: 'да',
  no: 'нет',
  /** Typed-in words of contracts §2 as live formulas know them, with ё as е; comparison there ignores case. */
  words: {
    yes: ['да', 'истина', 'true', '1'],
    no: ['нет', 'ложь', 'false', '0'],
    noData: ['н/д', 'нет данных', 'нет сведений'],
    /** One or several in any cell, as `нет` in a number cell: no data, with a warning by the reader. */
    dashes: ['-', '‐', '‑', '‒', '–', '—', '―', '−'],
    /** The first is Latin, the second Cyrillic. */
    notApplicable: ['x', 'х', 'не ведем', 'неприменимо', 'не применимо'],
  },
  progress: { before: 'заполнено ', between: ' из ' },

  entry: {
    columns: { no: '№', name: 'Показатель', unit: 'Единица', check: 'Проверка' },
    back: '← к титулу',
    year: (key: string) => `${key} учебный год`,
    due: (text: string) => `Срок сдачи: ${text}`,
    asOf: (text: string) => `По состоянию на: ${text}`,
    previous: (period: string) => `Прошлый год: ${period}`,
    yesNoUnit: 'да / нет',
    rejected: 'Внесено не то, что ожидается: исправьте значение.',
    where: { after: ': ', cells: 'ячеек с расхождением: ', afterCells: '. ' },
    more: { before: 'Ещё замечаний в строке: ', after: '.' },
    previousRow: 'прошлый год',
    footer: (form: string, unit: string) => `${unit}. ${form}`,
  },
  rule: {
    integer: 'Внесите целое число',
    decimal: (digits: number) =>
      digits === 1
        ? 'Внесите число, не более одного знака после запятой'
        : `Внесите число, не более ${digits} знаков после запятой`,
    from: (min: string) => `не меньше ${min}`,
    to: (max: string) => `не больше ${max}`,
    between: (min: string, max: string) => `от ${min} до ${max}`,
    words: 'или «н/д» (нет данных), или «х» (неприменимо)',
    yesNo: 'Выберите из списка: да или нет; если сведений нет, внесите «н/д»; если неприменимо, «х»',
    date: 'Внесите дату в виде день.месяц.год',
    text: 'Внесите краткий текст, без персональных данных',
  },

  indicators: {
    title: 'Мои показатели',
    subtitle: 'Рассчитывается само по внесённым в эту книгу данным. Здесь ничего вносить не нужно.',
    preliminary:
      'Значения предварительные: район рассчитывает показатели после проверки. Итог за учебный год по показателям, которые складываются или усредняются, появляется, когда заполнены все периоды.',
    columns: [
      '№',
      'Показатель',
      'Разрез',
      'Период',
      'Значение',
      'Единица',
      'Числитель',
      'Знаменатель',
      'Состояние',
    ],
    year: 'за учебный год',
    states: {
      value: 'рассчитано',
      rejected: 'ошибка в данных',
      not_reported: 'данные не внесены',
      no_data: 'нет данных',
      zero_denominator: 'знаменатель 0',
      no_base: 'нет данных прошлого периода',
      too_few: 'слишком мало для расчёта',
      not_applicable: 'неприменимо',
      no_definition: 'в прошлом году не определялся',
    } as Readonly<Record<string, string>>,
    afterClosing: 'после закрытия прошлого года',
    byDistrict: 'рассчитывает район',
  },
};

/** Titles of the directions for headings of the indicators' tab. */
export const directionTitles: Readonly<Record<string, string>> = {
  'legal-framework': 'Нормативно-правовое обеспечение',
  'student-results': 'Оценка качества подготовки обучающихся',
  objectivity: 'Объективность процедур оценки качества образования и олимпиад',
  leaders: 'Эффективность руководителей образовательных организаций',
  'teacher-development': 'Профессиональное развитие педагогических работников',
  'methodical-work': 'Методическая работа',
  'low-results': 'Школы с низкими результатами и в неблагоприятных условиях',
  talents: 'Выявление, поддержка и развитие способностей и талантов',
  'career-guidance': 'Самоопределение и профессиональная ориентация',
  upbringing: 'Воспитание и социализация обучающихся',
  preschool: 'Качество дошкольного образования',
};
