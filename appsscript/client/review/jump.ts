import type { Place } from '../../../shared/issue/issue.ts';
import { addonReviewTexts as texts } from '../../../shared/texts/addon-review.ts';
import type { CellPlace } from '../../calls/cell-place.ts';
import { server } from '../kit/server.ts';
import type { Loaded } from './load.ts';
import type { Status } from './status.ts';

/** Where a place leads in the spreadsheet; undefined where a person sees nothing. */
export function targetOf(place: Place | undefined, { seen }: Loaded): CellPlace | undefined {
  if (place?.gid === undefined || !seen.has(place.gid)) return undefined;
  return { tab: place.gid, cell: place.cell ?? 'A1' };
}

/** Shows the cell; the focus stays in the sidebar, so that the next one is a key away. */
export async function jump(target: CellPlace, tab: string, status: Status): Promise<void> {
  try {
    if (await server('goTo', target)) status.say(texts.shown(target.cell, tab));
    else status.fail(texts.tabGone(tab));
  } catch {
    status.fail(texts.failed);
  }
}
