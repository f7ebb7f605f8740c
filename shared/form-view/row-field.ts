import type { CellScalar } from '../parse/workbook.ts';
import type { KnownField } from '../record/field-rules.ts';

/** A cell that a person fills in in a row of a register. */
export interface RowField {
  /** Unique on its page. */
  readonly id: string;
  /** Key of the row; empty in free rows. */
  readonly rowKey: string;
  /** `<register>.<field>` */
  readonly columnKey: string;
  readonly row: number;
  readonly column: number;
  readonly scalar: CellScalar;
  readonly rules: KnownField;
  /** Merged with cells of other fields or rows: whose answer it holds is not clear. */
  readonly isMerged?: boolean;
}
