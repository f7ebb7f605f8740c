import type { PlanCell, PlanRange, PlanRow } from '../plan/plan.ts';

/** Collects the rows and merges of one tab from top to bottom. */
export class Rows {
  readonly rows: PlanRow[] = [];
  readonly merges: PlanRange[] = [];

  /** The number the next row will have, 1-based. */
  get next(): number {
    return this.rows.length + 1;
  }

  add(
    cells: readonly PlanCell[],
    options: Pick<PlanRow, 'height' | 'least' | 'hidden' | 'outline'> = {},
  ): number {
    this.rows.push({ ...options, cells: [...cells].sort((a, b) => a.column - b.column) });
    return this.rows.length;
  }

  /** A row whose only content spans several columns. */
  wide(content: PlanCell, lastColumn: number, height?: number): number {
    const row = this.add([content], height === undefined ? {} : { height });
    this.merge(row, content.column, row, lastColumn);
    return row;
  }

  merge(firstRow: number, firstColumn: number, lastRow: number, lastColumn: number): void {
    if (firstRow === lastRow && firstColumn === lastColumn) return;
    this.merges.push({ firstRow, firstColumn, lastRow, lastColumn });
  }
}
