/**
 * One file of the inbox (or, later, one spreadsheet), as the ranking of contracts §4 sees it.
 * `firstSeen` counts finished runs: all files first seen between two finished runs share one number.
 */
export interface SourceRank {
  /** Path below the inbox. */
  readonly path: string;
  readonly firstSeen: number;
  /** «Сдано», `YYYY-MM-DD`; undefined sorts before any date. */
  readonly submittedOn?: string;
  /** The document's own modified date, ISO 8601. */
  readonly documentModified?: string;
  /** The file's own time in whole milliseconds. */
  readonly fileTime: number;
}
