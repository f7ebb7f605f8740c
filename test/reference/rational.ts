/** Exact fractions on BigInt: the reference evaluator never meets a double until it prints. */
export interface Rational {
  readonly p: bigint;
  /** Always positive. */
  readonly q: bigint;
}

/** Sums are kept as whole numbers of 10⁻⁹ (evaluation.md, Numbers). */
export const unitsPerOne = 1_000_000_000n;

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));

export function rational(p: bigint, q = 1n): Rational {
  if (q === 0n) throw new RangeError('division by zero');
  const common = gcd(p, q) || 1n;
  return q < 0n ? { p: -p / common, q: -q / common } : { p: p / common, q: q / common };
}

/** `12.5`, `-3`, `12,5`. Throws RangeError on anything else. */
export function rationalOf(text: string): Rational {
  const match = /^(-?)(\d+)(?:[.,](\d+))?$/.exec(text.trim());
  if (!match) throw new RangeError(`not a number: ${text}`);
  const [, sign = '', whole = '', fraction = ''] = match;
  return rational(BigInt(`${sign}${whole}${fraction}`), 10n ** BigInt(fraction.length));
}

export const zero = rational(0n);
export const one = rational(1n);
export const add = (a: Rational, b: Rational): Rational => rational(a.p * b.q + b.p * a.q, a.q * b.q);
export const subtract = (a: Rational, b: Rational): Rational => rational(a.p * b.q - b.p * a.q, a.q * b.q);
export const multiply = (a: Rational, b: Rational): Rational => rational(a.p * b.p, a.q * b.q);
export const divide = (a: Rational, b: Rational): Rational => rational(a.p * b.q, a.q * b.p);
export const isZero = (a: Rational): boolean => a.p === 0n;
/** Negative, zero or positive as a is less than, equal to or greater than b. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.p * b.q - b.p * a.q;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Rounded to 9 decimals, half away from zero, as a whole number of 10⁻⁹. */
export function toUnits(a: Rational): bigint {
  const scaled = a.p * unitsPerOne;
  const size = scaled < 0n ? -scaled : scaled;
  const rounded = (2n * size + a.q) / (2n * a.q);
  return scaled < 0n ? -rounded : rounded;
}

/** Whether the figure lies within a hundredth of half of 10⁻⁹. */
export function isNearHalf(a: Rational): boolean {
  const rest = ((a.p < 0n ? -a.p : a.p) * unitsPerOne) % a.q;
  const distance = 2n * rest - a.q;
  return 100n * (distance < 0n ? -distance : distance) < a.q;
}

export const fromUnits = (units: bigint): Rational => rational(units, unitsPerOne);

/** The nearest double, by way of 30 decimals. */
export function toNumber(a: Rational): number {
  const digits = 30;
  const scaled = (a.p * 10n ** BigInt(digits)) / a.q;
  const text = (scaled < 0n ? -scaled : scaled).toString().padStart(digits + 1, '0');
  const size = Number(`${text.slice(0, -digits)}.${text.slice(-digits)}`);
  return scaled < 0n ? -size : size;
}
