import type { IssueCode } from '../issue/codes.ts';
import { formatPlace, type Issue } from '../issue/issue.ts';
import { decimal } from '../number/decimal.ts';
import { comparedValues } from './compared-values.ts';
import { sourceTexts } from './sources.ts';
import { submissionIssueTexts } from './submission-issues.ts';

/** What is wrong and what to do about it, for the deputy head of a school. */
export interface IssueText {
  readonly text: string;
  readonly todo: string;
}

/** Parameters and raw text of an issue, ready to stand in a sentence. */
class Words {
  readonly issue: Issue;

  constructor(issue: Issue) {
    this.issue = issue;
  }

  /** A parameter as text; empty where there is none. */
  get(name: string): string {
    const value = this.issue.params?.[name];
    return typeof value === 'number' ? decimal(value).replace('.', ',') : (value ?? '');
  }

  is(name: string, value: string): boolean {
    return this.issue.params?.[name] === value;
  }

  /** ` «12 чел.»`, or nothing where the text is unknown. */
  get raw(): string {
    return this.issue.raw === undefined || this.issue.raw === '' ? '' : ` «${this.issue.raw}»`;
  }

  /** ` слово`, or nothing. */
  put(name: string, before = ' ', after = ''): string {
    const value = this.get(name);
    return value === '' ? '' : `${before}${value}${after}`;
  }
}

type Entry = readonly [text: string | ((w: Words) => string), todo: string | ((w: Words) => string)];

const frequencies: Readonly<Record<string, string>> = {
  school_year: 'учебный год, например 2024/25',
  stage:
    'этап учебного года, например 2024/25:start (начало), 2024/25:middle (середина), 2024/25:end (конец)',
  school_quarter: 'учебная четверть, например 2024/25:q1',
  year: 'календарный год, например 2025',
  half_year: 'полугодие, например 2025-H1',
  quarter: 'квартал, например 2025-Q1',
  month: 'месяц, например 2025-03',
};

const personal: Readonly<Record<string, string>> = {
  snils: 'номер СНИЛС',
  email: 'личный адрес электронной почты',
  document: 'реквизиты документа',
  phone: 'номер телефона',
  birth_date: 'дата рождения',
  full_name: 'имя человека',
  address: 'домашний адрес',
};

const dictionaries: Readonly<Record<string, string>> = { procedure: 'Процедура', subject: 'Предмет' };

const registerFaults: Readonly<Record<string, string>> = {
  code: 'не указан код организации',
  duplicate: 'код организации повторяется',
  opened: 'дата открытия записана неверно',
  closed: 'дата закрытия записана неверно',
  district: 'не указан район',
  type: 'указан неизвестный тип организации',
  programmes: 'указана неизвестная образовательная программа',
  name: 'не указано наименование организации',
};

const registerColumns: Readonly<Record<string, string>> = {
  type: 'тип организации (type)',
  name: 'наименование (name)',
  region: 'регион (region)',
};

const named = (words: Readonly<Record<string, string>>, key: string): string => words[key] ?? key;

function bounds(w: Words): string {
  const [min, max] = [w.get('min'), w.get('max')];
  if (min !== '' && max !== '') return `от ${min} до ${max}`;
  if (min !== '') return `не меньше ${min}`;
  return max === '' ? 'в разумных пределах' : `не больше ${max}`;
}

/** Fields of registers that want another moment than a day. */
const moments: Readonly<Record<string, readonly [string, string]>> = {
  month: ['Нужен месяц и год', 'Введите месяц и год, например «март 2025».'],
  year: ['Нужен год', 'Введите год четырьмя цифрами, например 2025.'],
  school_year: ['Нужен учебный год', 'Введите учебный год, например 2024/25.'],
};

const statuses: Readonly<Record<string, string>> = {
  not_reported: 'не заполнено',
  no_data: 'нет данных',
  not_applicable: 'не относится',
  rejected: 'ошибочное значение',
};

