/** What went wrong between us and Google, and how a person mends it. */
export interface GoogleTrouble {
  readonly message: string;
  readonly hint: string;
}

const setUp = 'Порядок настройки: docs/google.md; проверка: npm run msoko -- doctor --google.';

/** Texts of the Google client: keys, rights, quotas, the address of Google, the settings of the workspace. */
export const googleClientTexts = {
  unauthorised: (): GoogleTrouble => ({
    message: 'Google не принял ключ доступа: ключ отозван, просрочен или вход нужно выполнить заново.',
    hint: `Получите новый ключ сервисного аккаунта или войдите снова. ${setUp}`,
  }),
  forbidden: (account: string | undefined): GoogleTrouble => ({
    message: 'У учётной записи нет прав на этот файл или папку Google.',
    hint: account
      ? `Откройте доступ редактора для ${account} к папке района и повторите. ${setUp}`
      : `Откройте доступ редактора к папке района той учётной записи, от имени которой работает программа. ${setUp}`,
  }),
  narrow_scope: (): GoogleTrouble => ({
    message: 'Вход в Google выполнен с меньшими правами, чем нужно для этой команды.',
    hint: `Войдите снова и подтвердите все права: msoko login, а для templates --google и share — msoko login --manage. ${setUp}`,
  }),
  not_found: (account: string | undefined): GoogleTrouble => ({
    message: 'Файл или папка Google не найдены: удалены, перемещены или не открыты для программы.',
    hint: account
      ? `Проверьте ссылку на папку в msoko.config.json и доступ для ${account}.`
      : 'Проверьте ссылку на папку в msoko.config.json и доступ к ней.',
  }),
  api_disabled: (): GoogleTrouble => ({
    message:
      'В проекте Google Cloud не включён нужный программный интерфейс (Google Sheets API или Google Drive API).',
    hint: `Включите Google Sheets API и Google Drive API в проекте и повторите через несколько минут. ${setUp}`,
  }),
  quota: (): GoogleTrouble => ({
    message: 'Google временно ограничил число запросов, и ограничение не снято за отведённое время.',
    hint: 'Повторите запуск позже. Если это бывает часто, уменьшите google.readsPerMinute и google.writesPerMinute в msoko.config.json.',
  }),
  storage_quota: (): GoogleTrouble => ({
    message: 'На Диске Google, где создаётся файл, нет места. У сервисного аккаунта своего места нет совсем.',
    hint: `Освободите место или укажите в google.folder папку на общем диске. ${setUp}`,
  }),
  unavailable: (): GoogleTrouble => ({
    message: 'Google не отвечает: нет связи или сбой на стороне Google.',
    hint: 'Проверьте подключение к интернету и повторите; файлы из inbox обрабатываются и без Google.',
  }),
  page: (): GoogleTrouble => ({
    message: 'Вместо Google ответила страница: её показывает прокси или портал входа в сеть.',
    hint: 'Откройте в браузере этого компьютера любой сайт и войдите в сеть или попросите администратора открыть программе доступ к googleapis.com. Файлы из inbox обрабатываются и без Google.',
  }),
  bad_request: (detail: string | undefined): GoogleTrouble => ({
    message: detail ? `Google отклонил запрос: ${detail}` : 'Google отклонил запрос.',
    hint: 'Повторите запуск. Если ошибка остаётся, сообщите о ней разработчикам.',
  }),
  value: (where: string, what: string): GoogleTrouble => ({
    message: `Значение нельзя передать в Google (${what}, ${where}): запрос не отправлен.`,
    hint: 'Это ошибка программы: сообщите о ней разработчикам.',
  }),
  badRoot: (root: string): GoogleTrouble => ({
    message: `Переменная MSOKO_GOOGLE_ROOT не подходит: ${root}. Нужен адрес https:// или адрес http:// этого же компьютера.`,
    hint: 'Исправьте или удалите переменную MSOKO_GOOGLE_ROOT.',
  }),
  credentials: {
    none: (): GoogleTrouble => ({
      message: 'Не указан ключ доступа к Google.',
      hint: `Укажите путь к файлу ключа в google.credentials (msoko.config.json) или в переменной GOOGLE_APPLICATION_CREDENTIALS. ${setUp}`,
    }),
    unreadable: (path: string): GoogleTrouble => ({
      message: `Файл ключа доступа к Google не найден или не читается: ${path}.`,
      hint: `Проверьте путь и права на файл. ${setUp}`,
    }),
    notJson: (path: string): GoogleTrouble => ({
      message: `Файл ключа доступа к Google повреждён: ${path} не читается как JSON.`,
      hint: `Скачайте ключ заново. ${setUp}`,
    }),
    incomplete: (path: string, missing: readonly string[]): GoogleTrouble => ({
      message: `В файле ключа доступа к Google ${path} нет полей: ${missing.join(', ')}.`,
      hint: `Скачайте ключ заново. ${setUp}`,
    }),
    badKey: (path: string): GoogleTrouble => ({
      message: `В файле ключа доступа к Google ${path} испорчено поле private_key.`,
      hint: `Скачайте ключ заново и не правьте его вручную. ${setUp}`,
    }),
    isClient: (path: string): GoogleTrouble => ({
      message: `${path} — это описание приложения (OAuth client), а не ключ доступа: вход ещё не выполнен.`,
      hint: `Выполните вход: npm run msoko -- login. ${setUp}`,
    }),
    unknownKind: (path: string): GoogleTrouble => ({
      message: `Файл ключа доступа к Google ${path} неизвестного вида: нужен ключ сервисного аккаунта или файл входа пользователя.`,
      hint: setUp,
    }),
    refused: (): GoogleTrouble => ({
      message: 'Google не выдал доступ по этому ключу: ключ удалён, отозван или принадлежит другому проекту.',
      hint: `Получите новый ключ или войдите снова; проверьте также часы компьютера. ${setUp}`,
    }),
  },
  config: {
    badFolder: 'ожидается ссылка на папку Google Диска или её код',
    badMailbox: 'ожидается адрес электронной почты',
  },
};
