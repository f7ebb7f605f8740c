import { packTab, type Snapshot } from '../../calls/review.ts';
import { readBook } from './read-book.ts';

/** The whole workbook for a page; null in a spreadsheet that is no workbook of the system. */
export function snapshot(): Snapshot | null {
  const book = readBook();
  return book ? { id: book.id, name: book.name, today: book.today, tabs: book.sheets.map(packTab) } : null;
}
