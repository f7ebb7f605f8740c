import type { SeenRow } from '../../shared/record/find-line.ts';
import type { CellChange, ChangeResult } from './form.ts';

/** A row without a key to be added to a register, or changed. */
export interface RowSave {
  /**
   * Made by the page: of a new record it stays the same until the page knows that it was added, whatever is changed
   * meanwhile; of another save, until an answer has come.
   */
  readonly id: string;
  readonly tab: number;
  /** Code of the register. */
  readonly record: string;
  /** The row as it was seen; absent for a new one. */
  readonly row?: SeenRow;
  /** With an empty `row`. */
  readonly changes: readonly CellChange[];
  /** Of a row that is cleared: where one cell cannot be, none is. */
  readonly isWhole?: true;
  /** The answer to an earlier attempt was lost. */
  readonly isRepeat?: true;
}

/**
 * `busy`, `gone`: as with forms · `rowGone`: nobody finds the row any more · `full`: the prepared rows are used up and
 * Sheets takes none below them. `row`: where the record stands now; absent where nothing of a new one was written.
 * `isNewRow`: the prepared rows are used up, the record stands below them.
 */
export type RowAnswer =
  | {
      readonly status: 'done';
      readonly results: readonly ChangeResult[];
      readonly row?: number;
      readonly isNewRow?: true;
    }
  | { readonly status: 'busy' | 'gone' | 'rowGone' | 'full' };

export interface RecordCalls {
  saveRow(save: RowSave): RowAnswer;
}
