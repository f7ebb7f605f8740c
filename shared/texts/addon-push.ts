/** What the command that deploys the add-on says. */
export const addonPushTexts = {
  noTargets:
    'Не указано, куда отправлять надстройку. Создайте файл appsscript/targets/<имя>.json с содержанием {"scriptId": "…"}: порядок описан в docs/add-on.md.',
  unknownTarget: (file: string, known: readonly string[]): string =>
    `В папке appsscript/targets нет файла ${file}. Имеются: ${known.join(', ') || 'ни одного'}.`,
  badTarget: (file: string): string =>
    `В файле appsscript/targets/${file} не указан scriptId: скопируйте идентификатор из «Настроек проекта» редактора скриптов.`,
  unfit: (faults: readonly string[]): string =>
    `Собранный скрипт не будет работать у Google, поэтому не отправлен: ${faults.join('; ')}.`,
  refused: (target: string, text: string): string =>
    `Google не принял надстройку «${target}»: ${text || 'причина не названа'}. Если вход не выполнен, выполните: npx clasp login. Включён ли доступ к Apps Script API, видно на странице script.google.com/home/usersettings.`,
  unreadable: (target: string, text: string): string =>
    `Неизвестно, принята ли надстройка «${target}»: ответ clasp не понят (${text.slice(0, 200)}). Повторите команду.`,
  leftOut: (target: string, files: readonly string[]): string =>
    `Надстройка «${target}» отправлена не полностью, не приняты файлы: ${files.join(', ')}. Повторите команду.`,
  done: (target: string, files: readonly string[]): string =>
    files.length === 0
      ? `Надстройка «${target}»: у Google уже лежит эта версия.`
      : `Надстройка «${target}» отправлена: ${files.join(', ')}.`,
} as const;
