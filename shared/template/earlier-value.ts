import type { DataElement } from '../catalog/types.ts';
import { type Frequency, periodsOfSchoolYear } from '../period/period.ts';
import type { PreviousValues } from './fill.ts';
import type { Moment } from './moment.ts';

function gathered(
  values: readonly (number | undefined)[],
  toTime: DataElement['toTime'],
): number | undefined {
  const known = values.filter((value) => value !== undefined);
  if (known.length === 0) return undefined;
  if (toTime === 'last') return known[known.length - 1];
  if (toTime === 'max') return Math.max(...known);
  if (known.length < values.length) return undefined;
  const sum = known.reduce((a, b) => a + b, 0);
  return toTime === 'sum' ? sum : sum / known.length;
}

/**
 * The number of a concrete element at a moment of an earlier school year, gathered by `to_time` where a whole year is
 * asked for; undefined where it is not known.
 */
export function earlierValue(
  previous: PreviousValues,
  element: DataElement,
  concrete: string,
  frequency: Frequency,
  moment: Moment,
): number | undefined {
  const number = (period: string): number | undefined => {
    const value = previous(concrete, period);
    return typeof value === 'number' ? value : undefined;
  };
  if (moment.kind === 'period') return number(moment.key);
  const periods = periodsOfSchoolYear(frequency, moment.schoolYear);
  return gathered(
    periods.map((period) => number(period.key)),
    element.toTime,
  );
}
