/** What a sentence may quote of an issue. */
interface Quoted {
  get(name: string): string;
  readonly raw: string;
}

type Sentence = (w: Quoted) => string;

const day = (text: string): string =>
  /^\d{4}-\d\d-\d\d$/.test(text) ? `${text.slice(8)}.${text.slice(5, 7)}.${text.slice(0, 4)}` : text;

const dates: Readonly<Record<string, readonly [Sentence, Sentence]>> = {
  missing: [
    () => 'Отчёт сдан, но дата сдачи не указана.',
    () => 'На первом листе книги внесите дату сдачи: по ней видно, какой из присланных файлов новее.',
  ],
  unreadable: [
    (w) => `Дата сдачи${w.raw} не понята, поэтому не учтена.`,
    () => 'Внесите дату сдачи в виде день.месяц.год, например 20.09.2024.',
  ],
  future: [
    (w) => `Дата сдачи (${day(w.get('day'))}) ещё не наступила.`,
    () => 'Исправьте дату сдачи: внесите день, в который отправляете книгу.',
  ],
  not_later: [
    (w) =>
      `Отчёт возвращён ${day(w.get('decided'))}, а в присланном после этого файле дата сдачи прежняя (${day(w.get('day'))}). Он считается тем же возвращённым отчётом.`,
    (w) =>
      `Если отчёт исправлен, внесите новую дату сдачи, позднее ${day(w.get('decided'))}, и пришлите книгу ещё раз.`,
  ],
  earlier: [
    (w) =>
      `Файл поступил позже, чем «${w.get('otherSource')}», но дата сдачи в нём раньше: ${day(w.get('day'))} и ${day(w.get('other'))}. Учтены значения файла, поступившего последним.`,
    () =>
      'Проверьте, не прислан ли по ошибке прежний файл. Если да, уберите его из папки приёма и отзовите командой «msoko withdraw».',
  ],
};

/** Texts of the answers to «Сдаю» and of the district's decisions. */
export const submissionIssueTexts = {
  'submission.answer': [
    (w: Quoted) => `На вопрос «Сдаю» дан непонятный ответ${w.raw}. Книга считается черновиком и не учтена.`,
    'Если отчёт готов, выберите в этой ячейке «да» и пришлите книгу ещё раз.',
  ],
  'submission.date': [
    (w: Quoted) => (dates[w.get('fault')] ?? dates.missing!)[0](w),
    (w: Quoted) => (dates[w.get('fault')] ?? dates.missing!)[1](w),
  ],
  'submission.post': [
    'Не указана должность сдавшего отчёт.',
    'На первом листе книги внесите должность, без фамилии.',
  ],
  'submission.decision': [
    (w: Quoted) =>
      w.get('fault') === 'elsewhere'
        ? 'Организация относится к другому району. Решение не действует.'
        : w.get('fault') === 'future'
          ? `Дата решения (${day(w.get('day'))}) ещё не наступила. Решение пока не действует.`
          : `До ${day(w.get('day')) || 'дня решения'} включительно от организации не поступило сданного отчёта, поэтому решение ни к чему не относится.`,
    (w: Quoted) =>
      w.get('fault') === 'elsewhere'
        ? 'Выберите организацию своего района.'
        : w.get('fault') === 'future'
          ? 'Проверьте дату решения.'
          : 'Проверьте организацию и дату: решение относится к отчётам, сданным не позднее этого дня.',
  ],
} as const;
