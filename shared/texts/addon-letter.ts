/** `2025-10-10` → 10.10.2025 */
const day = (text: string): string => `${text.slice(8)}.${text.slice(5, 7)}.${text.slice(0, 4)}`;

/** Letters that the add-on sends; kept small, since the script at Google carries them. */
export const letterTexts = {
  forms: 'Не заполнено:',
  open: 'Книга организации:',
  due: (lastDay: string) => `сдать до ${day(lastDay)}`,
  signature: 'Письмо отправлено из таблицы района; отвечать можно на этот адрес.',
  reminder: {
    subject: (title: string, lastDay: string) => `МСОКО: «${title}» сдать до ${day(lastDay)}`,
    body: (book: string, url: string, lines: readonly string[]) =>
      [
        `В книге «${book}» заполнены не все формы:`,
        lines.join('\n'),
        `Открыть книгу: ${url}`,
        'Напоминание включили Вы сами; выключить его можно в книге: Расширения → МСОКО → Сдать отчёт.',
      ].join('\n\n'),
    line: (title: string, period: string, filled: number, cells: number, lastDay: string) =>
      `— ${title}, ${period}: заполнено ${filled} из ${cells}, сдать до ${day(lastDay)}`,
  },
} as const;
