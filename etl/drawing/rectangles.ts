import type { PlanRange } from '../../shared/plan/plan.ts';

export interface Keyed {
  readonly row: number;
  readonly column: number;
  /** Cells of one key are alike and may share a rectangle. */
  readonly key: string;
}

/**
 * Few rectangles that cover the cells exactly, each of one key: runs along rows first, then equal runs of
 * neighbouring rows joined. Cells come row by row, left to right; so do the rectangles.
 */
export function rectangles<T extends Keyed>(
  cells: readonly T[],
): { readonly range: PlanRange; readonly first: T }[] {
  const found: { range: PlanRange; first: T }[] = [];
  // open runs by place and key, each ending in the row above
  const open = new Map<string, number>();
  let start = 0;
  while (start < cells.length) {
    const first = cells[start] as T;
    let end = start;
    while (continues(cells[end] as T, cells[end + 1])) end++;
    const last = cells[end] as T;
    const place = `${first.column} ${last.column} ${first.key}`;
    const above = found[open.get(place) ?? -1];
    if (above && above.range.lastRow === first.row - 1) {
      above.range = { ...above.range, lastRow: first.row };
    } else {
      open.set(place, found.length);
      found.push({
        first,
        range: {
          firstRow: first.row,
          firstColumn: first.column,
          lastRow: first.row,
          lastColumn: last.column,
        },
      });
    }
    start = end + 1;
  }
  return found;
}

function continues(cell: Keyed, next: Keyed | undefined): boolean {
  return (
    next !== undefined && next.row === cell.row && next.column === cell.column + 1 && next.key === cell.key
  );
}
