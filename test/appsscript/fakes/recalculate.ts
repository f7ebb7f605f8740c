import type { Book } from './book.ts';

/** The first cell of another tab that a formula refers to. */
const reference = /(?:'((?:[^']|'')+)'|([^\s'"(),;:=&<>+*/!-]+))!\$?([A-Z]{1,3})\$?(\d{1,7})/;

/**
 * Works `_meta` out again, as Sheets does after each change: its formulas pass on what stands in the cells of the title page.
 * Words of «Сдаю» are left as they are, which the reader understands as well.
 */
export function recalculate(book: Book): void {
  const meta = book.tabs.find(({ name }) => name === '_meta');
  for (const [at, { formula = '', ...cell }] of meta?.cells ?? []) {
    const match = reference.exec(formula);
    if (!match) continue;
    const { value: _, ...look } = cell;
    const value = book.value(match[1]?.replace(/''/g, "'") ?? match[2]!, `${match[3]}${match[4]}`);
    meta!.cells.set(at, { ...look, formula, ...(value !== undefined && { value }) });
  }
}
