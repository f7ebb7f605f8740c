/** What a sentence may quote of an issue. */
interface Quoted {
  get(name: string): string;
  is(name: string, value: string): boolean;
}

const setUp = 'Порядок настройки: docs/google.md; проверка: npm run msoko -- doctor --google.';
const kept = 'Сведения, прочитанные раньше, сохранены.';

/** Is it a spreadsheet that we write? */
const isOwn = (w: Quoted): boolean =>
  w.is('task', 'summary') || w.is('task', 'ministry') || w.is('task', 'returns');

/** What was tried, as the beginning of a sentence. */
const subject = (w: Quoted, ofWorkbook: string, ofFolder: string, ofOwn: string): string =>
  w.is('task', 'folder') ? ofFolder : isOwn(w) ? ofOwn : ofWorkbook;

/** `answer` is `page` where somebody else answered in Google's place. */
const silent = (w: Quoted): string =>
  w.is('answer', 'page')
    ? 'вместо Google ответила страница (прокси или портал входа в сеть)'
    : 'Google не отвечает';

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

const undone = (w: Quoted): string =>
  isOwn(w) ? 'Таблица Google не обновлена.' : `Таблицы Google не прочитаны. ${kept}`;

const account = (w: Quoted): string =>
  w.get('account') === ''
    ? 'учётной записи, от имени которой работает программа'
    : `адресу ${w.get('account')}`;

/** Texts of what Google refused or did not answer. `task`: `folder`, `workbook`, `summary`, `ministry` or `returns`. */
export const googleIssueTexts = {
  'google.unavailable': [
    (w: Quoted) =>
      subject(
        w,
        `Таблица Google не прочитана: ${silent(w)}. ${kept}`,
        `${capital(silent(w))}, поэтому таблицы Google в этот раз не прочитаны. ${kept} Файлы обработаны как обычно.`,
        `Таблица Google не обновлена: ${silent(w)}.`,
      ),
    (w: Quoted) =>
      `${w.is('answer', 'page') ? 'Откройте в браузере этого компьютера любой сайт и войдите в сеть или попросите администратора открыть программе доступ к googleapis.com.' : 'Проверьте подключение к интернету.'} Следующий запуск сам ${isOwn(w) ? 'обновит таблицу' : 'прочитает всё пропущенное'}.`,
  ],
  'google.quota': [
    (w: Quoted) =>
      subject(
        w,
        `Таблица Google не прочитана: Google временно ограничил число запросов. ${kept}`,
        `Google временно ограничил число запросов, поэтому таблицы Google в этот раз не прочитаны. ${kept}`,
        'Таблица Google не обновлена: Google временно ограничил число запросов.',
      ),
    (w: Quoted) =>
      `Запустите обработку позже: ${isOwn(w) ? 'таблица будет обновлена' : 'пропущенное будет прочитано'}. Если это бывает часто, уменьшите google.readsPerMinute и google.writesPerMinute в msoko.config.json.`,
  ],
  'google.storage_quota': [
    'Таблица Google не обновлена: на Диске Google, где она лежит, нет места.',
    'Освободите место или перенесите папку района на общий диск.',
  ],
  'google.forbidden': [
    (w: Quoted) =>
      subject(
        w,
        `Таблица Google не прочитана: у программы нет доступа к ней. ${kept}`,
        `Таблицы Google не прочитаны: у программы нет доступа к папке района. ${kept}`,
        'Таблица Google не обновлена: у программы нет права изменять её.',
      ),
    (w: Quoted) =>
      `Попросите владельца открыть доступ редактора ${w.is('task', 'folder') ? 'к папке района' : 'к таблице или ко всей папке района'} ${account(w)}.`,
  ],
  'google.not_found': [
    (w: Quoted) =>
      subject(
        w,
        `Таблица Google не найдена: она удалена или закрыта для программы. ${kept}`,
        `Папка района на Диске Google не найдена: она удалена, лежит в корзине или закрыта для программы. ${kept}`,
        'Таблица Google, которую нужно обновить, не найдена: она удалена или закрыта для программы.',
      ),
    (w: Quoted) =>
      w.is('task', 'folder')
        ? `Восстановите папку и откройте доступ к ней ${account(w)} или исправьте ссылку google.folder в msoko.config.json.`
        : w.is('task', 'workbook')
          ? `Если таблица нужна, восстановите её из корзины и откройте доступ ${account(w)}.`
          : `Восстановите таблицу из корзины или создайте её снова командой «msoko ${w.is('task', 'ministry') ? 'share' : 'templates --google'}».`,
  ],
  'google.unauthorised': [
    (w: Quoted) =>
      `Google не принял ключ доступа: ключ отозван, просрочен или вход нужно выполнить заново. ${undone(w)}`,
    `Получите новый ключ сервисного аккаунта или войдите снова. ${setUp}`,
  ],
  'google.api_disabled': [
    (w: Quoted) => `В проекте Google Cloud не включён Google Sheets API или Google Drive API. ${undone(w)}`,
    `Включите оба программных интерфейса и повторите через несколько минут. ${setUp}`,
  ],
  'google.credentials': [
    'Ключ доступа к Google не найден или не подходит.',
    `Проверьте путь к файлу ключа в google.credentials (msoko.config.json) или в переменной GOOGLE_APPLICATION_CREDENTIALS. ${setUp}`,
  ],
  'google.root': [
    'Переменная MSOKO_GOOGLE_ROOT не подходит: нужен адрес https:// или адрес http:// этого же компьютера.',
    'Исправьте или удалите переменную MSOKO_GOOGLE_ROOT.',
  ],
  'google.trashed': [
    'Таблица для министерства лежит в корзине Google и больше не обновляется. Кому она открыта, ещё могут её читать, пока Google её не удалит.',
    'Если она нужна, восстановите её из корзины: обновление продолжится само. Новую таблицу создаст «msoko share», адрес у неё будет другой. Если сведения больше не передаются, закройте доступ: «msoko share --revoke --to ЯЩИК».',
  ],
  'google.not_spreadsheet': [
    'В папке района на Диске Google лежит файл Excel. Такие файлы не читаются: сведения из него не учтены.',
    'Откройте его на Диске и выберите «Файл» → «Сохранить как таблицу Google» или скачайте и положите в папку inbox, затем уберите файл Excel из папки Google.',
  ],
  'google.bad_request': [
    'Google отклонил запрос.',
    'Откройте таблицу в браузере и проверьте, что она открывается. Если ошибка остаётся, сообщите о ней разработчикам.',
  ],
} as const;

/** Words about spreadsheets that are read from Google. */
export const googleReadTexts = {
  notSetUp:
    'В msoko.config.json не указана папка Google (google.folder), поэтому таблицы Google не читаются.',
  notSetUpHint: setUp,
};
