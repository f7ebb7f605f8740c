import type * as r from './rational.ts';

/** z of contracts §1. */
const z = 1.959963984540054;

/**
 * Wilson's interval of n out of d in percent, where 0 ≤ n ≤ d are whole numbers and d > 0; else undefined.
 * Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, 1927.
 */
export function wilson(n: r.Rational, d: r.Rational): { low: number; high: number } | undefined {
  if (n.q !== 1n || d.q !== 1n || n.p < 0n || n.p > d.p || d.p <= 0n) return undefined;
  const [x, size] = [Number(n.p), Number(d.p)];
  // The roots of (x/size − p)² = z² p (1 − p) / size.
  const middle = x + (z * z) / 2;
  const half = z * Math.sqrt((x * (size - x)) / size + (z * z) / 4);
  return { low: (100 * (middle - half)) / (size + z * z), high: (100 * (middle + half)) / (size + z * z) };
}
