/**
 * One file of the inbox, or one Google spreadsheet, as the ranking of contracts §4 sees it.
 * `firstSeen` counts finished runs: all files first seen between two finished runs share one number.
 */
export interface SourceRank {
  /** Path below the inbox, or the address of a Google spreadsheet. */
  readonly path: string;
  /** Name by which people know a Google spreadsheet. */
  readonly title?: string;
  readonly firstSeen: number;
  /** «Сдано», `YYYY-MM-DD`; undefined sorts before any date. */
  readonly submittedOn?: string;
  /** The document's own modified date, ISO 8601. */
  readonly documentModified?: string;
  /** The file's own time in whole milliseconds. */
  readonly fileTime: number;
}
