import type { CellRange } from '../parse/workbook.ts';

/** A cell to be written; 1-based. */
export interface Written {
  readonly row: number;
  readonly column: number;
}

/** The rectangle around cells. */
export const around = (cells: readonly Written[]): CellRange => {
  const rows = cells.map((cell) => cell.row);
  const columns = cells.map((cell) => cell.column);
  return {
    firstRow: Math.min(...rows),
    firstColumn: Math.min(...columns),
    lastRow: Math.max(...rows),
    lastColumn: Math.max(...columns),
  };
};

/**
 * The rectangles by which cells are written: as few as hold nothing but cells to be written and others that may be
 * written again as they are (`isOurs`). One where the whole block is ours; else rows are joined from top to bottom as
 * long as nothing foreign comes between, and a row is cut where something does.
 */
export function writePieces(
  cells: readonly Written[],
  isOurs: (row: number, column: number) => boolean,
): CellRange[] {
  const sorted = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  const asked = new Set(sorted.map(({ row, column }) => `${row} ${column}`));
  const isSafe = (range: CellRange): boolean => {
    for (let row = range.firstRow; row <= range.lastRow; row++) {
      for (let column = range.firstColumn; column <= range.lastColumn; column++) {
        if (!asked.has(`${row} ${column}`) && !isOurs(row, column)) return false;
      }
    }
    return true;
  };
  const pieces: CellRange[] = [];
  let open: CellRange | undefined;
  for (const run of runs(sorted, isSafe)) {
    const joined = open && union(open, run);
    if (joined && isSafe(joined)) {
      open = joined;
    } else {
      if (open) pieces.push(open);
      open = run;
    }
  }
  return open ? [...pieces, open] : pieces;
}

/** Within each row, what can be written at once. */
function runs(sorted: readonly Written[], isSafe: (range: CellRange) => boolean): CellRange[] {
  const found: CellRange[] = [];
  for (const cell of sorted) {
    const last = found[found.length - 1];
    const own = around([cell]);
    const joined = last && last.firstRow === cell.row ? union(last, own) : undefined;
    if (joined && isSafe(joined)) found[found.length - 1] = joined;
    else found.push(own);
  }
  return found;
}

const union = (a: CellRange, b: CellRange): CellRange => ({
  firstRow: Math.min(a.firstRow, b.firstRow),
  firstColumn: Math.min(a.firstColumn, b.firstColumn),
  lastRow: Math.max(a.lastRow, b.lastRow),
  lastColumn: Math.max(a.lastColumn, b.lastColumn),
});
