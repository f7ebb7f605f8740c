import { badRequest } from '../errors.ts';
import { type A1, formatA1, parseA1 } from './a1.ts';
import type { Area } from './cells.ts';
import { areaOf } from './cells.ts';
import { type Book, gridSize, type Tab } from './model.ts';

/** A reference of a request resolved against a book. */
export interface Resolved extends Area {
  tab: Tab;
  a1: A1;
}

/**
 * Resolves A1 text or the name of a named range.
 * @throws ApiError 400 «Unable to parse range» or «exceeds grid limits» (reads are refused beyond the grid too)
 */
export function resolveRange(book: Book, text: string): Resolved {
  const named = book.namedRanges.find((item) => item.name?.toLowerCase() === text.toLowerCase());
  if (named?.range) {
    const tab = book.tabs.find((item) => item.properties.sheetId === (named.range?.sheetId ?? 0))!;
    return { tab, a1: { tab: tab.properties.title }, ...areaOf(tab, named.range) };
  }
  const byTitle = (title: string): Tab | undefined =>
    book.tabs.find((tab) => tab.properties.title.toLowerCase() === title.toLowerCase());
  const a1 = parseA1(text, (title) => byTitle(title) !== undefined);
  const tab = a1 && (a1.tab === undefined ? book.tabs[0] : byTitle(a1.tab));
  if (!a1 || !tab) throw badRequest(`Unable to parse range: ${text}`);
  const { rows, columns } = gridSize(tab);
  const outside =
    (a1.startRow ?? 0) >= rows || (a1.startColumn ?? 0) >= columns || (a1.single && a1.endRow! > rows);
  if (outside)
    throw badRequest(
      `Range (${formatA1({ ...a1, tab: tab.properties.title })}) exceeds grid limits. Max rows: ${rows}, max columns: ${columns}`,
    );
  return {
    tab,
    a1,
    startRow: a1.startRow ?? 0,
    endRow: Math.min(a1.endRow ?? rows, rows),
    startColumn: a1.startColumn ?? 0,
    endColumn: Math.min(a1.endColumn ?? columns, columns),
  };
}

export const nameOfArea = ({ tab, startRow, endRow, startColumn, endColumn }: Resolved): string =>
  formatA1({ tab: tab.properties.title, startRow, endRow, startColumn, endColumn });
