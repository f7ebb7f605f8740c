/** The 97.5 % point of the normal distribution. */
export const z = 1.959963984540054;

/**
 * The Wilson 95 % interval of a share in percent (Wilson 1927; Brown, Cai, DasGupta 2001).
 * undefined unless 0 ≤ n ≤ d are integers and d > 0.
 */
export function wilson(n: number, d: number): { low: number; high: number } | undefined {
  if (!Number.isInteger(n) || !Number.isInteger(d) || d <= 0 || n < 0 || n > d) return undefined;
  const middle = 2 * n + z * z;
  const spread = z * Math.sqrt(z * z + (4 * n * (d - n)) / d);
  const whole = 2 * (d + z * z);
  return {
    low: n === 0 ? 0 : (100 * (middle - spread)) / whole,
    high: n === d ? 100 : (100 * (middle + spread)) / whole,
  };
}
