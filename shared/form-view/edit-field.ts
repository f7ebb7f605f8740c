import type { CellScalar } from '../parse/workbook.ts';

/** An entry cell that a page edits. */
export interface EditField {
  /** Unique on its page. */
  readonly id: string;
  /** Keys of the cell as they stand in the tab, and where it is now. */
  readonly rowKey: string;
  readonly columnKey: string;
  readonly row: number;
  readonly column: number;
  /** What the cell held when it was read. */
  readonly scalar: CellScalar;
}
