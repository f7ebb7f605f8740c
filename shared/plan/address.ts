import { InvalidPlace } from './errors.ts';
import type { PlanRange } from './plan.ts';

/** Limits of Excel 2007 and later; LibreOffice has the same. */
export const maxRow = 1_048_576;
export const maxColumn = 16_384;

/** 1 → `A`, 27 → `AA`. Throws InvalidPlace outside 1–16384. */
export function columnLetters(column: number): string {
  if (!Number.isInteger(column) || column < 1 || column > maxColumn) {
    throw new InvalidPlace(`column ${column} is outside 1–${maxColumn}`);
  }
  let rest = column;
  let letters = '';
  while (rest > 0) {
    const digit = (rest - 1) % 26;
    letters = String.fromCharCode(65 + digit) + letters;
    rest = (rest - 1 - digit) / 26;
  }
  return letters;
}

/** `AA` → 27. Throws InvalidPlace for anything but column letters. */
export function columnNumber(letters: string): number {
  if (!/^[A-Za-z]{1,3}$/.test(letters)) throw new InvalidPlace(`not a column: ${letters}`);
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  if (column > maxColumn) throw new InvalidPlace(`not a column: ${letters}`);
  return column;
}

/** `C5` for row 5, column 3. */
export function cellAddress(row: number, column: number): string {
  if (!Number.isInteger(row) || row < 1 || row > maxRow)
    throw new InvalidPlace(`row ${row} is outside the sheet`);
  return columnLetters(column) + row;
}

/** `$C$5`, for places that must not move with the cell that refers to them. */
export function absoluteAddress(row: number, column: number): string {
  cellAddress(row, column);
  return `$${columnLetters(column)}$${row}`;
}

/** `B2:D9`, or `B2` for a single cell. */
export function rangeAddress(range: PlanRange): string {
  const first = cellAddress(range.firstRow, range.firstColumn);
  const last = cellAddress(range.lastRow, range.lastColumn);
  return first === last ? first : `${first}:${last}`;
}

/** `$B$2:$D$9`. */
export function absoluteRange(range: PlanRange): string {
  const first = absoluteAddress(range.firstRow, range.firstColumn);
  const last = absoluteAddress(range.lastRow, range.lastColumn);
  return first === last ? first : `${first}:${last}`;
}

/** `C5`, `$C$5` → row 5, column 3. Throws InvalidPlace. */
export function parseAddress(address: string): { readonly row: number; readonly column: number } {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(address);
  if (!match) throw new InvalidPlace(`not a cell address: ${address}`);
  const row = Number(match[2]);
  if (row > maxRow) throw new InvalidPlace(`not a cell address: ${address}`);
  return { row, column: columnNumber(match[1] as string) };
}

/** A tab's name as formulas and links write it: always quoted, which every program reads. */
export function quoteSheet(name: string): string {
  return `'${name.replace(/'/g, "''")}'`;
}

/** Both corners in order and within the sheet, else InvalidPlace. */
export function checkRange(range: PlanRange, what: string): void {
  cellAddress(range.firstRow, range.firstColumn);
  cellAddress(range.lastRow, range.lastColumn);
  if (range.firstRow > range.lastRow || range.firstColumn > range.lastColumn) {
    throw new InvalidPlace(`${what}: first corner comes after the last (${rangeAddress(range)})`);
  }
}
