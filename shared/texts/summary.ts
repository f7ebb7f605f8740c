import { formatNumber, typedNumber } from '../number/decimal.ts';
import type { Day } from '../period/period.ts';
import type { Difference, NormVerdict } from '../summary/comparison.ts';
import type { SubmissionState } from '../summary/submission.ts';
import type { Trend } from '../summary/trend.ts';
import { dayText } from './day-text.ts';
import { plural } from './plural.ts';
import { reasonWords } from './reason-words.ts';

export { periodText } from './period-text.ts';
export { dayText, plural };

/** «+3,2» and «−3,2»: what changed, one decimal unless all figures are whole. */
const signed = (delta: number, whole: boolean): string =>
  `${delta > 0 ? '+' : ''}${formatNumber(delta, whole ? 0 : 1)}`;

const differences: Readonly<Record<Difference, string>> = {
  same: 'без изменений',
  noticeable: 'отличие заметно',
  within_error: 'в пределах погрешности',
  few_data: 'мало данных для вывода',
  unknown: '',
};

/** How everybody writes the types of schools in a narrow column. */
const abbreviations: readonly (readonly [RegExp, string])[] = [
  [/средняя общеобразовательная школа/i, 'СОШ'],
  [/основная общеобразовательная школа/i, 'ООШ'],
  [/начальная общеобразовательная школа/i, 'НОШ'],
  [/средняя школа/i, 'СШ'],
];

const isShare = (unit: string): boolean => unit === '%';

