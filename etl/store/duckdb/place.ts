import type { Place } from '../../../shared/issue/issue.ts';

/** A place as it is stored. A place in the source's own file names none, so that it follows the file when it moves. */
export interface PlaceColumns {
  readonly file: string | null;
  readonly tab: string | null;
  readonly cell: string | null;
  readonly line: number | null;
}

export const placeColumns = (place: Place, path: string): PlaceColumns => ({
  file: place.file === path ? null : place.file,
  tab: place.tab ?? null,
  cell: place.cell ?? null,
  line: place.line ?? null,
});

export function toPlace({ file, tab, cell, line }: PlaceColumns, path: string): Place {
  return {
    file: file ?? path,
    ...(tab === null ? {} : { tab }),
    ...(cell === null ? {} : { cell }),
    ...(line === null ? {} : { line }),
  };
}
