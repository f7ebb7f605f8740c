/** What the add-on says while people type. */
export const addonEditTexts = {
  title: 'Проверка ввода',
  /** Stands before a remark in the note of a cell, so that it is told from what people wrote there. */
  mark: 'МСОКО: ',
  tooLarge: 'Вставлено слишком много ячеек сразу. Выберите в меню «Проверить всё».',
  block: (cells: number, remarks: number): string =>
    `Вставлено ячеек для заполнения: ${cells}, с замечаниями: ${remarks}.`,
  row: (cell: string, text: string): string => `Ячейка ${cell}: ${text.split('\n')[0] ?? ''}`,
  moreRows: (count: number): string =>
    `… и ещё строк с замечаниями: ${count}. Подробности — в примечаниях к ячейкам.`,
} as const;
