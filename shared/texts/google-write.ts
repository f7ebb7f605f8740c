/** Words that we put into people's spreadsheets besides the summary itself. */
export const googleWriteTexts = {
  /** Behind the title of a tab of ours whose own title a person has taken; `n` from 1. */
  ours: (n: number) => (n === 1 ? ' (МСОКО)' : ` (МСОКО ${n})`),
  /** Behind the title of a tab of ours that is kept only because of a person's chart on it. */
  former: ' (прежний)',
  /** A cell of a file that cannot be opened from a browser. */
  place: (file: string, cell: string | undefined) => (cell === undefined ? file : `${file}, ${cell}`),
  contacting: (until: string) => `Google: жду ответа, не дольше чем до ${until}`,
  silent: (seconds: number, until: string) =>
    `Google пока не отвечает на запросы. Жду ещё не дольше ${seconds} с (до ${until}), затем итоги по файлам будут записаны без него.`,
  waiting: (seconds: number) =>
    seconds < 1 ? 'Google: ожидание' : `Google: ожидание ${Math.ceil(seconds)} с`,
  /** In the answer of `run`. */
  summary: (title: string, tabs: number, address: string) =>
    `Таблица Google «${title}»: обновлено листов: ${tabs} — ${address}`,
  more: (tables: number) => `… и ещё таблиц Google: ${tables}`,
};
