import { formDay } from '../catalog/form-day.ts';
import type { Form } from '../catalog/types.ts';
import type { Day, Period } from '../period/period.ts';

/** The day to keep in mind: the first that has not passed, else the last. */
export interface NextDue {
  readonly day: Day;
  readonly isPast: boolean;
  /** One of several. */
  readonly isNext: boolean;
}

/** When a form with these periods is next due; undefined where it has no days. */
export function nextDue(
  { due }: Pick<Form, 'due'>,
  periods: readonly Period[],
  today: Day,
): NextDue | undefined {
  const days = [...new Set(periods.flatMap((period) => formDay(due, period) ?? []))].sort();
  const last = days[days.length - 1];
  if (last === undefined) return undefined;
  const day = days.find((one) => one >= today) ?? last;
  return { day, isPast: day < today, isNext: days.length > 1 };
}
