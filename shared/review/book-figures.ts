import { spreadsheetPath } from '../issue/spreadsheet.ts';
import type { WorkbookData } from '../parse/workbook.ts';
import type { FigureBook } from './answer.ts';
import { figureBook } from './figure-book.ts';
import { review } from './review.ts';

/** The figures of a workbook for its formulas, and the school year it is about. */
export interface BookFigures {
  readonly schoolYear: string;
  readonly book: FigureBook;
}

/** Undefined for a spreadsheet that is no workbook of the system. */
export function bookFigures(
  workbook: WorkbookData,
  { id, name, today }: { readonly id: string; readonly name: string; readonly today: string },
): BookFigures | undefined {
  const found = review(workbook, { file: spreadsheetPath(id), title: name }, today);
  return found.meta && { schoolYear: found.meta.schoolYear, book: figureBook(found) };
}
