import type { EntryRule, PlanCell } from '../plan/plan.ts';
import { templateTexts } from '../texts/template.ts';
import { samePeriodLastYear } from './moment.ts';
import type { RosterColumn } from './roster.ts';
import type { Rows } from './rows.ts';

/** A printed column: the entry cells of a value, or beside them what it was last year. */
export interface PrintedColumn {
  readonly column: RosterColumn;
  /** 1-based place on the tab. */
  readonly at: number;
  readonly isLastYear: boolean;
  /** One object for all cells of the column: renderers tell equal rules by it. */
  readonly rule: EntryRule;
}

/** Words of a column's headings from the widest to the narrowest, in as many rows as the deepest of the tab has. */
function wordsOf({ column, isLastYear }: PrintedColumn, depth: number): (string | undefined)[] {
  const { entry, periodShort } = templateTexts;
  const unit = column.element.unit || (column.element.type === 'yes_no' ? entry.yesNoUnit : '');
  const [name = '', ...rest] = column.headings;
  const members = rest.slice(0, -1);
  const period = isLastYear
    ? entry.previous(periodShort(samePeriodLastYear(column.period)))
    : periodShort(column.period);
  const head = unit === '' ? name : `${name}, ${unit}`;
  // names reach down to where the members begin
  const gap = Array.from({ length: depth - 2 - members.length }, () => undefined);
  return [head, ...gap, ...members, period];
}

/** Rows of headings that a tab needs. */
export const headingDepth = (columns: readonly RosterColumn[]): number =>
  Math.max(...columns.map(({ headings }) => headings.length));

/**
 * Writes the headings, a row per level; equal neighbours under equal parents are merged, and so are the `fixed` columns
 * over all levels. Returns the first and the last row.
 */
export function writeHeadings(
  rows: Rows,
  fixed: readonly (readonly [number, string])[],
  columns: readonly PrintedColumn[],
): readonly [number, number] {
  const depth = headingDepth(columns.map(({ column }) => column));
  const top = rows.next;
  const words = columns.map((column) => wordsOf(column, depth));
  const path = (i: number, level: number): string =>
    JSON.stringify([columns[i]!.column.element.code, ...words[i]!.slice(0, level + 1)]);
  for (let level = 0; level < depth; level++) {
    const cells = fixed.map(
      ([column, value]): PlanCell => ({ column, style: 'heading', ...(level === 0 && { value }) }),
    );
    for (const [i, { at }] of columns.entries()) {
      const value = words[i]![level];
      const isFirst = i === 0 || path(i - 1, level) !== path(i, level);
      cells.push({ column: at, style: 'heading', ...(value !== undefined && isFirst && { value }) });
    }
    rows.add(cells);
  }
  const bottom = rows.next - 1;
  for (const [column] of fixed) rows.merge(top, column, bottom, column);
  for (let level = 0; level < depth; level++) {
    for (let from = 0, to = 0; from < columns.length; from = to) {
      to = from + 1;
      while (to < columns.length && path(to, level) === path(from, level)) to++;
      if (words[from]![level] === undefined) continue;
      let below = level;
      while (below + 1 < depth && words[from]![below + 1] === undefined) below++;
      rows.merge(top + level, columns[from]!.at, top + below, columns[to - 1]!.at);
    }
  }
  return [top, bottom];
}
