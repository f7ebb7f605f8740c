import type { Indicator } from '../catalog/types.ts';
import { given, tooFew, zeroDenominator } from './status.ts';

/** Sums of one unit or group: now and, for `change`, one step back. NaN = there is no such side. */
export interface Sums {
  n: number;
  d: number;
  nBefore: number;
  dBefore: number;
}

/** What is printed of it; NaN = empty. `reason` is 0 or a number of types.ts. */
export interface Figure {
  value: number;
  numerator: number;
  denominator: number;
  reason: number;
}

/** Figures are reused for millions of rows. */
export const emptyFigure = (): Figure => ({ value: NaN, numerator: NaN, denominator: NaN, reason: given });

const isFew = (indicator: Indicator, d: number): boolean =>
  indicator.minN !== undefined && d < indicator.minN;

/** factor × n ÷ d, multiplied before dividing (contracts §1). */
const ratio = (factor: number, n: number, d: number): number => (factor * n) / (Number.isNaN(d) ? 1 : d);

/**
 * The figure of given sums (contracts §1; evaluation.md, Too few, Change and zero). `before` is the definition
 * of the period one step back, for `change` only, which prints no denominator and so is never too few. A result too large for a double counts as a division by zero.
 */
export function settle(indicator: Indicator, before: Indicator | undefined, sums: Sums, out: Figure): void {
  const { n, d } = sums;
  const { factor } = indicator;
  const isChange = before !== undefined;
  out.numerator = isChange ? NaN : indicator.kind === 'count' ? factor * n : n;
  out.denominator = isChange ? NaN : d;
  out.value = NaN;
  if (d === 0 || (isChange && sums.dBefore === 0)) out.reason = zeroDenominator;
  else if (!isChange && isFew(indicator, d)) out.reason = tooFew;
  else {
    const now = ratio(factor, n, d);
    const value = isChange ? now - ratio(before.factor, sums.nBefore, sums.dBefore) : now;
    out.reason = Number.isFinite(value) ? given : zeroDenominator;
    // + 0 turns −0 into 0
    if (out.reason === given) out.value = value + 0;
  }
}

/** A figure without a value. */
export function settleMissing(reason: number, out: Figure): void {
  out.value = NaN;
  out.numerator = NaN;
  out.denominator = NaN;
  out.reason = reason;
}
