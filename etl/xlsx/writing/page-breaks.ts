import type { PlanSheet } from '../../../shared/plan/plan.ts';
import { margins, scaleToWidth } from './page-setup.ts';

/** Points of A4 between top and bottom, at full size. */
const paper = { landscape: 595.3, portrait: 841.9 };
/** Part of a page that is filled: programs measure rows a little differently, and an overfull page costs another. */
const filled = 0.95;

/**
 * Rows after which a new page begins, so that kept ranges stay whole and a heading stays with what follows it. Every
 * page ends by one of these, so that errors of measure do not add up; and the pages are filled evenly, so that the last
 * does not hold two lines only.
 */
export function pageBreaks(sheet: PlanSheet, heights: readonly number[]): number[] {
  const height = paper[sheet.print.orientation] - (margins.top + margins.bottom) * 72;
  let enough = (filled * height * 100) / scaleToWidth(sheet);
  const breaks = fill(sheet, heights, enough);
  let found = breaks;
  for (let few = enough / 2; enough - few > 1; ) {
    const middle = (enough + few) / 2;
    const tried = fill(sheet, heights, middle);
    if (tried.length > breaks.length) few = middle;
    else {
      enough = middle;
      found = tried;
    }
  }
  return found;
}

/** Fills page after page with `room` points of rows. */
function fill(sheet: PlanSheet, heights: readonly number[], room: number): number[] {
  const [firstRepeated, lastRepeated] = sheet.print.repeatRows ?? [1, 0];
  const repeated = sum(heights, firstRepeated, lastRepeated);
  const forced = new Set(sheet.print.breaks ?? []);
  const breaks: number[] = [];
  let left = room;
  for (let row = 1; row <= heights.length; ) {
    const last = blockEnd(sheet, heights, row, room - repeated);
    const need = sum(heights, row, last);
    if (row > 1 && (need > left || forced.has(row - 1))) {
      breaks.push(row - 1);
      left = room - (row > lastRepeated ? repeated : 0);
    }
    left -= need;
    row = last + 1;
  }
  return breaks;
}

const sum = (heights: readonly number[], first: number, last: number): number =>
  heights.slice(first - 1, last).reduce((a, b) => a + b, 0);

/** The last row that has to stand on the page of `row`. */
function blockEnd(sheet: PlanSheet, heights: readonly number[], row: number, room: number): number {
  let last = row;
  for (const [first, end] of sheet.print.keep ?? [])
    if (first <= row && row <= end) last = Math.max(last, end);
  // a heading goes with the row below it, and so on down
  while (last < heights.length && leads(sheet, last)) last = blockEnd(sheet, heights, last + 1, room);
  return sum(heights, row, last) > room ? row : last;
}

const leading: readonly (string | undefined)[] = ['title', 'subtitle', 'section', 'heading'];

const leads = (sheet: PlanSheet, row: number): boolean =>
  leading.includes(sheet.rows[row - 1]?.cells[0]?.style);
