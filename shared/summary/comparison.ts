import type { IndicatorResult } from '../indicator/types.ts';

type Measured = Pick<IndicatorResult, 'value' | 'denominator' | 'low' | 'high'>;

/** Below this many people a share says little. */
const fewPeople = 30;
/** An interval as wide as this, in percentage points, says little. */
const wideInterval = 30;

/**
 * True where a share rests on too few cases to lean on: fewer than 30 in the denominator, or a 95 % interval 30
 * percentage points wide or more. Both limits are the absolute criteria of the NCHS Data Presentation Standards for
 * Proportions (Parker et al. 2017, Vital and Health Statistics 2, No. 175). Values without an interval: false.
 */
export function isFewData(r: Measured): boolean {
  if (r.low === undefined || r.high === undefined) return false;
  return (r.denominator ?? 0) < fewPeople || r.high - r.low >= wideInterval;
}

export type Difference = 'same' | 'noticeable' | 'within_error' | 'few_data' | 'unknown';

/**
 * Whether two shares differ by more than chance: the 95 % interval of the difference from the two Wilson intervals
 * (Newcombe 1998, Statistics in Medicine 17:873–890, method 10) leaves zero out. Then the difference is noticeable
 * whatever the numbers; otherwise `few_data` where either share is weak. `unknown` without intervals or values.
 */
export function difference(now: Measured, before: Measured): Difference {
  if (now.value === undefined || before.value === undefined) return 'unknown';
  if (now.value === before.value) return 'same';
  if (now.low === undefined || now.high === undefined) return 'unknown';
  if (before.low === undefined || before.high === undefined) return 'unknown';
  const delta = now.value - before.value;
  const below = Math.sqrt((now.value - now.low) ** 2 + (before.high - before.value) ** 2);
  const above = Math.sqrt((now.high - now.value) ** 2 + (before.value - before.low) ** 2);
  if (delta - below > 0 || delta + above < 0) return 'noticeable';
  return isFewData(now) || isFewData(before) ? 'few_data' : 'within_error';
}

export type Better = '' | 'higher' | 'lower' | 'neutral';

/** `+1` an improvement, `−1` a worsening, `0` neither or not to be judged. */
export function judge(delta: number, better: Better): -1 | 0 | 1 {
  if (delta === 0 || (better !== 'higher' && better !== 'lower')) return 0;
  return delta > 0 === (better === 'higher') ? 1 : -1;
}

export interface NormVerdict {
  readonly norm: number;
  readonly met: boolean;
  /** The interval holds the norm, so chance could turn the verdict. */
  readonly withinError: boolean;
}

/** Against the norm, unrounded: 29.97 is not 30. Undefined without value, norm or a side that is better. */
export function againstNorm(r: Measured, norm: number | undefined, better: Better): NormVerdict | undefined {
  if (norm === undefined || r.value === undefined || (better !== 'higher' && better !== 'lower'))
    return undefined;
  const met = better === 'higher' ? r.value >= norm : r.value <= norm;
  const withinError =
    r.low !== undefined && r.high !== undefined && r.low <= norm && norm <= r.high && r.value !== norm;
  return { norm, met, withinError };
}
