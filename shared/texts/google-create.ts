/** What `msoko templates --google` says, and what it writes. */
export const googleCreateTexts = {
  option: 'создать или обновить книги в Google Таблицах (папка указывается в msoko.config.json)',
  /** Name of a file: people look for their school first. */
  fileName: (name: string, schoolYear: string, isRoster: boolean) =>
    `${name} — МСОКО ${schoolYear}${isRoster ? ' — за все организации' : ''}`,
  formerTab: (title: string, number: number) => `${title} (прежний вид${number === 1 ? '' : ` ${number}`})`,
  otherTab: (title: string, number: number) => `${title} (${number})`,
  looking: 'Поиск книг в папке Google…',
  making: (name: string, at: number, of: number) => `Готовится таблица ${at} из ${of}: ${name}`,
  noConfig: 'В msoko.config.json нет раздела google: неизвестно, в какой папке создавать таблицы.',
  noConfigHint:
    'Добавьте "google": { "folder": "ссылка на папку" } и ключ учётной записи; порядок описан в docs/google.md.',
  blank: 'Бланки (--blank) — для печати; в Google Таблицах они не создаются.',
  blankHint: 'Укажите --google или --blank, но не оба вместе.',
  forms: 'С --google выбрать отдельные формы (--form) нельзя: таблица содержит все формы.',
  formsHint: 'Уберите --form.',
  noFolder: (id: string) => `Папка Google (${id}) недоступна или удалена.`,
  noFolderHint: (account: string | undefined) =>
    `Проверьте ссылку в msoko.config.json и дайте доступ редактора к папке${account ? ` для ${account}` : ''}.`,
  notFolder: (name: string) => `«${name}» на Google Диске — не папка.`,
  notFolderHint: 'Откройте нужную папку в браузере и скопируйте её адрес в msoko.config.json.',
  readOnly: (name: string) => `В папку «${name}» нельзя ничего добавить: есть только право на чтение.`,
  done: (created: number, updated: number, unchanged: number) =>
    `Таблиц Google создано: ${created}, обновлено: ${updated}, без изменений: ${unchanged}.`,
  links: (path: string) => `Ссылки на таблицы: ${path}`,
  shared: (count: number) => `Право редактора выдано: ${count} (без писем).`,
  notShared: (count: number) =>
    `Таблиц, к которым никому не выдан доступ: ${count}. Откройте доступ в Google или добавьте столбец google с почтовыми адресами в organisations.csv и districts.csv и повторите команду.`,
  kept: (name: string, tab: string) =>
    `«${name}»: на листе было то, чему нет места в новой форме; прежний лист сохранён скрытым: «${tab}».`,
  added: (name: string, tabs: readonly string[]) =>
    `«${name}»: добавлены листы (новые или ранее удалённые): ${tabs.map((tab) => `«${tab}»`).join(', ')}.`,
  badMailbox: (name: string, mailbox: string) =>
    `«${name}»: «${mailbox}» в столбце google — не адрес электронной почты.`,
  shareFailed: (name: string, mailbox: string) =>
    `«${name}»: не удалось дать доступ для ${mailbox}. У адреса должна быть учётная запись Google; остальное выполнено.`,
  bookFailed: (name: string, message: string) => `«${name}»: таблица не обновлена. ${message}`,
  several: (name: string, links: readonly string[]) =>
    `«${name}»: в папке несколько таблиц на этот учебный год; обновлена первая по времени. Лишние удалите: ${links.join(', ')}`,
  access: { given: 'выдан', none: 'не выдан' },
  linkColumns: ['код', 'организация', 'ссылка', 'доступ'],
  linkFile: 'ссылки.csv',
  linkFileForAll: 'ссылки-за-все-организации.csv',
} as const;
