/** A row of a catalogue table as text; line 1 is the header. A cell that is not there reads as empty. */
export interface CatalogRow {
  readonly line: number;
  readonly columns: Readonly<Record<string, string>>;
  /** Cells beyond the header: a comma without quotes shifts a row, and that must not pass in silence. */
  readonly extra?: readonly string[];
}

/** One file, or one sheet of a workbook, of the catalogue. Its kind is told by its header, never by its name. */
export interface CatalogTable {
  /** For messages: `templates/forms.csv`, `catalog/our.xlsx#forms`. */
  readonly file: string;
  readonly header: readonly string[];
  readonly rows: readonly CatalogRow[];
  /** A row of the workspace replaces the built-in row of the same key whole. */
  readonly origin: 'builtin' | 'workspace';
  /** The one roadmap by which the districts of the workspace work: what its rows mean where they do not say. */
  readonly home?: string;
}
