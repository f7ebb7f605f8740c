import type { Place } from '../issue/issue.ts';
import { webLink } from '../issue/place.ts';
import type { PlanLink } from '../plan/plan.ts';

/** A link to the very cell: in a file below the inbox (`inbox`: the path there, ending in `/`), or on the web. */
export function placeLink(place: Place, inbox: string): PlanLink {
  const url = webLink(place);
  if (url !== undefined) return { url };
  const { file, tab, cell } = place;
  return {
    file: `${inbox}${file}`,
    ...(tab !== undefined && { sheet: tab }),
    ...(tab !== undefined && cell !== undefined && { cell }),
  };
}
