import type { IndicatorTable, ValueRow } from './indicator-rows.ts';
import type { Matrix, MatrixRow } from './matrix.ts';

/** Shares in percent that can stand on one axis. */
const isShare = (row: {
  readonly indicator: { readonly unit: string; readonly kind: string; readonly negativeEffects: boolean };
}): boolean => row.indicator.kind === 'share' && !row.indicator.negativeEffects;

/**
 * The indicators for the picture of this year beside the last: whole-year shares with both values, those that changed
 * noticeably first, then the largest changes; printed in the order of the table.
 */
export function yearOnYear(table: IndicatorTable, limit = 8): ValueRow[] {
  const rows = table.rows.filter(
    (r): r is ValueRow => r.type === 'value' && r.isWholeYear && isShare(r) && r.trend !== undefined,
  );
  const telling = (r: ValueRow): number =>
    (r.trend!.difference === 'noticeable' ? 1000 : 0) + Math.abs(r.trend!.delta);
  const chosen = new Set([...rows].sort((a, b) => telling(b) - telling(a)).slice(0, limit));
  return rows.filter((r) => chosen.has(r));
}

/** Where no earlier year is known: the first shares with a value. */
export function thisYear(table: IndicatorTable, limit = 8): ValueRow[] {
  return table.rows
    .filter(
      (r): r is ValueRow => r.type === 'value' && r.isWholeYear && isShare(r) && r.result.value !== undefined,
    )
    .slice(0, limit);
}

/** The share whose organisations differ most among those that most organisations report. */
export function mostTelling(matrix: Matrix): MatrixRow | undefined {
  let best: { row: MatrixRow; known: number; width: number } | undefined;
  for (const row of matrix.rows) {
    if (row.type !== 'value' || !isShare(row) || !row.spread) continue;
    const known = row.cells.filter((c) => c.state === 'value').length;
    const width = Math.abs(row.spread.best.value - row.spread.worst.value);
    if (!best || known > best.known || (known === best.known && width > best.width))
      best = { row, known, width };
  }
  return best?.row;
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
