import { scalarText } from './scalar-text.ts';
import { plainSpaces } from './spaces.ts';
import type { SheetCell, SheetData } from './workbook.ts';

/** Markers stand within the first so many rows and columns. */
const reach = 50;

/** Text of a cell where a key belongs. */
export const keyText = (cell: SheetCell): string => plainSpaces(scalarText(cell.scalar));

/** The marker `msoko:<word>:<version>` of a tab (contracts §5), wherever rows and columns were inserted. */
export function findMarker(sheet: SheetData, word: 'keys' | 'records') {
  for (const cell of sheet.cells) {
    if (cell.row > reach) break;
    if (cell.column > reach || cell.scalar.type !== 'text') continue;
    const match = /^msoko:([a-z]+):(\d+)$/.exec(keyText(cell));
    if (match && match[1] === word) return { cell, column: cell.column, version: Number(match[2]) };
  }
  return undefined;
}

/** Cells grouped by row, in order. */
export function rowsOfSheet(sheet: SheetData): SheetCell[][] {
  const rows: SheetCell[][] = [];
  for (const cell of sheet.cells) {
    const last = rows[rows.length - 1];
    if (last && last[0]!.row === cell.row) last.push(cell);
    else rows.push([cell]);
  }
  return rows;
}
