/** What `msoko templates` says. */
export const templatesTexts = {
  summary: 'создаёт или обновляет книги для заполнения',
  schoolYear: 'открыть учебный год: книги на него, предыдущий закрывается для ввода',
  forAll: 'книга, в которой район вносит сведения за все организации сразу (строки — организации)',
  blank: 'бланки форм для печати и заполнения от руки',
  form: 'только эти формы (код; можно несколько раз или через запятую), с --for-all или --blank; activity — дорожная карта организаций (только с --for-all)',
  making: (name: string) => `Готовится книга: ${name}`,
  done: (written: number, unchanged: number, dir: string) =>
    `Книг записано: ${written}, без изменений: ${unchanged}. Папка: ${dir}`,
  file: (path: string) => `  ${path}`,
  closed: (year: string) => `Учебный год ${year} закрыт для ввода.`,
  reopened: (year: string) => `Учебный год ${year} снова открыт для ввода.`,
  kept: (path: string) =>
    `В файл ${path} уже что-то внесено, поэтому он оставлен как есть; обновлённая книга записана рядом с пометкой «(новый)».`,
  nobody: 'В organisations.csv нет организаций: созданы только книги районов.',
  nobodyForAll: 'В organisations.csv нет организаций, открытых в этом учебном году: вносить не за кого.',
  badYear: (raw: string) => `«${raw}» — не учебный год; ожидается вид 2025/26.`,
  unknownForm: (code: string, nearest: string | undefined) =>
    `Формы «${code}» нет в каталоге.${nearest === undefined ? '' : ` Возможно, имелась в виду ${nearest}.`}`,
  formsHint: 'Коды форм перечислены в docs/catalogue.md.',
  formAlone: '--form указывается вместе с --for-all или --blank: книга организации содержит все её формы.',
};