export const summaryTexts = {
  fileTitle: (district: string) => `Сводка по оценке качества образования: ${district}`,
  title: 'Сводка муниципальной системы оценки качества образования',
  subtitle: (district: string, region: string) => [district, region].filter((t) => t !== '').join(', '),
  asOf: (day: Day, schoolYear: string) => `${schoolYear} учебный год. Данные на ${dayText(day)}`,
  footer: (district: string, day: Day) => `${district}. Данные на ${dayText(day)}`,
  tabs: {
    overview: 'Обзор',
    indicators: 'Показатели',
    organisations: 'Организации',
    results: 'Результаты',
    quality: 'Качество данных',
    journal: 'Журнал',
  },
  /** Further tabs of a matrix that is too wide for one page. */
  furtherTab: (name: string, number: number) => `${name} (${number})`,
  none: '—',

  /** Reasons for a missing value: short in a cell, long in an explanation. */
  reasonShort: reasonWords.short,
  reasonLong: reasonWords.long,

  submission: {
    states: {
      complete: 'сдано',
      partial: 'частично',
      returned: 'возвращён',
      draft: 'черновик',
      none: 'не сдано',
      waiting: 'ожидается',
      not_owed: 'не требуется',
    } as Readonly<Record<SubmissionState, string>>,
    partial: (percent: number) => `частично ${percent} %`,
    decided: (kind: 'accepted' | 'returned', day: Day) =>
      `${kind === 'accepted' ? 'принят' : 'возвращён'} ${dayText(day)}`,
    due: (day: Day) => `до ${day.slice(8)}.${day.slice(5, 7)}`,
  },

  overview: {
    links: 'Перейти к листу:',
    completeCaption: (partial: number, none: number) =>
      `сдали все сведения из тех, кто должен на сегодня; частично — ${formatNumber(partial, 0)}, ничего — ${formatNumber(none, 0)}`,
    answersCaption: (received: number, expected: number) =>
      `полнота сведений: ${formatNumber(received, 0)} из ${plural(expected, 'значения', 'значений', 'значений')}`,
    answersValue: (received: number, expected: number) =>
      `${formatNumber(received, 0)} из ${formatNumber(expected, 0)}`,
    indicators: 'показателей имеют значение за учебный год',
    errors: 'ошибок в данных',
    errorsCaption: 'ошибок в данных: исправить',
    warnings: 'предупреждений: проверить',
    prioritiesTitle: 'Что сделать в первую очередь',
    prioritiesHeadings: [
      'Организация',
      'Не сдано форм',
      'Сдано не полностью',
      'Ошибок',
      'Предупр.',
      'С чего начать',
    ],
    prioritiesNone: 'Всё сдано, ошибок и предупреждений нет.',
    startSubmit: 'Получить заполненные формы: пока не сдано ничего.',
    startReturned: (day: Day) => `Получить исправленный отчёт: он возвращён ${dayText(day)}.`,
    startMissing: 'Получить недостающие сведения.',
    completenessTitle: 'Полнота сведений по формам',
    completenessHeadings: [
      'Форма',
      'Полнота, %',
      'Получено',
      'Ожидается',
      'Сдали всё',
      'Должны сдать',
      'Срок',
    ],
    completenessNote:
      'Ответ «нет данных» считается полученным, «неприменимо» не ожидается. Значения с ошибкой не считаются полученными.',
    completenessNone: 'На эту дату сведения ещё не ожидаются.',
    matrixTitle: 'Кто сдал',
    matrixUnit: 'Организация',
    matrixDate: 'Отчёт сдан',
    matrixNone: 'Ни одна форма ни от кого не требуется.',
    matrixLegend:
      '«Сдано» — на все вопросы даны ответы; «частично» — доля полученных ответов; «ожидается» — срок сдачи ещё не наступил; «возвращён» — отчёт возвращён на доработку и не учитывается.',
    yearsTitle: 'Что изменилось: показатели района по годам',
    thisYearTitle: 'Показатели района',
    yearsHeadings: ['Показатель', 'Изменение за год'],
    yearsChart: (years: readonly string[]) => `Значения по району, %: ${years.join(', ')}`,
    thisYearChart: (year: string) => `Значения по району, %: ${year}`,
    yearsDescription: (list: string) => `Столбцы: значения показателей района. ${list}.`,
    yearsNone: 'Значений показателей за этот учебный год пока нет, поэтому нет и диаграммы.',
    spreadTitle: 'Где отличия между организациями больше всего',
    spreadChart: (indicator: string) => indicator,
    spreadHeadings: ['Организация', 'Значение, %'],
    spreadDescription: (list: string) => `Полосы: значение показателя в каждой организации. ${list}.`,
    spreadNone: 'Для сравнения организаций нужно хотя бы три значения одного показателя.',
    spreadLimit: (each: number, all: number) =>
      `Показаны ${each} лучших и ${each} худших значений из ${all}.`,
    spreadFew: 'Серым и посередине — мало данных: меньше 30 человек или погрешность шире 30 пунктов.',
    spreadDifference: (difference: Difference): string =>
      difference === 'noticeable'
        ? 'Отличие между крайними организациями заметно.'
        : difference === 'few_data'
          ? 'Данных мало: отличие может быть случайным.'
          : difference === 'within_error'
            ? 'Отличие в пределах погрешности: оно может быть случайным.'
            : '',
  },

  indicators: {
    title: 'Показатели района',
    headings: {
      no: '№',
      name: 'Показатель',
      unit: 'Ед.',
      change: 'Изменение за год',
      note: 'Пояснение',
      numerator: 'Числитель',
      denominator: 'Знаменатель',
      coverage: 'Охват: сдали из ожидаемых',
      region: 'Регион',
    },
    help: 'Значение = числитель ÷ знаменатель по всем организациям, которые сдали обе величины. «Отличие заметно» — изменение больше, чем можно объяснить случайностью (95 %); «мало данных» — меньше 30 человек или погрешность шире 30 пунктов. Пустых значений нет: где значения нет, написано почему.',
    none: 'За этот учебный год показатели ещё не рассчитаны: сведения не поступили.',
    wholeYear: 'за год',
    ofPeriod: (name: string, period: string) => `${name} — ${period}`,
    coverage: (reported: number, expected: number) => `${reported} из ${expected}`,
    fewData: 'мало данных',
    chartTitle: 'Показатели района по годам, %',
    chartHelp: 'Доли, у которых есть значения за все показанные годы; сначала те, что заметно изменились.',
    chartDescription: (list: string) => `Линии: значения показателей района по учебным годам. ${list}.`,
    chartSection: 'Динамика',
    chartNone: 'Линий по годам нет: ни у одной доли нет значений за все показанные учебные годы.',
  },

  trend(t: Trend, unit: string): string {
    const whole = !isShare(unit) && Number.isInteger(t.delta);
    if (t.difference === 'same') return differences.same;
    const figure = `${signed(t.delta, whole)}${isShare(unit) ? ' п. п.' : ''}`;
    if (t.difference === 'noticeable') {
      const verdict =
        t.judgement > 0 ? 'заметно лучше' : t.judgement < 0 ? 'заметно хуже' : differences.noticeable;
      return `${figure}: ${verdict}`;
    }
    if (t.difference === 'unknown') {
      if (t.judgement === 0) return figure;
      return `${figure}: ${t.judgement > 0 ? 'лучше' : 'хуже'}`;
    }
    return `${figure}: ${differences[t.difference]}`;
  },

  /** `value`: what was compared; all its digits where one decimal would look like the norm itself. */
  norm({ norm, met, withinError }: NormVerdict, value?: number): string {
    const figure = Number.isInteger(norm) ? formatNumber(norm, 0) : formatNumber(norm, 1);
    const exact =
      !met && value !== undefined && formatNumber(value) === formatNumber(norm)
        ? `: ${typedNumber(value)}`
        : '';
    return `норма ${figure} ${met ? 'достигнута' : 'не достигнута'}${exact}${withinError ? ' (в пределах погрешности)' : ''}`;
  },

  difference: differences,

  organisations: {
    title: 'Показатели по организациям',
    part: (part: number, parts: number) => `часть ${part} из ${parts}`,
    headings: {
      no: '№',
      name: 'Показатель',
      unit: 'Ед.',
      district: 'Район',
      best: 'Лучшее значение',
      worst: 'Худшее значение',
      difference: 'Отличие',
    },
    help: 'Цвет сравнивает организации только внутри строки. Количества и показатели, которые только отслеживаются, не раскрашены. Серым и посередине — мало данных (меньше 30 человек или погрешность шире 30 пунктов): делать вывод рано.',
    notOwed: '—',
    legend: {
      title: 'Обозначения',
      worse: 'хуже',
      better: 'лучше',
      notOwed: 'показатель к организации не относится',
    },
    /** «МБОУ «Озёрная СОШ № 1»» → «Озёрная СОШ № 1»; «Средняя общеобразовательная школа № 2» → «СОШ № 2». */
    shortName: (name: string) => {
      const bare = abbreviations.reduce(
        (text, [words, short]) => text.replace(words, short),
        name.replace(/^(?:[МГ][БКА]?Д?ОУ|МБУ ДО|МКУ ДО|МАУ ДО)\s+/, '').trim(),
      );
      const quoted = /^«(.+)»$/.exec(bare);
      return quoted?.[1] !== undefined && !/[«»]/.test(quoted[1]) ? quoted[1] : bare;
    },
    omitted: (names: string) => `Показателей учебного года не сдают: ${names}.`,
    none: 'За этот учебный год показателей по организациям пока нет.',
    end: (names: readonly string[], value: string) => {
      const shown = names.slice(0, 2).join('; ');
      const more = names.length - 2;
      return `${value}: ${shown}${more > 0 ? ` и ещё ${more}` : ''}`;
    },
  },

  results: {
    title: 'Результаты оценочных процедур',
    work: 'Работа',
    participants: 'Участники',
    coverage: 'Охват',
    mark: (mark: number) => `«${mark}», %`,
    grade: (grade: string) => (/^\d+$/.test(grade) ? `${grade} класс` : grade),
    help: 'Доли отметок посчитаны от суммы участников по всем организациям. Охват — сколько организаций дали результат из тех, где есть такой класс.',
    chartTitle: (year: string) => `Доли отметок, % участников: ${year}`,
    chartDescription: (list: string) =>
      `Составные столбцы: доли отметок «2», «3», «4» и «5» по каждой работе. ${list}.`,
    chartLimit: (shown: number, all: number) => `На диаграмме первые ${shown} работ из ${all}.`,
    markSeries: (mark: number) => `«${mark}»`,
    byOrganisation: (year: string) => `По организациям, ${year} учебный год`,
    byOrganisationHelp:
      'Цвет сравнивает организации внутри столбца: голубой — лучше, оранжевый — хуже. Серым и посередине — меньше 30 участников: делать вывод рано. Прочерк — результатов нет.',
    organisation: 'Организация',
    shareTwo: 'Доля отметок «2», %',
    shareGood: 'Доля отметок «4» и «5» (качество), %',
    participantsBlock: 'Участники, человек',
    district: 'Район',
  },

  quality: {
    title: 'Качество данных',
    headings: [
      '№',
      'Важность',
      'Организация',
      'Форма и строка',
      'Период',
      'Что не так',
      'Что сделать',
      'Внесено',
      'Где исправить',
      'Перейти',
    ],
    severity: { error: 'ошибка', warning: 'предупреждение', info: 'сведение' },
    counts: (errors: number, warnings: number, infos: number) =>
      `${plural(errors, 'ошибка', 'ошибки', 'ошибок')}, ${plural(warnings, 'предупреждение', 'предупреждения', 'предупреждений')}, ${plural(infos, 'сведение', 'сведения', 'сведений')}.`,
    help: 'Сначала ошибки: значения с ошибкой не входят ни в один показатель. Ссылка в последнем столбце открывает файл на нужной ячейке.',
    none: 'Замечаний к данным нет.',
    left: (n: number) =>
      `Ещё ${plural(n, 'замечание', 'замечания', 'замечаний')}: полный список в файле outbox/issues.csv.`,
    open: 'открыть',
    line: (file: string, line: number) => `${file}, строка ${line}`,
    tab: (file: string, tab: string) => `${file}, лист «${tab}»`,
  },

  journal: {
    title: 'Журнал обработки',
    help: 'Только обработки, которые что-то изменили; последняя сверху.',
    headings: [
      '№',
      'Дата',
      'Прочитано файлов',
      'Значений добавлено',
      'Значений изменено',
      'Значений удалено',
      'Ошибок',
      'Предупреждений',
      'Сведений',
    ],
    none: 'Обработок, которые что-то изменили, ещё не было.',
  },
};
