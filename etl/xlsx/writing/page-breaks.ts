import type { PlanSheet } from '../../../shared/plan/plan.ts';
import { margins } from './page-setup.ts';

/** Points of A4 between top and bottom, at full size. */
const paper = { landscape: 595.3, portrait: 841.9 };
/** Part of a page that is filled: programs measure rows a little differently, and an overfull page costs another. */
const filled = 0.95;

/** Points of rows that stand on a page at a scale in percent. */
export function roomAt({ print }: PlanSheet, scale: number): number {
  const height = paper[print.orientation] - (margins.top + margins.bottom) * 72;
  return (filled * height * 100) / scale;
}

export interface FilledPages {
  /** Rows after which a new page begins, 1-based. */
  readonly breaks: readonly number[];
  /** Part of the last page that is filled, beside repeated rows: 0–1. */
  readonly last: number;
}

/**
 * Fills page after page with `room` points of rows, so that kept ranges stay whole and a heading stays with what follows
 * it. Every page ends by a break of ours, so that errors of measure do not add up.
 */
export function fillPages(sheet: PlanSheet, heights: readonly number[], room: number): FilledPages {
  const [firstRepeated, lastRepeated] = sheet.print.repeatRows ?? [1, 0];
  const repeated = sum(heights, firstRepeated, lastRepeated);
  const forced = new Set(sheet.print.breaks ?? []);
  const breaks: number[] = [];
  let page = room;
  let left = room;
  for (let row = 1; row <= heights.length; ) {
    const last = blockEnd(sheet, heights, row, room - repeated);
    const need = sum(heights, row, last);
    if (row > 1 && (need > left || forced.has(row - 1))) {
      breaks.push(row - 1);
      page = room - (row > lastRepeated ? repeated : 0);
      left = page;
    }
    left -= need;
    row = last + 1;
  }
  return { breaks, last: (page - left) / page };
}

const sum = (heights: readonly number[], first: number, last: number): number =>
  heights.slice(first - 1, last).reduce((a, b) => a + b, 0);

/** The last row that has to stand on the page of `row`. */
function blockEnd(sheet: PlanSheet, heights: readonly number[], row: number, room: number): number {
  const kept = (first: number): number => {
    const end = keptUntil(sheet, first);
    return sum(heights, first, end) > room ? first : end;
  };
  let last = kept(row);
  // a heading goes with the row below it, and so on down
  while (last < heights.length && leads(sheet, last)) last = kept(last + 1);
  return sum(heights, row, last) > room ? row : last;
}

/** The end of the kept ranges in which a row stands. */
function keptUntil({ print }: PlanSheet, row: number): number {
  let last = row;
  for (const [first, end] of print.keep ?? []) if (first <= row && row <= end) last = Math.max(last, end);
  return last;
}

const leading: readonly (string | undefined)[] = ['title', 'subtitle', 'section', 'heading'];

/** Hidden rows hold keys for what follows them; a key column says nothing of its row. */
function leads({ rows, columns }: PlanSheet, row: number): boolean {
  const { hidden, cells = [] } = rows[row - 1] ?? {};
  return hidden === true || leading.includes(cells.find(({ column }) => !columns[column - 1]?.hidden)?.style);
}
