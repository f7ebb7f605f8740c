import type { GoogleTrouble } from './google-client.ts';

/** Texts of signing in with a person's own Google account. */
export const googleLoginTexts = {
  summary: 'вход в Google под своей учётной записью, если сервисного аккаунта нет',
  client: 'файл описания приложения (OAuth client, тип «Desktop app»), скачанный из Google Cloud',
  out: 'куда сохранить вход (по умолчанию — google.credentials из настроек, иначе папка настроек пользователя)',
  manage:
    'запросить ещё право создавать файлы и открывать к ним доступ: нужно для templates --google и share',
  port: 'порт этого компьютера для ответа Google (по умолчанию любой свободный)',
  minutes: 'сколько минут ждать входа (по умолчанию 10)',

  noClient: {
    message: 'Не указан файл описания приложения.',
    hint: 'Укажите его: msoko login --client ФАЙЛ. Где его взять: docs/google.md.',
  },
  clientUnreadable: (path: string): GoogleTrouble => ({
    message: `Файл описания приложения не найден или не читается: ${path}.`,
    hint: 'Проверьте путь. Где взять файл: docs/google.md.',
  }),
  clientNotJson: (path: string): GoogleTrouble => ({
    message: `Файл описания приложения повреждён: ${path} не читается как JSON.`,
    hint: 'Скачайте его заново в разделе Credentials проекта Google Cloud.',
  }),
  clientIsKey: (path: string): GoogleTrouble => ({
    message: `${path} — это готовый ключ доступа, а не описание приложения: входить не нужно.`,
    hint: 'Укажите его в google.credentials (msoko.config.json) и проверьте: msoko doctor --google.',
  }),
  clientIsWeb: (path: string): GoogleTrouble => ({
    message: `${path} описывает веб-приложение: вход с этого компьютера с ним невозможен.`,
    hint: 'Создайте в Google Cloud OAuth client типа «Desktop app» и скачайте его файл.',
  }),
  clientIncomplete: (path: string, missing: readonly string[]): GoogleTrouble => ({
    message: `В файле описания приложения ${path} нет полей: ${missing.join(', ')}.`,
    hint: 'Скачайте его заново в разделе Credentials проекта Google Cloud.',
  }),
  badPort: (raw: string): GoogleTrouble => ({
    message: `«${raw}» — не номер порта.`,
    hint: 'Укажите число от 1024 до 65535 или не указывайте ключ --port.',
  }),
  portBusy: (port: number): GoogleTrouble => ({
    message: `Порт ${port} занят другой программой.`,
    hint: 'Укажите другой порт или не указывайте ключ --port.',
  }),
  badMinutes: (raw: string): GoogleTrouble => ({
    message: `«${raw}» — не число минут.`,
    hint: 'Укажите целое число от 1 до 60.',
  }),
  published: (path: string): GoogleTrouble => ({
    message: `Вход нельзя сохранить в ${path}: содержимое этой папки передают другим.`,
    hint: 'Укажите другое место ключом --out, лучше вне рабочего места.',
  }),
  otherFile: (path: string): GoogleTrouble => ({
    message: `В ${path} уже лежит другой файл, не вход пользователя: он не будет заменён.`,
    hint: 'Укажите другое место ключом --out.',
  }),

  open: (address: string) =>
    `Откройте в браузере этого компьютера адрес и войдите в учётную запись, которой открыта папка района:\n\n${address}\n`,
  waiting: (minutes: number) => `Ожидание входа, не дольше ${minutes} мин. Прервать: Ctrl+C.`,
  timedOut: {
    message: 'За отведённое время вход не выполнен.',
    hint: 'Повторите msoko login и откройте новый адрес: прежний больше не действует.',
  },
  denied: {
    message: 'В окне Google отказано в доступе.',
    hint: 'Повторите msoko login и подтвердите доступ. Если Google пишет, что приложение не проверено, добавьте свою учётную запись в Test users (docs/google.md).',
  },
  refused: (word: string): GoogleTrouble => ({
    message: `Google отказал во входе (${word}).`,
    hint: 'Проверьте настройку приложения в Google Cloud (docs/google.md) и повторите msoko login.',
  }),
  exchange: {
    message: 'Google не подтвердил вход: приложение удалено, его секрет изменён или адрес уже использован.',
    hint: 'Скачайте файл описания приложения заново и повторите msoko login.',
  },
  noRefresh: {
    message: 'Google не дал права работать без присутствия человека.',
    hint: 'Удалите доступ приложения на странице myaccount.google.com/permissions и повторите msoko login.',
  },
  missingScopes: (names: readonly string[]): GoogleTrouble => ({
    message: `При входе подтверждены не все права: не хватает ${names.join(', ')}.`,
    hint: 'Повторите msoko login и отметьте в окне Google все права.',
  }),
  scopes: {
    spreadsheets: '«просмотр и изменение таблиц»',
    'drive.metadata.readonly': '«просмотр сведений о файлах Диска»',
    drive: '«просмотр, создание и удаление файлов Диска»',
  } as Readonly<Record<string, string>>,

  page: {
    title: 'МСОКО: вход в Google',
    done: 'Вход выполнен. Эту вкладку можно закрыть.',
    failed: 'Вход не выполнен. Подробности — в окне программы.',
    stale: 'Этот адрес не от текущего входа. Откройте адрес, который показала программа.',
  },
  saved: (path: string, account: string | undefined) =>
    `Вход выполнен${account ? ` (${account})` : ''} и сохранён: ${path}\nЭто ключ к Вашим таблицам: никому его не передавайте.`,
  mention: (path: string) =>
    `Укажите этот путь в настройках, в разделе google: "credentials": ${JSON.stringify(path)}`,
  check: 'Проверьте: msoko doctor --google.',
} as const;
