type Params = Readonly<Record<string, string>>;

const meant = (p: Params): string => (p.near ? ` Возможно, имелось в виду «${p.near}».` : '');

/** What a parser missed, by the words of shared/expression/parse.ts. */
const expectations: Readonly<Record<string, string>> = {
  operand: 'ожидается код показателя, число или скобка',
  operator: 'ожидается знак действия или конец выражения',
  closing: 'ожидается закрывающая скобка',
  arguments: 'число аргументов функции не то, что ей нужно',
  word: 'ожидается имя признака',
  shallower: 'выражение вложено слишком глубоко',
  text: 'ожидается слово или текст в кавычках',
};

const kinds: Readonly<Record<string, string>> = {
  form: 'форма',
  dimension: 'измерение (разрез)',
  member: 'значение измерения',
  direction: 'направление',
  parent: 'вышестоящий показатель',
  element: 'элемент данных',
  indicator: 'показатель (с разрезами, если они есть)',
  input: 'элемент данных или показатель',
  column: 'столбец строки результатов',
  issue: 'код замечания',
  roadmap: 'дорожная карта',
  activity: 'мероприятие той же дорожной карты',
  record: 'реестр',
};

/** Text of every fault of the catalogue: what is wrong and, where it can be told, what was meant. */
const texts = {
  'file.unreadable': (p: Params) => p.reason ?? '',
  'table.unknown': (p: Params) =>
    p.header
      ? `По заголовку не видно, что это за таблица справочника: ${p.header}.`
      : 'Таблица пуста: в первой строке нет названий столбцов.',
  'column.unknown': (p: Params) => `Такого столбца в этой таблице нет.${meant(p)}`,
  'column.missing': () => 'Столбца нет в заголовке. Добавьте его, пусть и пустой.',
  'column.duplicate': () => 'Столбец встречается в заголовке дважды.',
  'row.extra': (p: Params) =>
    `В строке больше ячеек, чем столбцов в заголовке (лишнее: «${p.value}»). Текст с разделителем возьмите в кавычки.`,
  'value.empty': () => 'Значение обязательно.',
  'value.word': (p: Params) => `Неизвестное слово «${p.value}».${meant(p)} Допустимы: ${p.allowed}.`,
  'value.flag': (p: Params) => `Отметка — это 1 или пусто, а указано «${p.value}».`,
  'value.number': (p: Params) => `«${p.value}» — не число.`,
  'value.whole': (p: Params) => `«${p.value}» — не целое неотрицательное число.`,
  'value.day': (p: Params) => `«${p.value}» — не дата. Пример: 2025-01-25.`,
  'value.school_year': (p: Params) => `«${p.value}» — не учебный год. Пример: 2024/25.`,
  'value.repeated': (p: Params) => `«${p.value}» указано дважды.`,
  'code.syntax': (p: Params) =>
    `«${p.value}» — не код. Код начинается со строчной латинской буквы и состоит из строчных латинских букв, цифр, «_» и точек.`,
  'code.dimension': (p: Params) =>
    `«${p.value}» — не имя измерения: нужны строчные латинские буквы, цифры и «_», первой стоит буква.`,
  'code.member': (p: Params) =>
    `«${p.value}» не может быть значением измерения: нужны строчные латинские буквы, цифры и «_».`,
  'code.id': (p: Params) =>
    `«${p.value}» — не идентификатор: нужны строчные латинские буквы, цифры, «_» и дефис.`,
  'code.long': (p: Params) => `Код длиннее ${p.most} знаков (${p.length}).`,
  'key.duplicate': (p: Params) => `«${p.key}» уже есть: ${p.where}.`,
  'key.ambiguous': (p: Params) =>
    `Код «${p.key}» уже значит другое: ${p.where}. Элементы данных и показатели берут коды из одного ряда.`,
  'alias.collision': (p: Params) => `Прежнее имя «${p.alias}» занято: ${p.where}.`,
  'reference.unknown': (p: Params) => `Не найдено: ${kinds[p.kind ?? ''] ?? p.kind} «${p.value}».${meant(p)}`,
  'reference.disabled': (p: Params) =>
    `${kinds[p.kind ?? ''] ?? p.kind} «${p.value}» исключён из справочника: ${p.where}.`,
  'range.reversed': (p: Params) => `Наименьшее значение ${p.min} больше наибольшего ${p.max}.`,
  'expression.syntax': (p: Params) =>
    `Выражение «${p.value}», знак ${p.at}: ${expectations[p.expected ?? ''] ?? p.expected}${
      p.found ? `, а стоит «${p.found}»` : ', а выражение кончилось'
    }.`,
  'expression.cycle': (p: Params) => `Показатель считается через самого себя: ${p.cycle}.`,
  'expression.frequency': (p: Params) => `Данные собираются с разной частотой: ${p.inputs}.`,
  'expression.levels': (p: Params) =>
    `В одном выражении данные организаций (${p.organisation}) и района (${p.district}). Разнесите их по числителю и знаменателю.`,
  'expression.dims': (p: Params) =>
    `Показатель дан в разрезе «${p.dimension}», а у «${p.value}» такого разреза нет.`,
  'expression.unit': (p: Params) =>
    `Складываются или сравниваются разные единицы: «${p.left}» и «${p.right}».`,
  'expression.not_number': (p: Params) => `«${p.value}» — текст или дата, считать с ним нельзя.`,
  'indicator.no_numerator': () => 'У показателя нет числителя.',
  'indicator.no_denominator': (p: Params) => `Показателю вида ${p.kind} нужен знаменатель.`,
  'indicator.denominator': (p: Params) => `У показателя вида ${p.kind} знаменателя не бывает.`,
  'indicator.group_expression': () => 'Это заголовок (group): у него нет ни числителя, ни знаменателя.',
  'indicator.factor': (p: Params) =>
    `У показателя вида ${p.kind} множитель всегда 100, а указано ${p.value}.`,
  'cluster.no_measure': () => 'Границы указаны, а measure пуст: неизвестно, что с ними сравнивать.',
  'cluster.district': (p: Params) =>
    `Кластер организации нельзя определить по данным района («${p.value}»): нужны сведения самих организаций.`,
  'reference.level': (p: Params) =>
    p.level === 'region'
      ? 'Для значения региона укажите код региона в столбце region, например RU-DA.'
      : 'У значения по стране столбец region остаётся пустым.',
  'value.period': (p: Params) => `«${p.value}» — не период. Примеры: 2024/25, 2025, 2025-Q1.`,
  'versions.reversed': (p: Params) => `Начало действия ${p.from} позже окончания ${p.to}.`,
  'versions.overlap': (p: Params) => `Действует одновременно с другой редакцией того же кода: ${p.where}.`,
  'record.no_fields': (p: Params) => `У реестра «${p.code}» нет ни одной графы.`,
  'record.ended_by': (p: Params) =>
    `У реестра «${p.code}» нет графы «${p.value}» с датой: по ней отмечается, что запись больше не действует.`,
  'parent.cycle': (p: Params) => `Показатель стоит под самим собой: ${p.cycle}.`,
} as const satisfies Record<string, (p: Params) => string>;

export type CatalogFaultCode = keyof typeof texts;

/** Every code of a catalogue fault. */
export const catalogFaultCodes = Object.keys(texts) as readonly CatalogFaultCode[];

/** The Russian text of a fault, without its place. */
export function catalogFaultText(fault: {
  readonly code: CatalogFaultCode;
  readonly column?: string | undefined;
  readonly params: Params;
}): string {
  const text = texts[fault.code](fault.params);
  return fault.column ? `столбец ${fault.column}. ${text}` : text;
}

/** `templates/forms.csv:3: …`, as the command prints it. */
export const catalogFaultLine = (fault: {
  readonly file: string;
  readonly line: number;
  readonly code: CatalogFaultCode;
  readonly column?: string | undefined;
  readonly params: Params;
}): string => `${fault.file}:${fault.line}: ${catalogFaultText(fault)}`;

/** Where another row stands, inside a text. */
export const catalogPlace = (origin: { readonly file: string; readonly line: number }): string =>
  `${origin.file}, строка ${origin.line}`;

export const catalogTexts = {
  failed: (count: number, lines: readonly string[]): string =>
    `Справочник показателей не загружен, ошибок: ${count}.\n${lines.join('\n')}`,
  workbookTitle: 'Справочник показателей',
};
