import { plural } from './summary.ts';

/** What `doctor --google` says of each step on the way to the district's spreadsheets. */
export const googleDoctorTexts = {
  option: 'проверить ещё и Google: ключ, связь, права, папку и книги',
  noSection: 'В настройках нет раздела google: работа идёт только с файлами',
  noSectionHint:
    'Если Google нужен, добавьте в msoko.config.json "google": { "folder": "ссылка на папку" } и ключ доступа. Порядок: docs/google.md.',
  elsewhere: (address: string) =>
    `Обращения идут не в Google, а по адресу ${address} (переменная MSOKO_GOOGLE_ROOT)`,

  serviceKey: (email: string) => `Ключ сервисного аккаунта ${email}`,
  userLogin: (email: string | undefined) => `Вход пользователя${email ? ` ${email}` : ''}`,
  keyOpen: (path: string) => `Файл ключа доступа могут прочитать другие пользователи компьютера: ${path}`,
  keyOpenHint: (path: string) => `Закройте его: chmod 600 "${path}".`,
  keyHandedOut: (path: string) =>
    `Файл ключа доступа лежит в папке, содержимое которой передают другим: ${path}`,
  keyHandedOutHint:
    'Перенесите его в другое место, исправьте google.credentials и на всякий случай замените ключ новым.',

  reached: (milliseconds: number) => `Google отвечает (за ${milliseconds} мс)`,
  proxy: (address: string) => `Связь с Google идёт через прокси-сервер ${address}`,
  unreachable: (word: string) => `Нет связи с Google (${word})`,
  unreachableHints: {
    name: 'Имя сервера Google не находится: проверьте подключение к интернету и настройку DNS.',
    refused:
      'Соединение отклонено или не устанавливается: проверьте интернет и межсетевой экран. Нужны адреса oauth2.googleapis.com, sheets.googleapis.com и www.googleapis.com, порт 443.',
    proxy:
      'Похоже, в интернет можно выйти только через прокси-сервер организации: задайте переменную HTTPS_PROXY=http://адрес:порт.',
    viaProxy:
      'Проверьте адрес прокси-сервера в переменной HTTPS_PROXY и пропускает ли он адреса googleapis.com.',
    certificate:
      'Соединение проверяет посредник со своим сертификатом. Получите у администратора сети файл его сертификата (PEM) и укажите путь в переменной NODE_EXTRA_CA_CERTS.',
    slow: 'Ответа нет слишком долго: проверьте, не блокирует ли соединение межсетевой экран или прокси-сервер.',
  },
  clock: (minutes: number) =>
    minutes > 0
      ? `Часы компьютера спешат на ${plural(minutes, 'минуту', 'минуты', 'минут')}`
      : `Часы компьютера отстают на ${plural(-minutes, 'минуту', 'минуты', 'минут')}`,
  clockHint:
    'Google не примет ключ, пока часы неверны. Включите установку времени через интернет (NTP) и проверьте часовой пояс.',

  signedIn: 'Google принял ключ доступа',
  refusedService:
    'Google не принял ключ: он удалён, отключён вместе с сервисным аккаунтом или принадлежит удалённому проекту',
  refusedServiceHint:
    'В Google Cloud откройте IAM & Admin → Service Accounts, проверьте, что аккаунт включён, и создайте новый ключ (Keys → Add key → JSON).',
  refusedUser:
    'Google больше не принимает этот вход: он отозван, просрочен или пароль учётной записи изменён',
  refusedUserHint:
    'Войдите снова: msoko login. Если так бывает каждую неделю, переведите приложение в Google Cloud из состояния Testing в In production.',
  refusedClient:
    'Приложение, от имени которого выполнен вход, удалено из Google Cloud или его секрет изменён',
  refusedClientHint: 'Скачайте файл описания приложения заново и войдите: msoko login.',

  apis: { drive: 'Google Drive API', sheets: 'Google Sheets API' },
  apiOn: (name: string) => `${name} включён`,
  apiOff: (name: string) => `${name} не включён в проекте Google Cloud`,
  apiOffHint: (address: string) =>
    `Откройте ${address}, выберите проект, в котором создан ключ, нажмите «Enable» и повторите через несколько минут.`,
  scope: (name: string) => `Вход выполнен без прав на ${name}`,
  scopeHint: 'Войдите снова (msoko login) и отметьте в окне Google все права.',
  noManage: 'Вход не даёт права создавать файлы и открывать к ним доступ',
  noManageHint:
    'Для ночной обработки этого достаточно. Для templates --google и share войдите ещё раз: msoko login --manage.',
  quotaNow: 'Google временно ограничил число запросов',
  quotaNowHint:
    'Подождите минуту и повторите. Если в проекте Google Cloud есть другие программы, заведите для МСОКО отдельный.',
  refusedCall: (what: string, message: string) => `${what}: ${message}`,

  folder: (isShared: boolean) =>
    isShared ? 'Папка района найдена, она на общем диске' : 'Папка района найдена, она на личном диске',
  folderMissing: 'Папка района не найдена: ссылка неверна, папка удалена или не открыта для программы',
  folderMissingHint: (account: string | undefined) =>
    `Откройте папку в браузере, скопируйте её адрес в google.folder и дайте доступ ${account ? `для ${account}` : 'учётной записи, под которой выполнен вход'} с ролью «Редактор» (на общем диске — «Контент-менеджер»).`,
  folderIsFile: 'По ссылке google.folder находится файл, а не папка',
  folderIsFileHint: 'Укажите адрес папки: он вида https://drive.google.com/drive/folders/…',
  folderTrashed: 'Папка района лежит в корзине',
  folderTrashedHint: 'Восстановите её в Google Диске или укажите другую в google.folder.',
  folderReadOnly: 'В папке района у программы нет права создавать и менять файлы',
  folderReadOnlyHint: (account: string | undefined) =>
    `Измените роль ${account ? `для ${account}` : 'учётной записи'} на «Редактор» (на общем диске — «Контент-менеджер»).`,
  folderWritable: 'В папке района можно создавать и менять файлы',
  noShare: 'Программе не разрешено открывать доступ к файлам папки',
  noShareHint:
    'Работе это не мешает, но msoko share не сможет открыть таблицу министерству: разрешите редакторам менять доступ или откройте его сами.',
  noRoom: 'Сервисный аккаунт не может создавать файлы на личном диске: своего места в Google у него нет',
  noRoomHint:
    'Создайте общий диск (Shared drive), добавьте сервисный аккаунт контент-менеджером и перенесите папку туда. Если общих дисков у организации нет, входите под своей учётной записью: msoko login --manage.',
  lendRoom:
    'Папка на личном диске: новые книги сервисный аккаунт создать не сможет, имеющиеся читаются и обновляются',
  full: (percent: number) => `На диске учётной записи занято ${percent} % места`,
  fullHint:
    'Освободите место: Таблицы его не занимают, но на заполненном диске Google не даёт создавать и менять файлы.',

  books: (count: number, more: boolean) =>
    `Таблиц в папке: ${more ? `${count} или больше` : count} (без подпапок)`,
  noBooks: 'В папке района пока нет таблиц',
  noBooksHint: 'Создайте книги организаций: msoko templates --google.',
  lockedBooks: (count: number) => `Только для чтения открыто таблиц: ${count}`,
  lockedBooksHint:
    'Данные из них читаются, но свои листы программа в них не обновит. Верните доступ редактора.',
  pace: (minutes: number, count: number) =>
    `Первая загрузка (таблиц: ${count}) займёт не меньше ${plural(minutes, 'минуты', 'минут', 'минут')} из-за ограничений Google; обычная ночь — гораздо меньше`,
  tooFast: (limit: number) =>
    `Настроено больше запросов в минуту, чем Google разрешает одной учётной записи (${limit})`,
  tooFastHint:
    'Уменьшите google.readsPerMinute и google.writesPerMinute до 60 или запросите у Google большую квоту.',

  ministry: (district: string) => `Таблица для министерства на месте (район ${district})`,
  ministryBinned: (district: string, address: string) =>
    `Таблица для министерства лежит в корзине и не обновляется (район ${district}): ${address}`,
  ministryBinnedHint:
    'Восстановите её из корзины Google Диска: обновление продолжится само. Новую создаст команда msoko share.',
  ministryGone: (district: string) =>
    `Таблица для министерства удалена или закрыта для программы (район ${district})`,
  ministryGoneHint: 'Откройте доступ учётной записи программы или создайте новую таблицу: msoko share.',
} as const;
