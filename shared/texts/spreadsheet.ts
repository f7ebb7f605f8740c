/** How a Russian spreadsheet turns numbers and logical values into text. */
export const spreadsheetWords = {
  decimalSeparator: ',',
  yes: 'ИСТИНА',
  no: 'ЛОЖЬ',
} as const;

/** Answers that stand for a missing number (contracts §2), offered and let through by the rules of entry cells. */
export const missingAnswers = [
  'н/д',
  'нет данных',
  'нет сведений',
  'x',
  'х',
  'не ведём',
  'не ведем',
  'неприменимо',
  'не применимо',
] as const;

/** What the list of a да/нет cell offers. */
export const yesNoAnswers = ['да', 'нет', 'н/д', 'неприменимо'] as const;

export const workbookTexts = {
  /** Title of the box that refuses a value. */
  refused: 'Проверьте значение',
  /** Author of the file and of its notes. */
  author: 'МСОКО',
  page: (page: string, pages: string): string => `Стр. ${page} из ${pages}`,
  /** Before `.xlsx`, when the file itself is open in Excel. */
  beside: ' (новый)',
} as const;
