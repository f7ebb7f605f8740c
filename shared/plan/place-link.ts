import { type Place, webLink } from '../issue/place.ts';
import type { PlanLink } from './plan.ts';

/**
 * A link that opens a place: of a Google spreadsheet its address, of a file the path from `folder`, which ends in `/`, with
 * the cell where one is known.
 */
export function placeLink(place: Place, folder: string): PlanLink {
  const url = webLink(place);
  if (url !== undefined) return { url };
  const { file, tab, cell } = place;
  return {
    file: `${folder}${file}`,
    ...(tab !== undefined && { sheet: tab, ...(cell !== undefined && { cell }) }),
  };
}
