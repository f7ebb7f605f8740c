import type { IndicatorKind } from '../catalog/types.ts';
import type { IndicatorResult } from '../indicator/types.ts';
import { parsePeriod, periodsOfSchoolYear, previousSchoolYear } from '../period/period.ts';
import { type Better, type Difference, difference, judge } from './comparison.ts';

/** The change against the same period of the school year before. */
export interface Trend {
  /** Now minus before, in percentage points for shares, in the indicator's unit otherwise; unrounded. */
  readonly delta: number;
  readonly difference: Difference;
  readonly judgement: -1 | 0 | 1;
}

/** The same part of the school year `years` back: `2024/25:start` → `2023/24:start`, `2025` → `2024`. */
export function yearsBack(period: string, years: number): string | undefined {
  const parsed = parsePeriod(period);
  if (!parsed) return undefined;
  const at = periodsOfSchoolYear(parsed.frequency, parsed.schoolYear).findIndex((p) => p.key === parsed.key);
  let schoolYear = parsed.schoolYear;
  for (let i = 0; i < years; i++) schoolYear = previousSchoolYear(schoolYear);
  return periodsOfSchoolYear(parsed.frequency, schoolYear)[at]?.key;
}

/** Undefined when either year has no value, and for indicators that are changes already. */
export function trend(
  now: IndicatorResult,
  before: IndicatorResult | undefined,
  indicator: { readonly kind: IndicatorKind; readonly better: Better },
): Trend | undefined {
  if (indicator.kind === 'change' || now.value === undefined || before?.value === undefined) return undefined;
  const delta = now.value - before.value;
  const found = difference(now, before);
  // a change that chance explains is neither good nor bad
  const counts = found === 'noticeable' || found === 'unknown';
  return { delta, difference: found, judgement: counts ? judge(delta, indicator.better) : 0 };
}
