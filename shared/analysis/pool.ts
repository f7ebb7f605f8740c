import type { Indicator } from '../catalog/types.ts';
import { joinSums, nanosOf } from '../indicator/exact.ts';
import { factorOf, ratio } from '../indicator/ratio.ts';
import type { IndicatorResult } from '../indicator/types.ts';
import { wilson } from '../indicator/wilson.ts';

/** Several organisations taken as one: Σ numerators ÷ Σ denominators, never a mean of percentages. */
export interface Pooled {
  /** Missing where nobody gave both sides, the denominators add up to 0 or are fewer than `min_n`. */
  readonly value?: number;
  readonly numerator: number;
  readonly denominator: number;
  /** Organisations that gave both sides. */
  readonly reported: number;
  readonly low?: number;
  readonly high?: number;
}

/** Kinds of indicators whose figures of several organisations make one figure that can stand beside each of theirs. */
export const isPoolable = ({ kind }: Pick<Indicator, 'kind'>): boolean =>
  kind === 'share' || kind === 'mean' || kind === 'presence';

/** Sums of 9-decimal figures, independent of order (evaluation.md, Numbers). */
function sum(values: readonly number[]): number {
  let wholes = 0;
  let nanos = 0;
  for (const value of values) {
    wholes += Math.trunc(value);
    nanos += nanosOf(value);
  }
  return joinSums(wholes, nanos);
}

/** Pools rows of one indicator and period of several organisations (domain §6, Roll-up); a row without both sides does not enter. */
export function pool(
  indicator: Pick<Indicator, 'kind' | 'factor' | 'minN'>,
  rows: readonly IndicatorResult[],
): Pooled {
  const given = rows.filter((r) => r.numerator !== undefined && r.denominator !== undefined);
  const numerator = sum(given.map((r) => r.numerator!));
  const denominator = sum(given.map((r) => r.denominator!));
  const parts = { numerator, denominator, reported: given.length };
  if (given.length === 0 || denominator === 0 || denominator < (indicator.minN ?? 0)) return parts;
  const interval = indicator.kind === 'mean' ? undefined : wilson(numerator, denominator);
  return { ...parts, value: ratio(factorOf(indicator.factor), numerator, denominator), ...interval };
}
