import { addressOf, placeOf, type Tab } from './book.ts';
import { areaOf } from './range.ts';

/** Inserts rows and columns before every cell of a tab; merges and protections move along, as in Sheets. */
export function shiftTab(tab: Tab, rows: number, columns: number): void {
  const cells = [...tab.cells];
  tab.cells.clear();
  for (const [at, one] of cells) {
    const { row, column } = placeOf(at);
    tab.cells.set(addressOf(row + rows, column + columns), one);
  }
  const moved = (range: string): string => {
    const { row, column, rows: height, columns: width } = areaOf(range);
    const from = addressOf(row + rows, column + columns);
    return `${from}:${addressOf(row + rows + height - 1, column + columns + width - 1)}`;
  };
  tab.merges = tab.merges.map(moved);
  tab.protections = tab.protections.map(({ range, unprotected, ...rest }) => ({
    ...rest,
    ...(range !== undefined && { range: moved(range) }),
    unprotected: unprotected.map(moved),
  }));
}
