import { spreadsheetPath } from '../../shared/issue/spreadsheet.ts';
import type { WorkbookData } from '../../shared/parse/workbook.ts';
import { answerOf, type FigureBook, QuestionError } from '../../shared/review/answer.ts';
import { figureBook } from '../../shared/review/figure-book.ts';
import { review } from '../../shared/review/review.ts';

/** The figures of a workbook, and its school year. */
export interface Figures {
  readonly schoolYear: string;
  readonly book: FigureBook;
}

/** What a custom function needs of the engine. */
export interface Engine {
  /** Undefined for a spreadsheet that is none of the system's. */
  figures(
    workbook: WorkbookData,
    document: { readonly id: string; readonly name: string; readonly today: string },
  ): Figures | undefined;
  /** What a formula gets that asks for more than a value which is there; `error` where it asks for what is not. */
  answer(
    figures: Figures,
    code: string,
    period: string,
    show: string,
  ): { readonly answer: number | string } | { readonly error: string };
}

/** See the decision record 031: read from `engine.html` only where a formula needs it. */
export const engine: Engine = {
  figures(workbook, { id, name, today }) {
    const found = review(workbook, { file: spreadsheetPath(id), title: name }, today);
    return found.meta && { schoolYear: found.meta.schoolYear, book: figureBook(found) };
  },
  answer({ book, schoolYear }, code, period, show) {
    try {
      return { answer: answerOf(book, schoolYear, code, period, show) };
    } catch (error) {
      if (error instanceof QuestionError) return { error: error.message };
      throw error;
    }
  },
};
