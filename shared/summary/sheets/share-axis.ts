import type { PlanChart } from '../../plan/plan.ts';

/**
 * Axis for shares in percent: from zero, so that lengths compare; up to 100 where that leaves no more than half of the
 * picture empty, otherwise as far as the values go.
 */
export function shareAxis(values: readonly number[]): NonNullable<PlanChart['valueAxis']> {
  const most = Math.max(0, ...values);
  return { min: 0, ...(most >= 50 && most <= 100 && { max: 100 }), format: 'integer' };
}

/** Axis for lines, where slopes and not lengths are compared: the tens around the values, so that lines keep apart. */
export function levelAxis(values: readonly number[]): NonNullable<PlanChart['valueAxis']> {
  const least = Math.min(...values);
  const most = Math.max(...values);
  return {
    min: Math.max(0, 10 * Math.floor((least - 3) / 10)),
    max: Math.min(100, 10 * Math.ceil((most + 3) / 10)),
    format: 'integer',
  };
}
