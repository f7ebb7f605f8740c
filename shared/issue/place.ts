import { isSpreadsheetPath } from './spreadsheet.ts';

/** Where a thing stands: a cell of a workbook, a line of a CSV file (the header is line 1), or a Google spreadsheet. */
export interface Place {
  /** Path below the workspace's inbox with `/`, the name of a register file, or the address of a Google spreadsheet. */
  readonly file: string;
  /** Name by which people know a Google spreadsheet. */
  readonly title?: string;
  readonly tab?: string;
  /** Id of the tab in a Google spreadsheet. */
  readonly gid?: number;
  /** A1 address. */
  readonly cell?: string;
  readonly line?: number;
}

/**
 * `source` of the exports: `<path>#<tab>!<A1>`, `<path>#L<n>` or the path alone; for a Google spreadsheet the address
 * that opens the very cell.
 */
export function formatPlace(place: Place): string {
  if (isSpreadsheetPath(place.file)) return spreadsheetLink(place);
  if (place.tab !== undefined && place.cell !== undefined) return `${place.file}#${place.tab}!${place.cell}`;
  if (place.tab !== undefined) return `${place.file}#${place.tab}`;
  if (place.line !== undefined) return `${place.file}#L${place.line}`;
  return place.file;
}

/** A place for people: of a Google spreadsheet its name, tab and cell, of a file what `formatPlace` gives. */
export function namedPlace(place: Place): string {
  const { title, tab, cell } = place;
  if (title === undefined) return formatPlace(place);
  return [title, tab, cell].filter((part) => part !== undefined).join(' · ');
}

interface NamedSource {
  readonly path: string;
  readonly title?: string;
}

/** A source as a whole as a place. */
export const placeOfSource = ({ path, title }: NamedSource): Place =>
  title === undefined ? { file: path } : { file: path, title };

/** Name of a source for people: of a Google spreadsheet its name, of a file its path. */
export const sourceName = ({ path, title }: NamedSource): string => title ?? path;

/** The address that opens a place in the browser; undefined for a file. */
export const webLink = (place: Place): string | undefined =>
  isAddress(place.file) ? formatPlace(place) : undefined;

const isAddress = (file: string): boolean => /^https:\/\//.test(file);

function spreadsheetLink({ file, gid, cell }: Place): string {
  if (gid === undefined) return file;
  return `${file}/edit#gid=${gid}${cell === undefined ? '' : `&range=${cell}`}`;
}
