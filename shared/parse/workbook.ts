/** What a cell holds once formats and formulas are resolved. `empty` cells are usually not listed at all. */
export type CellScalar =
  | { readonly type: 'empty' }
  /** `percent`: the cell's number format shows percents, so 0.85 was typed as 85 %. */
  | { readonly type: 'number'; readonly value: number; readonly percent?: boolean }
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'boolean'; readonly value: boolean }
  /** A number under a date format, as a day; a time of day is dropped. */
  | { readonly type: 'date'; readonly day: string }
  /** `#DIV/0!` and its kin. */
  | { readonly type: 'error'; readonly value: string }
  /** A formula whose result the program that saved the file did not write. */
  | { readonly type: 'uncached' };

export interface SheetCell {
  /** 1-based. */
  readonly row: number;
  readonly column: number;
  readonly scalar: CellScalar;
  readonly formula?: boolean;
}

/** 1-based, inclusive. */
export interface CellRange {
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

/** Cells in reading order (row by row); merged cells carry a value only at their first cell. */
export interface SheetData {
  readonly name: string;
  readonly hidden: boolean;
  /** Id of the tab in a Google spreadsheet. */
  readonly gid?: number;
  readonly cells: readonly SheetCell[];
  readonly merges: readonly CellRange[];
}

export interface WorkbookData {
  readonly sheets: readonly SheetData[];
  /** Last modification the document itself names, ISO 8601; undefined if it names none. */
  readonly modified?: string;
}
