import type { PlanRange } from '../../../shared/plan/plan.ts';
import { type Keyed, rectangles } from '../../drawing/rectangles.ts';

export interface Painted<T> {
  readonly range: PlanRange;
  readonly first: T;
}

/**
 * Few rectangles that, painted in their order, leave every cell with its own key and touch no other: columns of a table
 * are painted first as most of their cells are, then the cells that differ. Cells come row by row, left to right.
 */
export function paintedRectangles<T extends Keyed>(cells: readonly T[]): Painted<T>[] {
  const plain = rectangles(cells);
  const at = new Map(cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  const base: T[] = [];
  for (const { range } of rectangles(cells.map(({ row, column }) => ({ row, column, key: '' })))) {
    for (let column = range.firstColumn; column <= range.lastColumn; column++) {
      const own: T[] = [];
      for (let row = range.firstRow; row <= range.lastRow; row++) own.push(at.get(`${row} ${column}`)!);
      const usual = mostCommon(own);
      for (const { row } of own) base.push({ ...usual, row, column });
    }
  }
  base.sort(byPlace);
  const usual = new Map(base.map((cell) => [`${cell.row} ${cell.column}`, cell.key]));
  const different = cells.filter((cell) => usual.get(`${cell.row} ${cell.column}`) !== cell.key);
  const painted = [...fewer(base), ...fewer(different)];
  return painted.length < plain.length ? painted : plain;
}

const byPlace = (a: Keyed, b: Keyed): number => a.row - b.row || a.column - b.column;

function mostCommon<T extends Keyed>(cells: readonly T[]): T {
  const counts = new Map<string, { readonly cell: T; count: number }>();
  for (const cell of cells) {
    const known = counts.get(cell.key);
    if (known) known.count++;
    else counts.set(cell.key, { cell, count: 1 });
  }
  let best: { readonly cell: T; count: number } | undefined;
  for (const one of counts.values()) if (!best || one.count > best.count) best = one;
  return best!.cell;
}

/** Rows first or columns first, whatever needs fewer rectangles. */
function fewer<T extends Keyed>(cells: readonly T[]): Painted<T>[] {
  const byRows = rectangles(cells);
  const turned = cells
    .map((cell) => ({ row: cell.column, column: cell.row, key: cell.key, cell }))
    .sort(byPlace);
  const byColumns = rectangles(turned);
  if (byRows.length <= byColumns.length) return byRows;
  return byColumns.map(({ range, first }) => ({
    first: first.cell,
    range: {
      firstRow: range.firstColumn,
      firstColumn: range.firstRow,
      lastRow: range.lastColumn,
      lastColumn: range.lastRow,
    },
  }));
}
