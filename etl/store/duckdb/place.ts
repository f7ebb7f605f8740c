import type { Place } from '../../../shared/issue/issue.ts';

/** A place as it is stored. A place in the source's own file names none, so that it follows the file when it moves. */
export interface PlaceColumns {
  readonly file: string | null;
  readonly tab: string | null;
  readonly cell: string | null;
  readonly line: number | null;
  /** Id of the tab in a Google spreadsheet. */
  readonly gid: number | null;
}

export const placeColumns = (place: Place, path: string): PlaceColumns => ({
  file: place.file === path ? null : place.file,
  tab: place.tab ?? null,
  cell: place.cell ?? null,
  line: place.line ?? null,
  gid: place.gid ?? null,
});

/** The source a place stands in; its title, like its path, is the present one. */
export interface PlaceSource {
  readonly path: string;
  readonly title: string | null;
}

export function toPlace({ file, tab, cell, line, gid }: PlaceColumns, { path, title }: PlaceSource): Place {
  return {
    file: file ?? path,
    ...(file !== null || title === null ? {} : { title }),
    ...(tab === null ? {} : { tab }),
    ...(gid === null ? {} : { gid }),
    ...(cell === null ? {} : { cell }),
    ...(line === null ? {} : { line }),
  };
}
