import type { PlanSheet } from '../../../shared/plan/plan.ts';
import { fillPages, roomAt } from './page-breaks.ts';
import { scaleToWidth } from './page-setup.ts';

/** How a tab is printed; pages beyond the first begin after the rows in `breaks`. */
export interface PageLayout {
  /** Percent. */
  readonly scale: number;
  /** 1-based. */
  readonly breaks: readonly number[];
}

/** A last page that is filled less than this is worth shrinking the tab for. */
const worthPage = 0.5;
/** Shrinking so far keeps letters of 10 points at 9. */
const leastShrink = 0.9;

/**
 * Scale and breaks of a tab whose plan names `keep` or `breaks`; undefined: the width is fitted and the pages break by
 * themselves. With `keep` a tab whose last page would be nearly empty is shrunk a little where that saves the page, and
 * pages are filled evenly, so that the last does not hold two lines only. `heights`: points, a row each.
 */
export function pageLayout(sheet: PlanSheet, heights: readonly number[]): PageLayout | undefined {
  const { keep, breaks = [] } = sheet.print;
  const scale = scaleToWidth(sheet);
  if (keep === undefined) return breaks.length === 0 ? undefined : { scale, breaks };
  const shown = heights.map((height, i) => (sheet.rows[i]?.hidden ? 0 : height));
  const whole = fillPages(sheet, shown, roomAt(sheet, scale));
  if (whole.breaks.length > 0 && whole.last < worthPage) {
    for (let percent = scale - 1; percent >= scale * leastShrink; percent--) {
      const fewer = fillPages(sheet, shown, roomAt(sheet, percent)).breaks.length < whole.breaks.length;
      if (fewer) return { scale: percent, breaks: evenBreaks(sheet, shown, percent) };
    }
  }
  return { scale, breaks: evenBreaks(sheet, shown, scale) };
}

/** The breaks with the least room on a page that makes no page more. */
function evenBreaks(sheet: PlanSheet, heights: readonly number[], scale: number): readonly number[] {
  let enough = roomAt(sheet, scale);
  const { breaks } = fillPages(sheet, heights, enough);
  let found = breaks;
  for (let few = enough / 2; enough - few > 1; ) {
    const middle = (enough + few) / 2;
    const tried = fillPages(sheet, heights, middle).breaks;
    if (tried.length > breaks.length) few = middle;
    else {
      enough = middle;
      found = tried;
    }
  }
  return found;
}
