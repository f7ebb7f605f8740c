import type { IndicatorResult } from '../../shared/indicator/types.ts';

const keys = ['indicator', 'level', 'unit', 'period'] as const;
const exact = ['denominator', 'reported', 'expected', 'reason'] as const;
const near = ['value', 'low', 'high'] as const;

const name = (row: IndicatorResult): string => keys.map((k) => row[k]).join(' ');
const close = (a: number | undefined, b: number | undefined): boolean =>
  a === b ||
  (a !== undefined && b !== undefined && Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(a), Math.abs(b)));

/**
 * What differs between two exports, a line each, empty when they agree: pairs, coverage and reasons exactly; ratios to
 * 12 digits, for they are quotients of doubles. The order of the rows is not looked at.
 */
export function differences(found: readonly IndicatorResult[], wanted: readonly IndicatorResult[]): string[] {
  const faults: string[] = [];
  const byName = new Map(found.map((row) => [name(row), row]));
  if (byName.size !== found.length) faults.push('a row stands twice');
  for (const row of wanted) {
    const other = byName.get(name(row));
    byName.delete(name(row));
    if (!other) faults.push(`${name(row)}: no row, wanted ${JSON.stringify(row)}`);
    else {
      // the numerator of a count is its value, factor included
      const count = row.denominator === undefined && close(other.numerator, row.numerator);
      if (!count && other.numerator !== row.numerator) {
        faults.push(`${name(row)}: numerator ${other.numerator}, wanted ${row.numerator}`);
      }
      for (const k of exact)
        if (other[k] !== row[k]) faults.push(`${name(row)}: ${k} ${other[k]}, wanted ${row[k]}`);
      for (const k of near)
        if (!close(other[k], row[k])) faults.push(`${name(row)}: ${k} ${other[k]}, wanted ${row[k]}`);
    }
  }
  for (const [key, row] of byName) faults.push(`${key}: a row too many: ${JSON.stringify(row)}`);
  return faults;
}
