/** Texts about the workspace folder, its configuration and its register. */
export const workspaceTexts = {
  badSchoolYear: 'ожидается учебный год вида 2024/25',
  badTimeZone: 'неизвестный часовой пояс; пример: Europe/Moscow',
  noConfig: (path: string) => `Не найден файл настроек ${path}.`,
  noConfigHint:
    'Укажите папку рабочего места ключом --workspace или создайте новое: npm run msoko -- init ПАПКА.',
  brokenJson: (path: string, fault: string) => `Файл настроек ${path} не читается как JSON: ${fault}.`,
  openQuote: (file: string, line: number) =>
    `Файл ${file}, строка ${line}: кавычка открыта и нигде не закрыта, поэтому строки слились.`,
  personalLabel: 'надпись не должна содержать персональных данных',
  configHint: 'Исправьте msoko.config.json; пример и все ключи описаны в docs/workspace.md.',
  unknownKey: (key: string, near: string | undefined) =>
    near ? `неизвестный ключ «${key}»; возможно, имелся в виду «${near}»` : `неизвестный ключ «${key}»`,
  badValue: (key: string, fault: string) => `ключ «${key}»: ${fault}`,
  badConfig: (path: string, faults: readonly string[]) =>
    `В файле настроек ${path} найдены ошибки: ${faults.join('; ')}.`,
  registerHint: 'Исправьте файл и повторите команду. Перечень столбцов: docs/workspace.md.',
  noColumns: (file: string, missing: readonly string[]) =>
    `В файле ${file} нет обязательных столбцов: ${missing.join(', ')}.`,
  registerFaults: (faults: readonly string[]) => `В реестре найдены ошибки:\n${faults.join('\n')}`,
  emptyCode: (file: string, line: number) => `${file}, строка ${line}: не указан код.`,
  duplicateCode: (file: string, line: number, code: string) =>
    `${file}, строка ${line}: код «${code}» уже есть выше.`,
  unknownCriteria: (
    file: string,
    district: string,
    id: string,
    near: string | undefined,
    known: readonly string[],
  ) =>
    `${file}, район «${district}»: в столбце criteria указано «${id}», но критериев с таким кодом нет${
      near ? `; возможно, имелось в виду «${near}»` : ''
    }. Критерии есть у дорожных карт: ${known.join(', ') || 'ни у одной'}.`,
  criteriaHint:
    'Исправьте столбец criteria или оставьте его пустым: тогда действуют критерии своей дорожной карты.',
  unknownRoadmap: (district: string, column: string, id: string, near: string | undefined) =>
    `район «${district}», столбец ${column}: дорожной карты «${id}» нет${near ? `; возможно, имелась в виду «${near}»` : ''}.`,
  unknownPlan: (district: string, id: string, near: string | undefined) =>
    `districts.csv, район «${district}»: дорожной карты «${id}» в каталоге нет${near ? `; возможно, имелась в виду «${near}»` : ''}. У района не будет её мероприятий.`,
  unknownPlanHint: (known: readonly string[]) =>
    `Исправьте столбец roadmap или внесите карту в папку catalog; если карты пока нет, оставьте столбец пустым. Имеются: ${known.join(', ')}.`,
  knownRoadmaps: (known: readonly string[]) =>
    `Исправьте districts.csv: в этом столбце стоят коды дорожных карт через пробел. Имеются: ${known.join(', ')}.`,
  unknownRegion: 'Регион не указан',
  tooWide: (file: string, line: number) => `${file}, строка ${line}: ячеек больше, чем столбцов в заголовке.`,
};
