/**
 * Reasons for a missing value in the order of precedence of evaluation.md: of several the first counts,
 * so the smaller number wins. 0 = there is a value.
 */
export const reasons = [
  '',
  'rejected',
  'not_reported',
  'no_data',
  'zero_denominator',
  'no_base',
  'too_few',
  'not_applicable',
  'no_definition',
] as const;
export type Reason = (typeof reasons)[number];

export type UnitLevel = 'organisation' | 'district' | 'region';

/** One row of `export indicators` (contracts §§1, 6). Ratios in percent; undefined = empty cell. */
export interface IndicatorResult {
  /** Concrete code. */
  readonly indicator: string;
  readonly level: UnitLevel;
  readonly unit: string;
  readonly period: string;
  readonly value?: number;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly reported: number;
  readonly expected: number;
  readonly reason: Reason;
  readonly low?: number;
  readonly high?: number;
}
