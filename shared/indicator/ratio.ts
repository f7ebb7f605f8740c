import { decimal } from '../number/decimal.ts';
import { joinSums, nanosOf } from './exact.ts';

/** A factor as it is written: digits × 10^−decimals, so that it multiplies exactly. */
export interface Factor {
  readonly value: number;
  readonly digits: number;
  readonly decimals: number;
}

/** Throws RangeError for NaN and infinities. */
export function factorOf(value: number): Factor {
  const [whole = '', fraction = ''] = decimal(value).split('.');
  return { value, digits: Number(whole + fraction), decimals: fraction.length };
}

const isWhole = (value: number): boolean => value === Math.floor(value);
const isExact = (value: number): boolean => Math.abs(value) <= Number.MAX_SAFE_INTEGER;
const tens = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];
const tenTo = (exponent: number): number => tens[exponent] ?? Infinity;

/** How many decimals a value at 9 decimals needs. */
function decimalsOf(value: number): number {
  let nanos = Math.abs(nanosOf(value));
  if (nanos === 0) return 0;
  let decimals = 9;
  for (; nanos % 10 === 0; nanos /= 10) decimals--;
  return decimals;
}

const digitsOf = (value: number, decimals: number): number =>
  Math.trunc(value) * tenTo(decimals) + nanosOf(value) / tenTo(9 - decimals);

/** The same over decimal digits: both sides of the fraction as whole numbers, then one division, rounded once. */
function ratioOfDecimals(factor: Factor, n: number, d: number): number {
  const nDecimals = decimalsOf(n);
  const dDecimals = decimalsOf(d);
  const shift = nDecimals + factor.decimals - dDecimals;
  const top = factor.digits * digitsOf(n, nDecimals) * tenTo(Math.max(0, -shift));
  const bottom = digitsOf(d, dDecimals) * tenTo(Math.max(0, shift));
  if (isExact(top) && isExact(bottom)) return top / bottom;
  if (d === 1 && factor.decimals === 0) {
    return joinSums(factor.digits * Math.trunc(n), factor.digits * nanosOf(n));
  }
  // too many digits for a double's whole numbers: off by some 10⁻¹⁶ of the value
  return (factor.value * n) / d;
}

/**
 * factor × n ÷ d, multiplied before dividing (contracts §1) and rounded once: n and d, sums at 9 decimals, multiply as
 * whole numbers or decimal digits. No denominator is 1.
 */
export function ratio(factor: Factor, n: number, d: number): number {
  if (factor.decimals === 0 && isWhole(n) && isWhole(d)) return (factor.digits * n) / d;
  return ratioOfDecimals(factor, n, d);
}

/** `ratio` now − the same before, over one common denominator where whole numbers reach so far. */
export function ratioChange(
  factor: Factor,
  n: number,
  d: number,
  factorBefore: Factor,
  nBefore: number,
  dBefore: number,
): number {
  if (factor.value === factorBefore.value && d === 1 && dBefore === 1) {
    const wholes = Math.trunc(n) - Math.trunc(nBefore);
    return ratio(factor, joinSums(wholes, nanosOf(n) - nanosOf(nBefore)), 1);
  }
  const now = factor.digits * n * dBefore;
  const then = factorBefore.digits * nBefore * d;
  const bottom = d * dBefore;
  const whole =
    factor.decimals === 0 && factorBefore.decimals === 0 && [n, d, nBefore, dBefore].every(isWhole);
  if (whole && [now, then, bottom].every(isExact)) {
    return (now - then) / bottom;
  }
  return ratio(factor, n, d) - ratio(factorBefore, nBefore, dBefore);
}
