import type { IndicatorTable, ValueRow } from './indicator-rows.ts';
import type { Matrix, MatrixRow } from './matrix.ts';

/** Shares in percent that can stand on one axis. */
const isShare = (row: {
  readonly indicator: { readonly unit: string; readonly kind: string; readonly negativeEffects: boolean };
}): boolean => row.indicator.kind === 'share' && !row.indicator.negativeEffects;

const isJudged = ({ indicator }: ValueRow): boolean =>
  indicator.better === 'higher' || indicator.better === 'lower';

/**
 * The indicators for the picture of this year beside the last: whole-year shares with both values, those that changed
 * noticeably first, those that rest on few data last, then those that can be better or worse, then the largest changes;
 * printed in the order of the table.
 */
export function yearOnYear(table: IndicatorTable, limit = 6): ValueRow[] {
  const rows = table.rows.filter(
    (r): r is ValueRow => r.type === 'value' && r.isWholeYear && isShare(r) && r.trend !== undefined,
  );
  const telling = (r: ValueRow): number =>
    (r.trend!.difference === 'noticeable' ? 10_000 : 0) +
    (isJudged(r) ? 1_000 : 0) -
    // what rests on a few people tells little
    (r.trend!.difference === 'few_data' ? 5_000 : 0) +
    Math.abs(r.trend!.delta);
  const chosen = new Set([...rows].sort((a, b) => telling(b) - telling(a)).slice(0, limit));
  return rows.filter((r) => chosen.has(r));
}

/** Where no earlier year is known: the first shares with a value. */
export function thisYear(table: IndicatorTable, limit = 6): ValueRow[] {
  return table.rows
    .filter(
      (r): r is ValueRow => r.type === 'value' && r.isWholeYear && isShare(r) && r.result.value !== undefined,
    )
    .slice(0, limit);
}

/**
 * The share whose organisations differ most: one with a noticeable difference before any other, then the widest, among
 * those that at least half as many organisations report as report the best known one.
 */
export function mostTelling(matrix: Matrix): MatrixRow | undefined {
  const candidates = matrix.rows.flatMap((row) => {
    if (row.type !== 'value' || !isShare(row) || !row.spread) return [];
    const { best, worst, difference } = row.spread;
    const known = row.cells.filter((c) => c.state === 'value').length;
    return [
      {
        row,
        known,
        width: Math.abs(best.value - worst.value),
        noticeable: difference === 'noticeable' ? 1 : 0,
      },
    ];
  });
  const most = Math.max(0, ...candidates.map((c) => c.known));
  const wellKnown = candidates.filter((c) => 2 * c.known >= most);
  return wellKnown.sort((a, b) => b.noticeable - a.noticeable || b.width - a.width)[0]?.row;
}

/** Whole-year shares with a value in every year of the table, for lines over time; noticeable changes first. */
export function lasting(table: IndicatorTable, limit = 5): ValueRow[] {
  if (table.years.length < 1) return [];
  return yearOnYear(
    {
      ...table,
      rows: table.rows.filter((r) => r.type === 'value' && r.past.every((p) => p.value !== undefined)),
    },
    limit,
  );
}
