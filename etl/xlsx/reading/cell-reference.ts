import type { CellRange } from '../../../shared/parse/workbook.ts';
import { maxColumn, maxRow } from '../../../shared/plan/address.ts';

/** `AB12` → `row * 16384 + (column - 1)`; -1 for anything that is no cell of a sheet. One number, no object: it runs once per cell. */
export function packReference(text: string): number {
  let at = 0;
  let column = 0;
  let row = 0;
  if (text.charCodeAt(at) === 36) at++;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
    if (column > maxColumn) return -1;
  }
  if (text.charCodeAt(at) === 36) at++;
  const digits = at;
  for (; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    row = row * 10 + digit;
    if (row > maxRow) return -1;
  }
  return column === 0 || row === 0 || at === digits ? -1 : row * maxColumn + column - 1;
}

/** `B2:D9`, or `B2` for one cell; undefined for anything else. */
export function parseRange(text: string): CellRange | undefined {
  const [from = '', to = from] = text.split(':');
  const first = packReference(from);
  const last = packReference(to);
  if (first < 0 || last < 0) return undefined;
  const rows = [Math.floor(first / maxColumn), Math.floor(last / maxColumn)] as const;
  const columns = [(first % maxColumn) + 1, (last % maxColumn) + 1] as const;
  return {
    firstRow: Math.min(...rows),
    lastRow: Math.max(...rows),
    firstColumn: Math.min(...columns),
    lastColumn: Math.max(...columns),
  };
}
