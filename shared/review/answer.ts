import { parsePeriod } from '../period/period.ts';
import { addonAnswerTexts as texts } from '../texts/addon-answer.ts';
import { nearest } from '../texts/nearest.ts';

/** Figures of a workbook for formulas: concrete indicator → period → value, or in words why there is none. */
export type FigureBook = Readonly<Record<string, Readonly<Record<string, number | string>>>>;

/** Thrown where a formula asks for what the workbook does not have; its text stands in the cell. */
export class QuestionError extends Error {
  override readonly name = 'QuestionError';
}

/** What a formula may ask of a figure: its value, or why there is none. */
const wantsReason = (what: string): boolean => {
  const word = what.trim().toLowerCase();
  if (word === '' || word === texts.words.value || word === 'value') return false;
  if (word === texts.words.reason || word === 'reason') return true;
  throw new QuestionError(texts.unknownWhat(what));
};

/**
 * The answer to a formula: a number, or an empty text where there is no value; asked for the reason, its words (empty
 * where there is a value). Without a period the school year's. Throws QuestionError for an unknown code or period, with
 * the nearest known one.
 */
export function answerOf(
  book: FigureBook,
  schoolYear: string,
  code: string,
  period: string,
  what: string,
): number | string {
  const isReason = wantsReason(what);
  const wanted = code.trim().toLowerCase();
  if (wanted === '') throw new QuestionError(texts.noCode);
  const figures = own(book, wanted);
  if (!figures) throw new QuestionError(texts.unknownCode(code, nearest(wanted, Object.keys(book))));
  const key = period.trim() === '' ? defaultPeriod(figures, schoolYear) : period.trim();
  const found = key === undefined ? undefined : own(figures, key);
  if (key === undefined || found === undefined) {
    const known = Object.keys(figures);
    throw new QuestionError(
      key !== undefined && parsePeriod(key)
        ? texts.noPeriod(key, known)
        : texts.unknownPeriod(period, nearest(period, known) ?? known[0]),
    );
  }
  if (typeof found === 'number') return isReason ? '' : found;
  return isReason ? found : '';
}

/** Never what every object has, such as `constructor`. */
const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.keys(record).includes(key) ? record[key] : undefined;

/** The school year where the figure stands at it, else its only period. */
function defaultPeriod(figures: FigureBook[string], schoolYear: string): string | undefined {
  const known = Object.keys(figures);
  if (known.includes(schoolYear)) return schoolYear;
  if (known.length === 1) return known[0];
  throw new QuestionError(texts.whichPeriod(known));
}
