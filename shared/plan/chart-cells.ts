import type { Layout } from './layout.ts';
import type { Plan, PlanCell, PlanSheet } from './plan.ts';

/** Cells between two cells of a tab, row by row; undefined where the plan has none. */
export function chartCells(
  plan: Plan,
  places: Layout,
  ends: { from: string; to: string },
): (PlanCell | undefined)[] {
  const { sheetIndex, range } = places.range(ends.from, ends.to);
  const rows = (plan.sheets[sheetIndex] as PlanSheet).rows.slice(range.firstRow - 1, range.lastRow);
  return rows.flatMap((row) => {
    const cells: (PlanCell | undefined)[] = [];
    for (let column = range.firstColumn; column <= range.lastColumn; column++) {
      cells.push(row.cells.find((cell) => cell.column === column));
    }
    return cells;
  });
}
