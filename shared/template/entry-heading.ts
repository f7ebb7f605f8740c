import type { PlanCell } from '../plan/plan.ts';
import { templateTexts } from '../texts/template.ts';
import type { BlockColumn } from './blocks.ts';
import { samePeriodLastYear } from './moment.ts';
import type { Rows } from './rows.ts';

/** Neighbouring columns from `start` on. */
export interface HeadingGroup {
  readonly start: number;
  readonly columns: readonly BlockColumn[];
}

const sameUpTo = (a: BlockColumn, b: BlockColumn, level: number): boolean =>
  a.headings.slice(0, level + 1).every((heading, i) => heading === b.headings[i]);

/** The same columns as headings of last year's values. */
export const lastYear = (columns: readonly BlockColumn[]): BlockColumn[] =>
  columns.map((column) => {
    const { entry, periodShort } = templateTexts;
    const { period } = column.moment;
    const [first = '', ...rest] = column.headings;
    const isPeriod = first === periodShort(period) || first === templateTexts.periodTitle(period);
    const then = isPeriod ? periodShort(samePeriodLastYear(period)) : first;
    return { ...column, headings: [entry.previous(then), ...rest] };
  });

function levelCells({ start, columns }: HeadingGroup, level: number): PlanCell[] {
  return columns.map((column, i) => {
    const isFirst = i === 0 || !sameUpTo(columns[i - 1]!, column, level);
    const value = isFirst ? { value: column.headings[level] ?? '' } : {};
    return { column: start + i, style: 'heading', ...value };
  });
}

function mergeEqual(rows: Rows, row: number, { start, columns }: HeadingGroup, level: number): void {
  let from = 0;
  for (let i = 1; i <= columns.length; i++) {
    if (i < columns.length && sameUpTo(columns[from]!, columns[i]!, level)) continue;
    rows.merge(row, start + from, row, start + i - 1);
    from = i;
  }
}

/**
 * The headings of a block, a row per level: the period over its members, equal neighbours under equal parents merged,
 * the `fixed` columns merged over all levels. Returns the last row.
 */
export function entryHeading(
  rows: Rows,
  fixed: readonly (readonly [number, string])[],
  groups: readonly HeadingGroup[],
): number {
  const depth = groups[0]!.columns[0]!.headings.length;
  const top = rows.next;
  for (let level = 0; level < depth; level++) {
    const titles = fixed.map(
      ([column, value]): PlanCell => ({ column, style: 'heading', ...(level === 0 ? { value } : {}) }),
    );
    const row = rows.add([...titles, ...groups.flatMap((group) => levelCells(group, level))]);
    for (const group of groups) mergeEqual(rows, row, group, level);
  }
  const bottom = rows.next - 1;
  for (const [column] of fixed) rows.merge(top, column, bottom, column);
  return bottom;
}
