import { formatNumber } from '../number/decimal.ts';

const n = (count: number): string => formatNumber(count, 0);

/** Texts of the command line. */
export const cliTexts = {
  about: 'msoko — муниципальная система оценки качества образования в электронных таблицах.',
  commands: 'Команды:',
  commonOptions: 'Общие ключи:',
  options: 'Ключи:',
  usage: 'Использование:',
  examples: 'Примеры:',
  commonOptionRows: [
    ['--workspace ПАПКА', 'папка рабочего места (по умолчанию текущая)'],
    ['--date ГГГГ-ММ-ДД', 'дата, на которую выполняется расчёт (по умолчанию сегодня)'],
    ['--json', 'ответ одной строкой JSON, для программ'],
    ['--help', 'эта справка'],
  ] as readonly (readonly [string, string])[],
  moreHelp: 'Подробнее о команде: msoko help КОМАНДА',
  unknownCommand: (name: string, near: string | undefined) =>
    `Неизвестная команда «${name}»${near ? `; возможно, имелась в виду «${near}»` : ''}.`,
  unknownOption: (name: string, near: string | undefined) =>
    `Неизвестный ключ «--${name}»${near ? `; возможно, имелся в виду «--${near}»` : ''}.`,
  wrongArguments: (command: string) => `Команда «${command}» вызвана с неверными аргументами.`,
  wrongDate: (raw: string) => `«${raw}» — не дата.`,
  dateHint: 'Укажите дату в виде ГГГГ-ММ-ДД, например --date 2025-06-30.',
  seeHelp: 'Список команд: msoko --help.',
  seeHelpOf: (command: string) => `Справка: msoko help ${command}.`,
  error: (message: string, hint: string) => `Ошибка. ${message}${hint ? `\nЧто делать: ${hint}` : ''}`,
  catalogHint: 'Исправьте названные строки в папке catalog рабочего места и повторите команду.',
  locked: 'Базу данных рабочего места сейчас использует другая программа.',
  lockedHint: 'Дождитесь окончания другого запуска msoko и повторите команду.',
  damagedHint:
    'Верните копию папки store. Если копии нет, уберите её в сторону и повторите msoko run: всё, что лежит в inbox, будет прочитано заново.',
  tooNewHint: 'Установите версию программы не старше той, которая работала с этим рабочим местом.',
  noAccess: (path: string, fault: string) => `Нельзя прочитать или записать ${path} (${fault}).`,
  noAccessHint: 'Проверьте, что это та папка, что в неё разрешено записывать и что на диске есть место.',
  ourFault: (fault: string) => `Внутренняя ошибка программы: ${fault}`,
  ourFaultHint: (file: string | undefined) =>
    file === undefined
      ? 'Передайте разработчикам этот текст.'
      : `Передайте разработчикам файл ${file}: в нём нет данных организаций.`,

  init: {
    summary: 'создаёт папку рабочего места',
    dir: 'ПАПКА',
    roadmap: 'дорожная карта района (по умолчанию botlikh)',
    district: 'код района, например botlikh',
    schoolYear: 'учебный год, например 2024/25 (по умолчанию текущий)',
    force: 'разрешить непустую папку; существующие файлы не заменяются',
    exists: (dir: string) => `Папка ${dir} не пуста.`,
    existsHint: 'Выберите другую папку или добавьте ключ --force: имеющиеся файлы останутся как есть.',
    unknownRoadmap: (id: string, known: readonly string[]) =>
      `Дорожная карта «${id}» неизвестна. Имеются: ${known.join(', ')}.`,
    badCode: (code: string) =>
      `Код района «${code}» не подходит: допустимы латинские буквы, цифры, «-» и «_».`,
    badYear: (raw: string) => `«${raw}» — не учебный год; ожидается вид 2024/25.`,
    done: (dir: string) => `Рабочее место создано: ${dir}`,
    next: 'Что дальше: внесите организации в organisations.csv и выполните команду templates.',
  },
  run: {
    summary: 'читает принятые файлы, рассчитывает показатели и обновляет своды',
    reading: (done: number, total: number, path: string) => `Чтение ${done} из ${total}: ${path}`,
    evaluating: 'Расчёт показателей',
    noServerStore:
      'Переменная MSOKO_DATABASE_URL пока не действует: сведения хранятся в папке store рабочего места.',
    writing: (name: string) => `Запись: ${name}`,
    read: (read: number, unchanged: number, failed: number) =>
      `Файлов прочитано: ${n(read)}, без изменений: ${n(unchanged)}, не удалось прочитать: ${n(failed)}.`,
    observations: (total: number, added: number, changed: number, removed: number) =>
      `Значений: ${n(total)} (новых ${n(added)}, изменённых ${n(changed)}, снятых ${n(removed)}).`,
    issues: (error: number, warning: number, info: number) =>
      `Замечания: ошибок ${n(error)}, предупреждений ${n(warning)}, сведений ${n(info)}.`,
    results: (count: number) => `Результатов оценочных процедур: ${n(count)}.`,
    moreOutputs: (count: number) => `… и ещё файлов: ${count}`,
    indicators: (count: number) => `Рассчитано значений показателей: ${n(count)}.`,
    place: (file: string, tab: string | undefined, cell: string | undefined, line: number | undefined) =>
      [
        `файл ${file}`,
        ...(tab === undefined ? [] : [`лист «${tab}»`]),
        ...(cell === undefined ? [] : [`ячейка ${cell}`]),
        ...(line === undefined ? [] : [`строка ${line}`]),
      ].join(', '),
    online: (title: string, tab: string | undefined, cell: string | undefined) =>
      [
        `таблица Google «${title}»`,
        ...(tab === undefined ? [] : [`лист «${tab}»`]),
        ...(cell === undefined ? [] : [`ячейка ${cell}`]),
      ].join(', '),
    todo: (todo: string) => `Что сделать: ${todo}`,
    worst: 'Что исправить в первую очередь:',
    more: (count: number) =>
      `… и ещё ошибок: ${count}; полный перечень — outbox/issues.csv и вкладка «Качество данных».`,
    outputs: 'Результаты (все замечания со ссылками на ячейки — в сводке, лист «Качество данных»):',
    nothingNew: 'Новых данных нет: своды не менялись.',
    beside: (path: string) => `Файл открыт в другой программе, новая версия записана рядом: ${path}`,
  },
  demo: {
    summary: 'показывает работу системы на вымышленном районе',
    dir: 'ПАПКА для примера (по умолчанию demo)',
    making: 'Создаётся вымышленный район: книги организаций и сведения за три учебных года',
    region: (paths: readonly string[]) =>
      `${['Своды районов и их сравнение:', ...paths.map((path) => `  ${path}`)].join('\n')}\n`,
    makingRegion: 'Второй пример: четыре вымышленных района с разными дорожными картами и их сравнение',
    note: 'Все данные вымышлены: это демонстрация.',
    busy: (dir: string) => `Папка ${dir} существует и не похожа на демонстрацию.`,
    busyHint: 'Укажите другую папку: npm run msoko -- demo ПАПКА.',
  },
  check: {
    summary: 'проверяет файлы, ничего не сохраняя',
    missing: (path: string) => `Файл ${path} не найден.`,
    missingHint: 'Проверьте путь к файлу.',
    fine: 'Замечаний нет.',
    file: (path: string, values: number) => `${path}: значений ${values}`,
  },
  export: {
    summary: 'выводит данные в формате CSV',
    what: 'indicators, observations, results, activities, issues или records',
    record:
      'код реестра объектов (для records); без него выводятся все реестры, по строке на заполненную графу',
    records: (codes: readonly string[]) => `Известные реестры: ${codes.join(', ')}.`,
    recordOnly: 'Ключ --record годится только для выгрузки records.',
    unknownRecord: (code: string, near: string | undefined) =>
      `Реестра «${code}» нет${near ? `; возможно, имелся в виду «${near}»` : ''}.`,
    unknown: (what: string, near: string | undefined) =>
      `Неизвестная выгрузка «${what}»${near ? `; возможно, имелась в виду «${near}»` : ''}.`,
  },
  explain: {
    summary: 'показывает, из чего получилось значение показателя',
    unit: 'код организации, района или региона',
    period: 'период, например 2024/25 или 2024/25:end',
    need: 'Укажите показатель, единицу (--unit) и период (--period).',
    unknownIndicator: (code: string, near: string | undefined) =>
      `Показатель «${code}» неизвестен${near ? `; возможно, имелся в виду «${near}»` : ''}.`,
    unknownUnit: (code: string) => `Единица «${code}» неизвестна: нет такой организации, района или региона.`,
    unknownPeriod: (raw: string) => `«${raw}» — не период.`,
    listHint: 'Перечень показателей: msoko catalog.',
    sides: { numerator: 'числитель', denominator: 'знаменатель' },
    ratio: (factor: string, n: string, d: string) => `${factor} × ${n} ÷ ${d}`,
    coverage: (reported: number, expected: number) => `(данные есть по ${reported} из ${expected})`,
    absentees: (why: string, names: readonly string[]) => `Не учитываются (${why}): ${names.join(', ')}`,
    absent: (why: string) => `не учитывается: ${why}`,
    absences: {
      closed: 'в этом периоде организация не работала',
      out_of_scope: 'показатель относится не ко всем организациям',
      other_roadmap: 'район работает по другой дорожной карте и показателей этой не ведёт',
      not_owed: 'эти сведения организация не представляет',
    } as Readonly<Record<string, string>>,
    enteredByDistrict: (post: string | undefined) =>
      post === undefined ? '(внесено районом)' : `(внесено районом: ${post})`,
    stray: '(не учитывается: эти сведения организация не представляет)',
    reasons: {
      rejected: 'значение отклонено из-за ошибки',
      not_reported: 'не сдано',
      no_data: 'нет данных',
      zero_denominator: 'знаменатель равен нулю',
      no_base: 'нет значения прошлого периода',
      too_few: 'слишком мало наблюдений',
      not_applicable: 'не относится к организации',
      no_definition: 'показатель в этом периоде не определён',
      not_owed: 'не представляется',
    } as Readonly<Record<string, string>>,
  },
  catalog: {
    summary: 'показывает каталог показателей и форм, проверяет каталог рабочего места',
    xlsx: 'записать весь каталог в файл .xlsx для правки в таблице (по умолчанию catalog.xlsx)',
    counts: (roadmaps: number, forms: number, elements: number, indicators: number, checks: number) =>
      `Дорожных карт: ${roadmaps}, форм: ${forms}, первичных данных: ${elements}, показателей: ${indicators}, проверок: ${checks}.`,
    districts: 'Показатели районов (дорожная карта; чьи показатели ещё ведёт район):',
    district: ({
      name,
      roadmaps,
      monitoring,
      indicators,
    }: {
      readonly name: string;
      readonly roadmaps: readonly string[];
      readonly monitoring: readonly string[];
      readonly indicators: number;
    }) =>
      `${name}: ${[roadmaps.join(', ') || 'без дорожной карты', ...(monitoring.length === 0 ? [] : [monitoring.join(', ')])].join('; ещё ')} — показателей ${indicators}`,
    written: (path: string) => `Каталог записан: ${path}`,
    leftOut: 'Встроенные строки, которые не действуют, потому что не подходят к Вашим:',
    ok: 'Ошибок в каталоге нет.',
  },
  withdraw: {
    summary: 'снимает значения файла, который больше не должен учитываться',
    file: 'путь файла, как он показан в замечаниях (внутри inbox)',
    unknown: (path: string, near: string | undefined) =>
      `Файл «${path}» не учтён${near ? `; возможно, имелся в виду «${near}»` : ''}.`,
    unknownHint: 'Пути учтённых файлов показаны в столбце source выгрузки: msoko export observations.',
    done: (path: string) => `Значения файла «${path}» сняты. Выполните команду run, чтобы обновить своды.`,
  },
  doctor: {
    summary: 'проверяет, всё ли готово к работе, и советует, что исправить',
    good: 'готово',
    bad: 'исправить',
    advice: 'совет',
    node: (version: string) => `Node.js ${version}`,
    nodeOld: 'Нужен Node.js 20.19 или новее; рекомендуется действующая версия LTS (24).',
    nodeAdvice: 'Рекомендуется действующая версия LTS: Node.js 24.',
    config: 'Настройки рабочего места читаются',
    catalog: 'Каталог без ошибок',
    register: (districts: number, organisations: number) =>
      `Реестр: районов ${districts}, организаций ${organisations}`,
    noOrganisations: 'Внесите организации в organisations.csv и выполните команду templates.',
    registerIssues: (count: number) => `В реестре замечаний: ${count}`,
    store: 'База данных открывается',
    storeLocked: 'База данных занята другим запуском msoko',
    storeBroken: (fault: string) => `База данных не открывается: ${fault}`,
    folder: (name: string) => `В папку ${name} можно записывать`,
    folderBad: (name: string) => `В папку ${name} нельзя записать: проверьте права доступа.`,
    inbox: (count: number) => `Файлов в папке inbox: ${count}`,
    inboxEmpty: 'Положите заполненные книги или CSV в папку inbox и выполните команду run.',
    space: (megabytes: number) => `Свободно на диске: ${megabytes} МБ`,
  },
};
