import type { PlanSheet } from '../../../shared/plan/plan.ts';
import { rowHeights } from '../../drawing/row-heights.ts';

/** How a balanced tab is printed; pages beyond the first begin after the rows in `breaks`. */
export interface PageBalance {
  /** Percent. */
  readonly scale: number;
  /** 1-based. */
  readonly breaks: readonly number[];
}

/** Points between the margins of A4 (page-setup.ts): 0.6 + 0.7 inch. A little to spare, since programs measure otherwise. */
const room = { landscape: (595 - 94) * 0.97, portrait: (842 - 94) * 0.97 };
/** A last page that is filled less than this is no page of its own. */
const worthPage = 0.5;
/** Shrinking so far keeps letters of 10 points at 9. */
const leastShrink = 0.9;

/** Scale and breaks of a tab that fits the width at `scale` percent. */
export function balancePages(sheet: PlanSheet, scale: number): PageBalance {
  const heights = rowHeights(sheet).map((height, i) => (sheet.rows[i]?.hidden ? 0 : height));
  const [firstRepeated, lastRepeated] = sheet.print.repeatRows ?? [1, 0];
  const repeated = heights.slice(firstRepeated - 1, lastRepeated).reduce((a, b) => a + b, 0);
  const page = (room[sheet.print.orientation] * 100) / scale;
  const { pages, last } = flow(heights, repeated, page);
  if (pages === 1 || last >= worthPage * (page - repeated)) return { scale, breaks: [] };
  for (let percent = scale - 1; percent >= scale * leastShrink; percent--) {
    if (flow(heights, repeated, (page * scale) / percent).pages < pages)
      return { scale: percent, breaks: [] };
  }
  return { scale, breaks: evenBreaks(sheet, heights, repeated, page, pages) };
}

/** How a spreadsheet breaks the rows by itself: never within one. `last`: what the last page holds beside the headings. */
function flow(heights: readonly number[], repeated: number, page: number): { pages: number; last: number } {
  let pages = 1;
  let onPage = 0;
  for (const height of heights) {
    if (onPage + height > page) {
      pages++;
      onPage = repeated;
    }
    onPage += height;
  }
  return { pages, last: onPage - (pages > 1 ? repeated : 0) };
}

/** Breaks after rows that are filled in, so that each page holds about as much as the others. */
function evenBreaks(
  sheet: PlanSheet,
  heights: readonly number[],
  repeated: number,
  page: number,
  pages: number,
): number[] {
  const total = heights.reduce((a, b) => a + b, 0) + repeated * (pages - 1);
  const share = total / pages;
  const breaks: number[] = [];
  let onPage = 0;
  let candidate = 0;
  let upToCandidate = 0;
  for (const [i, height] of heights.entries()) {
    const isOver = onPage + height > page || onPage >= share;
    if (isOver && candidate > 0 && breaks.length < pages - 1) {
      breaks.push(candidate);
      onPage = repeated + onPage - upToCandidate;
      candidate = 0;
    }
    onPage += height;
    const isFilled = sheet.rows[i]?.cells.some((cell) => cell.entry || cell.style === 'value');
    if (isFilled) {
      candidate = i + 1;
      upToCandidate = onPage;
    }
  }
  return breaks;
}
