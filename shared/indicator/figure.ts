import type { Indicator } from '../catalog/types.ts';
import { type Factor, factorOf, ratio, ratioChange } from './ratio.ts';
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
  readonly factor: Factor;
  /** −∞ where none is asked for; `change` prints no denominator and so is never too few. */
  readonly minN: number;
  readonly isCount: boolean;
  readonly isChange: boolean;
  /** The factor of the definition one step back, for `change`. */
  readonly factorBefore: Factor;
}

/** `before` is the definition of the period one step back, for `change` only. */
export function ruleOf(indicator: Indicator, before?: Indicator): Rule {
  return {
    factor: factorOf(indicator.factor),
    minN: before === undefined && indicator.minN !== undefined ? indicator.minN : -Infinity,
    isCount: indicator.kind === 'count',
    isChange: before !== undefined,
    factorBefore: factorOf((before ?? indicator).factor),
  };
}

/** What keeps given sums from having a value, or 0 (evaluation.md, Too few: `zero_denominator` comes first). */
export const shortfall = (d: number, minN: number): number =>
  d === 0 ? zeroDenominator : d < minN ? tooFew : given;

/** A side that is not there divides by one. */
const divisor = (d: number): number => (Number.isNaN(d) ? 1 : d);

/**
 * The figure of given sums (contracts §1; evaluation.md, Too few, Change and zero).
 * A result too large for a double counts as a division by zero.
 */
export function settle(rule: Rule, sums: Sums, out: Figure): void {
  const { n, d } = sums;
  const { factor, isChange } = rule;
  out.numerator = isChange ? NaN : rule.isCount ? ratio(factor, n, 1) + 0 : n;
  out.denominator = isChange ? NaN : d;
  out.value = NaN;
  out.reason = isChange && sums.dBefore === 0 ? zeroDenominator : shortfall(d, rule.minN);
  if (out.reason === given) {
    const value = isChange
      ? ratioChange(factor, n, divisor(d), rule.factorBefore, sums.nBefore, divisor(sums.dBefore))
      : ratio(factor, n, divisor(d));
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
