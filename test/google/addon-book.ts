import { serialDay } from '../../shared/period/serial-day.ts';
import { addressOf, Book, emptyTab } from '../appsscript/fakes/book.ts';
import { protectionOf } from '../appsscript/fakes/book-of-plan.ts';
import { areaOf } from '../appsscript/fakes/range.ts';
import { OWNER } from './furnish.ts';
import type { GoogleServer } from './server.ts';

const midnight = (serial: number): Date => new Date(`${serialDay(serial)}T00:00:00+03:00`);
const day0 = Date.parse('1899-12-30T00:00:00Z');
const serialOf = (date: Date): number => Math.round((date.getTime() + 3 * 3_600_000 - day0) / 86_400_000);

/** A spreadsheet of the test server as the add-on finds it when a person opens it. */
export function addonBook({ people }: Pick<GoogleServer, 'people'>, id: string): Book {
  const { tabs, metadata } = people.book(id);
  const book = new Book(
    'Книга',
    tabs.map(({ properties, rows, protectedRanges }) => {
      const { sheetId, title, hidden } = properties;
      const tab = emptyTab(sheetId, title, hidden === true);
      for (const { metadataKey, metadataValue, location } of metadata) {
        if (location?.sheetId === sheetId) tab.metadata.set(metadataKey ?? '', metadataValue ?? '');
      }
      rows.forEach((row, r) => {
        row?.forEach((cell, c) => {
          if (!cell?.userEnteredValue) return;
          const at = addressOf(r + 1, c + 1);
          const value = people.read(id, title, at);
          const formula = cell.userEnteredValue.formulaValue;
          const isDay = cell.userEnteredFormat?.numberFormat?.type === 'DATE' && typeof value === 'number';
          tab.cells.set(at, {
            ...(value !== undefined && { value: isDay ? midnight(value) : value }),
            ...(typeof formula === 'string' && { formula }),
          });
        });
      });
      for (const protectedRange of protectedRanges)
        tab.protections.push(...protectionOf({ addProtectedRange: { protectedRange } }));
      return tab;
    }),
    id,
  );
  book.person = OWNER;
  return book;
}

/** What the add-on wrote and locked, done by the same person in the spreadsheet of the test server. */
export function bringBack({ people }: Pick<GoogleServer, 'people'>, book: Book): void {
  const before = addonBook({ people }, book.id);
  for (const tab of book.tabs) {
    const was = before.tab(tab.name);
    for (const [at, { value, formula }] of tab.cells) {
      const old = was.cells.get(at)?.value;
      if (formula !== undefined || String(value) === String(old)) continue;
      people.type(book.id, tab.name, at, value instanceof Date ? serialOf(value) : (value ?? null));
    }
    for (const { range = '', description, editors, warningOnly } of tab.protections.slice(
      was.protections.length,
    )) {
      const { row, column, rows, columns } = areaOf(range);
      const box = {
        startRowIndex: row - 1,
        endRowIndex: row - 1 + rows,
        startColumnIndex: column - 1,
        endColumnIndex: column - 1 + columns,
      };
      people.request(
        book.id,
        (sheetId) => ({
          addProtectedRange: {
            protectedRange: {
              range: { sheetId, ...box },
              description,
              warningOnly,
              ...(!warningOnly && { editors: { users: editors } }),
            },
          },
        }),
        tab.name,
      );
    }
  }
}