/** `: «5» (a.xlsx#Лист!B3) и «7» (b.xlsx#Лист!B3)`, as far as both are known. */
function twoValues(w: Words): string {
  const [value = '', source = '', other = '', otherSource = ''] = [
    'value',
    'source',
    'other',
    'otherSource',
  ].map((name) => w.get(name));
  if (value === '' && other === '') return '';
  const first = `«${named(statuses, value)}» (${source || formatPlace(w.issue.place)})`;
  return `: ${first} и «${named(statuses, other)}»${otherSource === '' ? '' : ` (${otherSource})`}`;
}

const texts: Readonly<Record<IssueCode, Entry>> = {
  'file.not_zip': [
    'Файл не является книгой Excel (.xlsx), хотя так называется.',
    'Откройте исходный документ в табличном редакторе и сохраните его в формате «Книга Excel (.xlsx)».',
  ],
  'file.truncated': [
    'Файл повреждён или скопирован не полностью.',
    'Скопируйте или перешлите файл ещё раз. Если он не открывается и у Вас, восстановите его из прежней версии.',
  ],
  'file.too_large': [
    (w) =>
      w.is('limit', 'cells')
        ? `В файле слишком много заполненных или оформленных ячеек (допускается ${w.get('most')}).`
        : w.is('limit', 'sheets')
          ? `В книге слишком много листов (допускается ${w.get('most')}).`
          : w.is('limit', 'merges')
            ? 'На листе слишком много объединённых ячеек, наложенных друг на друга.'
            : w.is('limit', 'text')
              ? `В строке${w.put('line')} есть ячейка длиннее ${w.get('most')} знаков.`
              : w.is('limit', 'entries')
                ? `На листах слишком много ячеек для заполнения (допускается ${w.get('most')}).`
                : `Файл слишком велик${w.put('megabytes', ': ', ' МБ')}; допускается не более 25 МБ.`,
    (w) =>
      /\.(?:csv|tsv|txt)$/i.test(w.issue.place.file)
        ? 'Разделите таблицу на несколько файлов.'
        : 'Возьмите выданный шаблон и перенесите в него только данные, без рисунков и лишних листов.',
  ],
  'file.bomb': [
    (w) =>
      w.get('parts') === ''
        ? `При распаковке файл занял бы недопустимо много места${w.put('megabytes', ': ', ' МБ')}. Он не прочитан.`
        : `Внутри файла недопустимо много частей (${w.get('parts')}). Он не прочитан.`,
    'Перенесите данные в новый экземпляр шаблона. Если файл пришёл от неизвестного отправителя, не открывайте его.',
  ],
  'file.encrypted': [
    'Файл защищён паролем на открытие, прочитать его нельзя.',
    'Снимите пароль («Файл» → «Сведения» → «Защита книги») и пришлите файл снова.',
  ],
  'file.xls': [
    'Файл сохранён в устаревшем формате .xls.',
    'Откройте его и сохраните в формате «Книга Excel (.xlsx)», затем замените файл.',
  ],
  'file.broken_xml': [
    (w) => `Содержимое книги повреждено${w.put('part', ' (часть ', ')')}.`,
    'Откройте книгу в табличном редакторе, согласитесь на восстановление, проверьте данные и сохраните её заново.',
  ],
  'file.unknown_kind': [
    (w) =>
      w.is('kind', 'csv')
        ? 'По заголовку таблицы нельзя понять, что в ней содержится.'
        : w.is('kind', 'zip')
          ? 'Внутри файла нет книги Excel.'
          : (sourceTexts.otherKinds[w.get('kind')] ??
            `Файлы такого вида${w.put('kind', ' (.', ')')} не обрабатываются.`),
    (w) =>
      w.is('kind', 'csv')
        ? 'Проверьте первую строку: для значений — organisation, period, element, value; для результатов — school_year, procedure, subject, grade, district, organisation, participants, mark2–mark5; для реестра — organisation, district.'
        : w.is('kind', 'archive')
          ? sourceTexts.otherKindsTodo.archive
          : /^(?:xlsb|ods|numbers|html)$/.test(w.get('kind'))
            ? sourceTexts.otherKindsTodo.save
            : 'Пришлите заполненный шаблон в формате .xlsx или таблицу .csv, а посторонний файл уберите из папки.',
  ],
  'file.unavailable': [
    (w) => sourceTexts.unavailable[w.get('reason')] ?? 'Файл не удалось открыть.',
    (w) => sourceTexts.unavailableTodo[w.get('reason')] ?? 'Запустите обработку снова.',
  ],
  'file.broken_csv': [
    (w) =>
      w.is('fault', 'column')
        ? `Столбец${w.put('column', ' «', '»')} встречается в заголовке дважды. Какой из них верен, неизвестно; файл не прочитан.`
        : `В строке${w.put('line')} открыта кавычка, которая нигде не закрыта: всё после неё слилось в одну ячейку. Файл не прочитан.`,
    (w) =>
      w.is('fault', 'column')
        ? 'Оставьте один столбец с таким названием и пришлите файл снова.'
        : 'Исправьте кавычки в этой строке или сохраните таблицу из табличного редактора заново.',
  ],
  'workbook.no_meta': [
    (w) =>
      w.is('kind', 'blank')
        ? 'Прислан бланк для печати. Он не читается: в нём не указано, чьи это данные.'
        : 'В книге нет служебного листа «_meta» или в нём не указана организация, поэтому неизвестно, чьи это данные.',
    (w) =>
      w.is('kind', 'blank')
        ? 'Перенесите данные с бланка в книгу, выданную организации, или в книгу района для всех организаций.'
        : 'Возьмите выданный организации шаблон и перенесите данные в него, не удаляя скрытых листов.',
  ],
  'workbook.foreign': [
    (w) => `Книга выдана для другого района${w.put('workspace', ' (', ')')}. Её данные не учтены.`,
    'Проверьте, тот ли файл прислан, и заполните шаблон, выданный Вашим районом.',
  ],
  'workbook.duplicate': [
    (w) => `Для одной организации прислано несколько одинаковых книг${w.put('otherSource', '; вторая — ')}.`,
    'Оставьте в папке один файл организации, остальные уберите.',
  ],
  'workbook.older': [
    'Книга сделана прежней версией программы. Прочитано всё, что удалось понять.',
    'Для следующей сдачи возьмите новый шаблон.',
  ],
  'workbook.newer': [
    'Книга сделана более новой версией программы. Прочитано всё, что удалось понять.',
    'Обновите программу и запустите обработку снова.',
  ],
  'workbook.draft': [
    'Книга ещё не сдана: в ней не отмечено «Сдаю». В сводные данные она не вошла.',
    'Когда данные будут готовы, ответьте «да» на вопрос «Сдаю» на первом листе и пришлите файл.',
  ],
  ...submissionIssueTexts,
  'key.missing': [
    (w) =>
      w.issue.place.cell !== undefined
        ? `Число${w.raw} внесено в строку, которой нет в форме: к какому показателю оно относится, неизвестно.`
        : w.issue.place.tab !== undefined
          ? 'На листе удалены служебные строки или столбец, поэтому его данные прочитать нельзя.'
          : 'В книге не найдено ни одной формы для заполнения.',
    (w) =>
      w.issue.place.cell !== undefined
        ? 'Перенесите число в ту строку формы, к которой оно относится, или удалите его.'
        : 'Возьмите выданный шаблон и перенесите данные в него, не удаляя скрытых строк и столбцов.',
  ],
  'key.duplicate': [
    (w) =>
      w.get('count') === ''
        ? `Один и тот же показатель заполнен дважды, и по-разному${twoValues(w)}. Ни одно из значений не учтено.`
        : `Показатели повторяются (ячеек: ${w.get('count')})${w.put('otherSource', ', впервые — ')}. Учтены один раз.`,
    'Оставьте один экземпляр строки или листа, второй удалите.',
  ],
  'key.unknown': [
    (w) =>
      `Строка формы${w.put('written', ' «', '»')} не известна каталогу показателей. Она не заполнена, данные не потеряны.`,
    'Ничего исправлять в данных не нужно; для следующей сдачи возьмите новый шаблон.',
  ],
  'cell.not_number': [
    (w) =>
      w.is('taken', 'date')
        ? `Табличный редактор принял введённое за дату${w.raw}, а здесь нужно число.`
        : w.is('taken', 'percent')
          ? `Введены проценты${w.raw}, а показатель измеряется иначе${w.put('unit', ': ')}.`
          : w.is('taken', 'too_wide')
            ? `В строке больше ячеек, чем в заголовке${w.raw}: вероятно, дробная часть числа отделена запятой без кавычек.`
            : `Вместо числа введено${w.raw || ' нечто иное'}.`,
    (w) =>
      w.is('taken', 'date')
        ? 'Задайте ячейке числовой формат и введите число снова, с запятой: 1,5.'
        : w.is('taken', 'percent')
          ? 'Введите само число, без знака процента.'
          : w.is('taken', 'too_wide')
            ? 'Заключите такие числа в кавычки или сохраните файл с разделителем «;».'
            : 'Введите только число, без слов и единиц измерения. Если сведений нет, введите «н/д»; если показатель к Вам не относится — «x».',
  ],
  'cell.not_integer': [
    (w) => `Нужно целое число, а введено${w.raw || ' дробное'}.`,
    'Введите целое число. Разряды можно отделять пробелами: 1 234.',
  ],
  'cell.range': [
    (w) => `Значение${w.raw} вне допустимых границ: оно должно быть ${bounds(w)}.`,
    'Проверьте значение и исправьте опечатку.',
  ],
  'cell.ambiguous': [
    (w) =>
      w.get('read') === ''
        ? `Запись${w.raw} понята как «нет данных», а не как ноль.`
        : `Запись${w.raw} прочитана как ${w.get('read')}: запятая и точка отделяют дробную часть.`,
    (w) =>
      w.get('read') === ''
        ? 'Если значение равно нулю, введите 0. Если сведений нет, введите «н/д».'
        : 'Если имелись в виду тысячи, введите число без точек и запятых: 1000.',
  ],
  'cell.formula_error': [
    (w) => `Формула в ячейке даёт ошибку${w.raw}.`,
    'Исправьте формулу или введите вместо неё число.',
  ],
  'cell.no_cached_value': [
    'В ячейке стоит формула, но её результат в файле не сохранён.',
    'Откройте книгу в табличном редакторе, дождитесь пересчёта и сохраните её, либо введите число вместо формулы.',
  ],
  'cell.merged': [
    (w) =>
      `Ячейки для заполнения объединены${w.put('range', ' (', ')')}: к какой из них относится значение, неизвестно.`,
    'Отмените объединение и введите значение в каждую ячейку отдельно.',
  ],
  'cell.date': [
    (w) => `${moments[w.get('type')]?.[0] ?? 'Нужна дата'}, а введено${w.raw || ' нечто иное'}.`,
    (w) => moments[w.get('type')]?.[1] ?? 'Введите дату в виде день.месяц.год, например 15.03.2025.',
  ],
  'cell.list': [
    (w) =>
      w.get('list') === ''
        ? `Нужен ответ «да» или «нет», а введено${w.raw || ' нечто иное'}.`
        : `В графе${w.put('list', ' «', '»')} нужен ответ из списка, а введено${w.raw || ' нечто иное'}.`,
    'Выберите ответ из списка в ячейке.',
  ],
  'cell.link': [
    (w) => `Нужна ссылка на страницу или документ в сети, а введено${w.raw || ' нечто иное'}.`,
    'Скопируйте адрес из строки браузера целиком: он начинается с http:// или https://. Адрес в ячейке один.',
  ],
  'cell.personal_data': [
    (w) => {
      const kind = w.get('kind') === '' ? '' : `: ${named(personal, w.get('kind'))}`;
      if (w.is('where', 'column')) return sourceTexts.personal.column(w.put('column', ' «', '»'), kind);
      if (w.is('where', 'line')) return sourceTexts.personal.line(kind);
      if (w.is('where', 'file')) return sourceTexts.personal.file(kind);
      return w.is('where', 'tab') ? sourceTexts.personal.tab(kind) : sourceTexts.personal.cell(kind);
    },
    (w) =>
      w.is('where', 'file')
        ? sourceTexts.personalTodo.file
        : w.is('where', 'tab')
          ? sourceTexts.personalTodo.tab
          : w.get('where') === ''
            ? sourceTexts.personalTodo.cell
            : sourceTexts.personalTodo.column,
  ],
  'cell.required': [
    (w) =>
      w.get('field') === ''
        ? 'Обязательный показатель не заполнен.'
        : `В строке реестра не заполнена обязательная графа${w.put('field', ' «', '»')}.`,
    (w) =>
      w.get('field') === ''
        ? 'Введите значение. Если показатель к организации не относится, введите «x».'
        : 'Заполните графу. Если сведений нет, введите «н/д»; лишнюю строку очистите целиком.',
  ],
  'check.part_over_whole': ['Часть больше целого.', 'Сравните оба числа и исправьте то, которое неверно.'],
  'check.sum': ['Сумма частей не равна итогу.', 'Проверьте слагаемые и итог, исправьте неверное число.'],
  'check.denominator': [
    'Число, от которого считается доля, расходится с другой формой.',
    'Сверьте числа в обеих формах и исправьте то, которое неверно.',
  ],
  'check.decreased': [
    'Значение с нарастающим итогом стало меньше, чем было раньше в том же году.',
    'Введите итог с начала года, а не за последний период. Если неверно прежнее значение, исправьте его.',
  ],
  'check.jump': [
    'Значение резко изменилось по сравнению с прошлым периодом.',
    'Проверьте, нет ли опечатки и тот ли показатель заполнен. Если изменение действительное, исправлять ничего не нужно.',
  ],
  'check.peer': [
    'Значение заметно отличается от значений похожих организаций.',
    'Проверьте оба числа, из которых оно получается. Если они верны, исправлять ничего не нужно.',
  ],
  'value.conflict': [
    (w) =>
      `Два источника называют разные значения${twoValues(w)}. Какое из них новее, неизвестно, поэтому не учтено ни одно.`,
    'Оставьте верное значение, а второй файл или строку удалите.',
  ],
  'value.changed': [
    (w) => `Значение изменилось по сравнению с прежним файлом${twoValues(w)}. Учтено первое.`,
    'Если изменение сделано намеренно, исправлять ничего не нужно.',
  ],
  'value.differs_from_official': [
    (w) => `Введённое значение расходится с официальными результатами${twoValues(w)}. Учтено официальное.`,
    'Сверьте число с официальной выгрузкой и исправьте его или сообщите об ошибке в выгрузке.',
  ],
  'value.not_owed': [
    'Показатель к этой организации не относится (по типу, программам или условию). Значение сохранено, но в расчёты не вошло.',
    'Удалите значение либо исправьте сведения об организации в реестре.',
  ],
  'source.gone': [
    'Файл убран из папки приёма. Его значения по-прежнему учитываются.',
    'Если значения нужно исключить, отзовите файл командой «msoko withdraw».',
  ],
  'register.incomplete': [
    (w) => {
      const columns = w.get('columns').split(', ').filter(Boolean);
      return columns.length === 0
        ? `Сведения об организации неполны${w.get('fault') === '' ? '' : `: не указано — ${named(registerColumns, w.get('fault'))}`}.`
        : `В реестре нет столбцов: ${columns.map((name) => named(registerColumns, name)).join(', ')}. Часть показателей посчитать не удастся.`;
    },
    'Дополните реестр недостающими сведениями.',
  ],
  'register.invalid': [
    (w) =>
      `Строка реестра содержит ошибку: ${named(registerFaults, w.get('fault')) || 'её нельзя прочитать'}${w.raw}.`,
    'Исправьте строку в файле реестра.',
  ],
  'organisation.unknown': [
    (w) =>
      w.is('taken', 'other_district')
        ? `Организация с кодом «${w.issue.organisation ?? ''}» относится к другому району. Значения, внесённые за неё, не учтены.`
        : w.is('taken', 'not_district')
          ? `В книге организации есть значения за другую организацию (код «${w.issue.organisation ?? ''}»). Они не учтены: за другие организации вносит только район.`
          : `Организации${w.put('name', ' «', '»') || (w.issue.organisation ? ` с кодом «${w.issue.organisation}»` : '')} нет в реестре. Данные строки не учтены.`,
    (w) =>
      w.is('taken', 'other_district') || w.is('taken', 'not_district')
        ? 'Проверьте, за ту ли организацию внесено, и район организации в файле organisations.csv.'
        : 'Исправьте код организации или добавьте её в файл organisations.csv.',
  ],
  'organisation.closed': [
    'В этом периоде организация не работала (ещё не открыта или уже закрыта). Значение сохранено, но в расчёты не вошло.',
    'Проверьте период значения и даты открытия и закрытия организации в реестре.',
  ],
  'element.unknown': [
    (w) => `Показателя${w.put('written', ' «', '»')} нет в каталоге. Значение${w.raw} не учтено.`,
    'Проверьте код показателя; если это заполненный шаблон, перенесите данные в новый.',
  ],
  'element.switched_off': [
    (w) =>
      `В файле есть вопросы, которые район выключил${w.put('elements', ' (', ')')}. Ответы на них не читаются.`,
    'Исправлять ничего не нужно. Для следующей сдачи возьмите новый шаблон.',
  ],
  'period.unknown': [
    (w) =>
      `Период${w.put('written', ' «', '»')} не подходит${w.get('frequency') === '' ? '' : `: нужен ${named(frequencies, w.get('frequency'))}`}.`,
    'Исправьте обозначение периода.',
  ],
  'period.closed': [
    (w) => `Учебный год закрыт для ввода. Новое значение${w.raw} не принято, осталось прежнее.`,
    'Если исправление необходимо, обратитесь в управление образования.',
  ],
  'results.sum': [
    (w) =>
      `Сумма отметок${w.put('sum', ' (', ')')} не равна числу участников${w.put('participants', ' (', ')')}. Строка не учтена.`,
    'Исправьте число участников или отметки.',
  ],
  'results.duplicate': [
    (w) => `Строка повторяет другую${w.put('otherSource', ' (', ')')}. Она учтена один раз.`,
    'Повторную строку можно удалить.',
  ],
  'results.unknown_subject': [
    (w) =>
      `${named(dictionaries, w.get('dimension')) || 'Слово'}${w.put('word', ' «', '»')} отсутствует в справочнике.` +
      ` Результаты сохранены${w.put('slug', ' под обозначением «', '»')}.`,
    'Проверьте написание или добавьте слово в справочник synonyms.csv.',
  ],
  'results.not_number': [
    (w) =>
      w.is('taken', 'too_wide')
        ? `В строке больше ячеек, чем в заголовке${w.raw}. Строка не учтена.`
        : `В столбце${w.put('column', ' «', '»')} нужно целое число, а введено${w.raw || ' пустое значение'}. Строка не учтена.`,
    'Исправьте значение. Пустая ячейка не считается нулём: если никого нет, введите 0.',
  ],
  'activity.unknown': [
    (w) => `Мероприятия${w.put('activity', ' «', '»')} нет в дорожной карте.`,
    'Исправьте номер мероприятия.',
  ],
  'activity.deadline_before_approval': [
    (w) =>
      `Срок мероприятия${w.put('due', ' (', ')')} раньше дня, когда утверждена дорожная карта. Просроченным оно не считается.`,
    'Исправлять данные не нужно; ошибка самого документа отмечена для сведения.',
  ],
};

/**
 * The Russian text of an issue and what to do about it. A rule of the catalogue may bring words of its own.
 * Place, organisation and severity are shown beside it by whoever prints it.
 */
export function issueText(issue: Issue): IssueText {
  const [text, todo] = texts[issue.code];
  const words = new Words(issue);
  return {
    text: (issue.message ?? (typeof text === 'string' ? text : text(words))) + comparedValues(issue),
    todo: typeof todo === 'string' ? todo : todo(words),
  };
}
