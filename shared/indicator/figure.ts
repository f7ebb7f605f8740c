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

/**
 * What of a definition decides its figures: one shape for all, because millions of rows read it
 * and catalogue rows come in many shapes.
 */
export interface Rule {
  readonly factor: number;
  /** −∞ where none is asked for; `change` prints no denominator and so is never too few. */
  readonly minN: number;
  readonly isCount: boolean;
  readonly isChange: boolean;
  /** The factor of the definition one step back, for `change`. */
  readonly factorBefore: number;
}

/** `before` is the definition of the period one step back, for `change` only. */
export function ruleOf(indicator: Indicator, before?: Indicator): Rule {
  return {
    factor: indicator.factor,
    minN: before === undefined && indicator.minN !== undefined ? indicator.minN : -Infinity,
    isCount: indicator.kind === 'count',
    isChange: before !== undefined,
    factorBefore: before === undefined ? 0 : before.factor,
  };
}

/** factor × n ÷ d, multiplied before dividing (contracts §1); d is NaN where there is none. */
const ratio = (factor: number, n: number, d: number): number => (factor * n) / (Number.isNaN(d) ? 1 : d);

/**
 * The figure of given sums (contracts §1; evaluation.md, Too few, Change and zero).
 * A result too large for a double counts as a division by zero.
 */
export function settle(rule: Rule, sums: Sums, out: Figure): void {
  const { n, d } = sums;
  const { factor, isChange } = rule;
  out.numerator = isChange ? NaN : rule.isCount ? factor * n : n;
  out.denominator = isChange ? NaN : d;
  out.value = NaN;
  if (d === 0 || (isChange && sums.dBefore === 0)) out.reason = zeroDenominator;
  else if (d < rule.minN) out.reason = tooFew;
  else {
    const now = ratio(factor, n, d);
    const value = isChange ? now - ratio(rule.factorBefore, sums.nBefore, sums.dBefore) : now;
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
