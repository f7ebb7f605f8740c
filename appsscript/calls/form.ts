import type { FieldCell } from '../../shared/form-view/fields.ts';
import type { CellRange, CellScalar, SheetData } from '../../shared/parse/workbook.ts';

/** What the forms' page opens with. */
export interface FormBook {
  /** Of the spreadsheet, for drafts. */
  readonly id: string;
  /** Rows of `_forms`, of the kinds the page needs; absent in a spreadsheet that is no workbook of the system. */
  readonly definitions?: readonly (readonly string[])[];
  /**
   * Tab of each form by `form/<code>`, or by `roster/<code>` where rows are organisations, of each register by
   * `record/<code>`, where the marks of the tabs tell.
   */
  readonly tabs: Readonly<Record<string, number>>;
  /** Number of filled cells by form, as the workbook itself counts. */
  readonly filled: Readonly<Record<string, number>>;
  /** Number of all cells by form, in a workbook that a district fills for its organisations. */
  readonly cells: Readonly<Record<string, number>>;
}

/** A tab with its id. */
export interface OpenedTab {
  readonly tab: number;
  readonly sheet: SheetData;
  /** Cells that were handed in with the report and are locked. */
  readonly handedIn: readonly CellRange[];
  /** Entry cells in which somebody put a formula: row, column. */
  readonly formulas: readonly (readonly [number, number])[];
}

/** A tab whose cells are asked for. */
export interface RelatedTabAsk {
  readonly tab: number;
  /** Whether percents matter: a number shown as one means another. Costs a second read. */
  readonly formats: boolean;
}

/** Cells of other forms that a form's checks look at. */
export interface RelatedAsk {
  readonly tabs: readonly RelatedTabAsk[];
  /** Elements that are wanted. */
  readonly elements: readonly string[];
  /** Whose, where rows are organisations. */
  readonly organisation?: string;
  /** Where the tab of a form is not known, the others are looked through too. */
  readonly others?: Pick<RelatedTabAsk, 'formats'>;
}

/** Filled cells of a tab in rows that were asked for. */
export interface RelatedTab {
  readonly tab: number;
  readonly name: string;
  readonly cells: readonly FieldCell[];
}

/** How the cells to be written are found: by keys of an entry tab, or of a register. */
export type KeyKind = 'keys' | 'records';

/** One cell to be written. */
export interface CellChange {
  /** Key of the row: an element's or an organisation's code; of a register's given row its key (`keyOfLine`). */
  readonly row: string;
  /** Key of the column: `<period>|<member>…`, of organisations `<element>|<period>`; of a register `<register>.<field>`. */
  readonly column: string;
  /** What the person saw in the cell when the change was typed. */
  readonly seen: CellScalar;
  readonly value: CellScalar;
}

export interface CellSave {
  /** Made by the page: a repeated save with the same id changes nothing and gets the same answer. */
  readonly id: string;
  readonly tab: number;
  readonly kind: KeyKind;
  readonly changes: readonly CellChange[];
}

/**
 * What became of a change: `saved` (also where the cell held the value already) · `changed` by somebody else since it
 * was seen · `handedIn` with the report and locked · `formula` in the cell, or what a formula fills · `merged` with other
 * entry cells · `missing` or `double` keys · `personal` data in it · `refused` by Sheets, because the range is protected or a
 * rule of the cell forbids the value.
 */
export type ChangeResult =
  | 'saved'
  | { readonly changed: CellScalar }
  | 'handedIn'
  | 'formula'
  | 'merged'
  | 'missing'
  | 'double'
  | 'personal'
  | 'refused';

/** `busy`: somebody else is saving · `gone`: there is no such tab any more. Results stand in the order of the changes. */
export type SaveAnswer =
  | { readonly status: 'done'; readonly results: readonly ChangeResult[] }
  | { readonly status: 'busy' | 'gone' };

/** Cells that were wrong and are saved anew, by their keys. */
export interface SavedCells extends Pick<CellSave, 'tab' | 'kind'> {
  readonly cells: readonly Pick<CellChange, 'row' | 'column' | 'value'>[];
  /** Where the row stands, where it has no key. */
  readonly at?: number;
}

export interface FormCalls {
  formBook(): FormBook;
  /** Reads a tab; null where it is gone. */
  formTab(tab: number): OpenedTab | null;
  /** Finds a tab by keys in it, where its mark is lost: any of `keys` in a column of keys. */
  findTab(kind: KeyKind, keys: readonly string[]): OpenedTab | null;
  /** One read of values for each tab that is asked for. */
  relatedCells(ask: RelatedAsk): readonly RelatedTab[];
  saveCells(save: CellSave): SaveAnswer;
  /** Takes remarks of ours away from cells that hold what was saved. */
  clearRemarks(saved: SavedCells): void;
}
