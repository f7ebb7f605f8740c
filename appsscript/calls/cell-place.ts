/** A cell of the spreadsheet the person works in. */
export interface CellPlace {
  /** Id of the tab. */
  readonly tab: number;
  /** A1 address. */
  readonly cell: string;
}
