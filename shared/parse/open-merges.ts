import type { CellRange } from './workbook.ts';

/**
 * The merged ranges that lie over a row, asked for with rows in ascending order. `work` grows with what was compared,
 * so that a caller can stop at a file whose merges lie over each other by the thousand, which no program writes.
 */
export class OpenMerges {
  work = 0;
  private readonly byFirstRow: readonly CellRange[];
  private next = 0;
  private open: CellRange[] = [];
  private row = -1;

  constructor(merges: readonly CellRange[]) {
    this.byFirstRow = merges.length < 2 ? merges : [...merges].sort((a, b) => a.firstRow - b.firstRow);
  }

  at(row: number): readonly CellRange[] {
    if (row === this.row) return this.open;
    this.row = row;
    while (this.next < this.byFirstRow.length && this.byFirstRow[this.next]!.firstRow <= row)
      this.open.push(this.byFirstRow[this.next++]!);
    if (this.open.length > 0) {
      this.work += this.open.length;
      this.open = this.open.filter((range) => range.lastRow >= row);
    }
    return this.open;
  }

  /** The range over a cell. */
  over(row: number, column: number): CellRange | undefined {
    const open = this.at(row);
    if (open.length === 0) return undefined;
    this.work += open.length;
    return open.find((range) => column >= range.firstColumn && column <= range.lastColumn);
  }
}

/** Comparisons of cells with merges that one tab may cost: about a second. */
export const maxMergeWork = 30_000_000;
