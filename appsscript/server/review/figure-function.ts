import { answerOf, QuestionError } from '../../../shared/review/answer.ts';
import { addonFunctionTexts as texts } from '../../../shared/texts/addon-function.ts';
import { FigureCache, type StoredFigures } from './figure-cache.ts';
import { loadEngine } from './load-engine.ts';
import { readBook } from './read-book.ts';

/** A custom function has 30 seconds in all. */
const wait = 20_000;

/** What a formula hands over: a value, or the values of a range. */
type Argument = unknown;
type Answer = number | string;

/**
 * `=МСОКО("код"; "период"; "причина"; ячейки)`: a figure of this workbook. Ranges of codes or periods give a range of
 * answers in one go. Throws what the person reads in the cell.
 */
export function figureFunction(
  code: Argument,
  period?: Argument,
  show?: Argument,
  cells?: Argument,
): Answer | Answer[][] {
  try {
    const { schoolYear, book } = figuresNow(JSON.stringify(cells ?? ''));
    const one = (row: number, column: number): Answer =>
      answerOf(
        book,
        schoolYear,
        textAt(code, row, column),
        textAt(period, row, column),
        textAt(show, row, column),
      );
    const shape = [code, period].find(Array.isArray) as unknown[][] | undefined;
    if (!shape) return one(0, 0);
    return shape.map((line, row) => line.map((_, column) => told(() => one(row, column))));
  } catch (error) {
    // the name of our own error would only puzzle
    if (isQuestion(error)) throw new Error(error.message);
    throw error;
  }
}

/** In a range one wrong code does not spoil the others. */
function told(answer: () => Answer): Answer {
  try {
    return answer();
  } catch (error) {
    if (isQuestion(error)) return error.message;
    throw error;
  }
}

const isQuestion = (error: unknown): error is QuestionError => error instanceof QuestionError;

/** A single row or column goes with every row or column of the other range. */
function textAt(argument: Argument, row: number, column: number): string {
  if (!Array.isArray(argument)) return textOf(argument);
  const lines = argument as unknown[][];
  const line = lines.length === 1 ? lines[0] : lines[row];
  return textOf(line?.length === 1 ? line[0] : line?.[column]);
}

const textOf = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

/** One of the formulas works the figures out, the others wait for it. */
function figuresNow(watched: string): StoredFigures {
  const cache = new FigureCache(watched);
  const kept = cache.get();
  if (kept) return kept;
  const lock = LockService.getUserLock();
  if (!lock.tryLock(wait)) throw new QuestionError(texts.busy);
  try {
    const meanwhile = cache.get();
    if (meanwhile) return meanwhile;
    const book = readBook();
    const figures = book && loadEngine().figures({ sheets: book.sheets }, book);
    if (!figures) throw new QuestionError(texts.notOurs);
    cache.put(figures);
    return figures;
  } finally {
    lock.releaseLock();
  }
}
