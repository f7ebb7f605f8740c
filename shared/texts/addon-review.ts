import type { Severity } from '../issue/issue.ts';
import type { ObservationStatus } from '../observation/observation.ts';
import { plural } from './plural.ts';

const errors = (n: number): string => plural(n, 'ошибка', 'ошибки', 'ошибок');
const warnings = (n: number): string => plural(n, 'предупреждение', 'предупреждения', 'предупреждений');
const notes = (n: number): string => plural(n, 'сведение', 'сведения', 'сведений');

/** What people read on the page «Проверить всё» and «Мои показатели». */
export const addonReviewTexts = {
  heading: 'МСОКО: проверка и показатели книги',
  tabs: { issues: 'Замечания', figures: 'Показатели' },
  tabTitle: (title: string, count: number) => `${title} (${count})`,
  again: 'Проверить снова',
  reading: 'Книга читается и проверяется…',
  notOurs: 'Это не книга МСОКО: откройте книгу, полученную из шаблона.',
  failed: 'Не удалось связаться с таблицей. Проверьте интернет и нажмите «Проверить снова».',
  summary: (counts: Readonly<Record<Severity, number>>) => {
    const found = [
      counts.error > 0 ? errors(counts.error) : '',
      counts.warning > 0 ? warnings(counts.warning) : '',
      counts.info > 0 ? notes(counts.info) : '',
    ].filter((text) => text !== '');
    return found.length === 0 ? 'Замечаний нет.' : `Найдено: ${found.join(', ')}.`;
  },
  nothing: 'Всё, что можно проверить в этой книге, в порядке.',
  alone: 'Проверена только эта книга. Ночная обработка в районе добавляет то, чего книга не знает:',
  byNight: [
    'сравнение с похожими организациями, с другими книгами и таблицами Вашей организации и с прежними отчётами;',
    'официальные результаты ВПР, ОГЭ и ЕГЭ;',
    'сведения реестра: кто открыт и какие строки заполняет, закрыт ли учебный год;',
    'сроки и строки дорожной карты, решения района по отчётам.',
  ],
  wholeBook: 'Книга в целом',
  count: (n: number) => `(${n})`,
  signs: { error: '✖', warning: '▲', info: 'ℹ' } satisfies Record<Severity, string>,
  severities: { error: 'Ошибка', warning: 'Предупреждение', info: 'Сведение' } satisfies Record<
    Severity,
    string
  >,
  cell: (cell: string) => `ячейка ${cell}`,
  cellOf: (cell: string, tab: string) => `Ячейка ${cell}, лист «${tab}»`,
  todo: (todo: string) => `Что делать: ${todo}`,
  shown: (cell: string, tab: string) => `Показана ячейка ${cell} листа «${tab}».`,
  tabGone: (tab: string) => `Листа «${tab}» больше нет. Нажмите «Проверить снова».`,
  more: (left: number) => `Показать ещё (осталось ${left})`,
  states: {
    value: 'заполнено',
    not_reported: 'не заполнено',
    no_data: 'ответ «нет данных»',
    not_applicable: 'ответ «не ведём»',
    rejected: 'ошибочное значение',
  } satisfies Record<ObservationStatus, string>,

  figures: {
    summary: (known: number, all: number) => `Рассчитано значений: ${known} из ${all}.`,
    part: (known: number, all: number) => `${known} из ${all}`,
    preliminary:
      'Предварительно, только по этой книге. Итог подводит район: он учитывает официальные результаты и проверку.',
    absent: {
      title: 'Чего здесь нет',
      common: [
        'Показатели по официальным результатам ВПР, ОГЭ и ЕГЭ и всё, что из них рассчитывается.',
        'Показатели, которые ждут вывода анализа: отнесена ли школа к показывающим низкие результаты.',
        'Изменение к прошлому году, если книга выдана раньше, чем прошлогодние сведения собраны: тогда написано «нет данных прошлого периода».',
        'Значения, внесённые не в эту книгу: в таблицу CSV, в книгу района или в более новую книгу.',
      ],
      organisation: 'Показатели, в которых участвуют сведения района: они есть только по району в целом.',
      district:
        'Показатели, которые складываются из книг организаций: они в своде района после ночного расчёта.',
    },
    search: 'Найти показатель',
    found: (n: number) => `Найдено показателей: ${n}.`,
    none: 'Показателей, которые рассчитываются по одной этой книге, нет.',
    roster:
      'Показатели здесь не рассчитываются: в этой книге только то, что внёс за организации район, а остальное организации присылают в своих книгах. По части сведений показатель был бы неверен. Показатели каждой организации рассчитываются ночью по всем книгам; они есть в сводке района и в книге организации.',
    of: (numerator: string, denominator: string) => `${numerator} из ${denominator}`,
    noValue: (reason: string) => `нет значения: ${reason}`,
    silent: (n: number) => `${plural(n, 'строка', 'строки', 'строк')} без данных: показать`,
    trend: (text: string) => `к прошлому году ${text}`,
  },
} as const;
