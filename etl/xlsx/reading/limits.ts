/** What one workbook may cost (contracts §8); every one can be set. */
export interface WorkbookLimits {
  readonly fileBytes: number;
  /** Sum of the inflated sizes of all parts. */
  readonly inflatedBytes: number;
  /** Inflated size ÷ file size. */
  readonly ratio: number;
  /** Entries of the zip. */
  readonly parts: number;
  readonly sheets: number;
  /** Cells and merges of all sheets; also the texts of the shared table. */
  readonly cells: number;
  /** UTF-16 units of one cell; what is longer is cut, as spreadsheets do. */
  readonly cellText: number;
}

export const workbookLimits: WorkbookLimits = {
  fileBytes: 25 * 1024 * 1024,
  inflatedBytes: 300 * 1024 * 1024,
  ratio: 200,
  parts: 10_000,
  sheets: 100,
  cells: 2_000_000,
  cellText: 32_767,
};
