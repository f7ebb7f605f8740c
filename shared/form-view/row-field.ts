import type { KnownField } from '../record/field-rules.ts';
import type { EditField } from './edit-field.ts';

/** A cell that a person fills in in a row of a register: no row key in free rows; the column's is `<register>.<field>`. */
export interface RowField extends EditField {
  readonly rules: KnownField;
  /** Merged with cells of other fields or rows: whose answer it holds is not clear. */
  readonly isMerged?: boolean;
}
