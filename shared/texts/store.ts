/** Texts about the embedded store. */
export const storeTexts = {
  locked: (path: string) =>
    `Хранилище ${path} занято: с ним сейчас работает другой запуск МСОКО. Дождитесь его окончания и повторите команду.`,
  damaged: (path: string, fault: string) =>
    `Хранилище ${path} не открывается: файл повреждён или создан другой программой (${fault}). Восстановите его из резервной копии.`,
  unreachable: (path: string, fault: string) => `Хранилище ${path} нельзя открыть для записи (${fault}).`,
  tooNew: (path: string, found: number, known: number) =>
    `Хранилище ${path} создано более новой версией МСОКО (схема ${found}, известна ${known}). Обновите программу.`,
};
