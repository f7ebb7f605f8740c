import { templateTexts } from '../texts/template.ts';
import type { FigureBook } from './answer.ts';
import { figures } from './figures.ts';
import type { Review } from './review.ts';

/** The figures of a workbook for its formulas. */
export function figureBook(review: Review): FigureBook {
  const { states } = templateTexts.indicators;
  const book: Record<string, Record<string, number | string>> = {};
  for (const { result } of figures(review)) {
    book[result.indicator] ??= {};
    book[result.indicator]![result.period] = result.value ?? states[result.reason] ?? result.reason;
  }
  return book;
}
