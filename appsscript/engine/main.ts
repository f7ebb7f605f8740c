import { spreadsheetPath } from '../../shared/issue/spreadsheet.ts';
import type { WorkbookData } from '../../shared/parse/workbook.ts';
import type { FigureBook } from '../../shared/review/answer.ts';
import { figureBook } from '../../shared/review/figure-book.ts';
import { review } from '../../shared/review/review.ts';

/** What a custom function needs of the engine. */
export interface Engine {
  /** The figures of a workbook, and its school year; undefined for none of the system's. */
  figures(
    workbook: WorkbookData,
    document: { readonly id: string; readonly name: string; readonly today: string },
  ): { readonly schoolYear: string; readonly book: FigureBook } | undefined;
}

/** See the decision record 031: read from `engine.html` only where a formula needs it. */
export const engine: Engine = {
  figures(workbook, { id, name, today }) {
    const found = review(workbook, { file: spreadsheetPath(id), title: name }, today);
    return found.meta && { schoolYear: found.meta.schoolYear, book: figureBook(found) };
  },
};
