import type { Book, Dimension, GridRange } from './model.ts';

/** What happens to the rows or columns of one tab when some are inserted, deleted or moved. */
export interface Shift {
  readonly sheetId: number;
  readonly dimension: Dimension;
  /** New place of a row or column; undefined when it is gone. */
  index(old: number): number | undefined;
  /** New bounds of a span [start, end); undefined when nothing of it is left. */
  span(start: number, end: number): [number, number] | undefined;
}

export const inserted = (sheetId: number, dimension: Dimension, at: number, count: number): Shift => ({
  sheetId,
  dimension,
  index: (old) => (old >= at ? old + count : old),
  // a span grows when something comes between its first and its last line
  span: (start, end) => [start >= at ? start + count : start, end > at ? end + count : end],
});

export function deleted(sheetId: number, dimension: Dimension, from: number, to: number): Shift {
  const bound = (p: number): number => (p <= from ? p : p >= to ? p - (to - from) : from);
  return {
    sheetId,
    dimension,
    index: (old) => (old >= from && old < to ? undefined : bound(old)),
    span: (start, end) => (bound(start) < bound(end) ? [bound(start), bound(end)] : undefined),
  };
}

/** `destination` counts before the move, as in MoveDimensionRequest. */
export function moved(
  sheetId: number,
  dimension: Dimension,
  from: number,
  to: number,
  destination: number,
): Shift {
  const count = to - from;
  const index = (old: number): number => {
    if (old >= from && old < to)
      return destination > from ? old + (destination - to) : old + (destination - from);
    if (destination > from) return old >= to && old < destination ? old - count : old;
    return old >= destination && old < from ? old + count : old;
  };
  return {
    sheetId,
    dimension,
    index,
    span(start, end) {
      // a span that stays in one piece goes along, one that would be torn keeps its bounds (not imitated further)
      const first = index(start);
      for (let i = start; i < end; i++) if (index(i) !== first + (i - start)) return [start, end];
      return [first, first + (end - start)];
    },
  };
}

export function shiftRange(range: GridRange, shift: Shift): GridRange | undefined {
  if ((range.sheetId ?? 0) !== shift.sheetId) return range;
  const [startKey, endKey] =
    shift.dimension === 'ROWS'
      ? (['startRowIndex', 'endRowIndex'] as const)
      : (['startColumnIndex', 'endColumnIndex'] as const);
  const start = range[startKey] ?? undefined;
  const end = range[endKey] ?? undefined;
  if (start === undefined && end === undefined) return range;
  const span = shift.span(start ?? 0, end ?? Number.MAX_SAFE_INTEGER);
  if (!span) return undefined;
  const result = { ...range };
  if (start !== undefined) result[startKey] = span[0];
  if (end !== undefined) result[endKey] = span[1];
  return result;
}

const ranges = (list: GridRange[], shift: Shift): GridRange[] =>
  list.map((range) => shiftRange(range, shift)).filter((range) => range !== undefined);

/** Applies a shift to everything of the book that points at the tab, except cells and formulas. */
export function shiftObjects(book: Book, shift: Shift): void {
  for (const tab of book.tabs) {
    tab.merges = ranges(tab.merges, shift);
    tab.protectedRanges = tab.protectedRanges.flatMap((item) => {
      const range = item.range && shiftRange(item.range, shift);
      return range ? [{ ...item, range, ...unprotected(item.unprotectedRanges, shift) }] : [];
    });
    tab.conditionalFormats = tab.conditionalFormats.flatMap((rule) => {
      const left = ranges(rule.ranges ?? [], shift);
      return left.length > 0 ? [{ ...rule, ranges: left }] : [];
    });
    if (tab.basicFilter?.range) {
      const range = shiftRange(tab.basicFilter.range, shift);
      tab.basicFilter = range ? { ...tab.basicFilter, range } : undefined;
    }
    for (const chart of tab.charts) shiftChart(chart, shift);
  }
  book.namedRanges = book.namedRanges.flatMap((item) => {
    const range = shiftRange(item.range!, shift);
    return range ? [{ ...item, range }] : [];
  });
  book.metadata = book.metadata.flatMap((item) => {
    const at = item.location?.dimensionRange;
    if (!at || at.sheetId !== shift.sheetId || at.dimension !== shift.dimension) return [item];
    const index = shift.index(at.startIndex!);
    if (index === undefined) return [];
    const dimensionRange = { ...at, startIndex: index, endIndex: index + 1 };
    return [{ ...item, location: { ...item.location, dimensionRange } }];
  });
}

function unprotected(list: GridRange[] | undefined, shift: Shift): { unprotectedRanges?: GridRange[] } {
  return list ? { unprotectedRanges: ranges(list, shift) } : {};
}

/** Sources and anchor of a chart: every `sources` list and the anchor cell, wherever they are in it. */
function shiftChart(node: unknown, shift: Shift): void {
  if (!node || typeof node !== 'object') return;
  const object = node as Record<string, unknown>;
  if (Array.isArray(object.sources)) object.sources = ranges(object.sources as GridRange[], shift);
  const anchor = object.anchorCell as
    | { sheetId?: number; rowIndex?: number; columnIndex?: number }
    | undefined;
  if (anchor && (anchor.sheetId ?? 0) === shift.sheetId) {
    const key = shift.dimension === 'ROWS' ? 'rowIndex' : 'columnIndex';
    const old = anchor[key] ?? 0;
    anchor[key] = shift.index(old) ?? shift.span(0, old)?.[1] ?? 0;
  }
  for (const value of Object.values(object)) shiftChart(value, shift);
}
