import type { TableKind } from '../catalog/table-kinds.ts';
import { plural } from './summary.ts';

const kinds: Readonly<Record<TableKind, readonly [one: string, few: string, many: string]>> = {
  directions: ['направление', 'направления', 'направлений'],
  roadmaps: ['дорожная карта', 'дорожные карты', 'дорожных карт'],
  dimensions: ['значение измерения', 'значения измерений', 'значений измерений'],
  synonyms: ['слово', 'слова', 'слов'],
  forms: ['форма', 'формы', 'форм'],
  elements: ['вопрос формы', 'вопроса форм', 'вопросов форм'],
  indicators: ['показатель', 'показателя', 'показателей'],
  checks: ['проверка', 'проверки', 'проверок'],
  peers: ['сравнение с похожими', 'сравнения с похожими', 'сравнений с похожими'],
  records: ['реестр', 'реестра', 'реестров'],
  fields: ['графа реестра', 'графы реестров', 'граф реестров'],
  activities: ['мероприятие', 'мероприятия', 'мероприятий'],
  expected: ['ожидаемый результат', 'ожидаемых результата', 'ожидаемых результатов'],
  criteria: ['критерий', 'критерия', 'критериев'],
  official: ['официальный источник', 'официальных источника', 'официальных источников'],
  cycle: ['правило управленческого цикла', 'правила управленческого цикла', 'правил управленческого цикла'],
  disclosures: ['правило раскрытия', 'правила раскрытия', 'правил раскрытия'],
  calendar: ['день календаря', 'дня календаря', 'дней календаря'],
  clusters: ['правило сравнения', 'правила сравнения', 'правил сравнения'],
  reference: ['опорное значение', 'опорных значения', 'опорных значений'],
};

/** What `msoko catalog` says of forms, indicators and rules that a workspace switches off. */
export const switchTexts = {
  formsTitle: 'Формы (код, название, ячеек в одном отчёте):',
  indicatorsTitle: 'Показатели:',
  cells: ({ asked, optional }: { readonly asked: number; readonly optional: number }) =>
    asked + optional === 0
      ? ' — не заполняется вручную'
      : ` — ${asked}${optional === 0 ? '' : ` и ещё ${optional} по желанию`}`,
  title: 'Выключено в папке catalog:',
  leftOut: 'Вместе с этим не действуют (им нужно то, что выключено или заменено):',
  unknown: 'Этого нет в каталоге, выключать нечего:',
  row: ({ kind, code, name }: { readonly kind: TableKind; readonly code: string; readonly name: string }) =>
    `${kinds[kind][0]} ${code}${name === '' ? '' : ` «${name}»`}`,
  place: ({ file, line }: { readonly file: string; readonly line: number }) => `${file}, строка ${line}`,
  near: (code: string) => (code === '' ? '' : ` Возможно, имелось в виду «${code}».`),
  count: (kind: TableKind, count: number) => `${plural(count, ...kinds[kind])}:`,
  howTo: [
    'Чтобы выключить форму, положите в папку catalog файл с любым именем, например off.csv:',
    '  form,disabled',
    '  pr_attendance,1',
    'Так же выключаются показатели (indicator,disabled), вопросы форм (element,disabled) и проверки (check,disabled),',
    'каждый вид — в своём файле. Всё, чему выключенное нужно, перестаёт действовать само: перечень покажет эта команда.',
    'Чтобы включить снова, уберите строку. Новые книги для раздачи делает команда templates.',
  ],
};
