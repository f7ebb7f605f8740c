import { formAsks } from '../catalog/form-asks.ts';
import { formDay } from '../catalog/form-day.ts';
import type { Form } from '../catalog/types.ts';
import { type Day, type Period, periodsOfSchoolYear } from '../period/period.ts';
import type { WorkingCalendar } from '../period/working-calendar.ts';

export interface DuePeriods {
  /** Answers are waited for on the day of the summary: what is missing is missing. */
  readonly due: readonly Period[];
  /** Begun, but the deadline is still to come and nobody has answered. */
  readonly waiting: readonly Period[];
  /** The nearest deadline among `waiting`. */
  readonly nextDue?: Day;
}

/** Whether anything was answered in a period. */
export interface Answered {
  readonly byUnit: (period: string) => boolean;
  readonly byAnyone: (period: string) => boolean;
}

/**
 * Periods of a form in the school year that have begun by `date`, for one unit. One is waited for once its deadline is
 * past or the unit has answered. Without a deadline it is waited for from its beginning; only the later stages wait
 * until anyone has answered or the year is over, since all stages begin on 1 September (evaluation.md) and «итоговый
 * контроль» would be missing on the second day of school. With `working` a deadline on a day off moves to the next
 * working day (domain §4).
 */
export function duePeriods(
  form: Pick<Form, 'frequency' | 'due'>,
  schoolYear: string,
  date: Day,
  answered: Answered,
  working?: Pick<WorkingCalendar, 'onOrAfter'>,
): DuePeriods {
  const begun = periodsOfSchoolYear(form.frequency, schoolYear).filter(
    (p) => p.first <= date && formAsks(form, p),
  );
  const deadline = (p: Period): Day | undefined => {
    const day = formDay(form.due, p);
    return day === undefined || !working ? day : working.onOrAfter(day).day;
  };
  const isDue = (p: Period, i: number): boolean => {
    if (answered.byUnit(p.key)) return true;
    const day = deadline(p);
    if (day !== undefined) return day < date;
    return form.frequency !== 'stage' || i === 0 || p.last < date || answered.byAnyone(p.key);
  };
  const due = begun.filter(isDue);
  const waiting = begun.filter((p, i) => !isDue(p, i));
  const nextDue = waiting
    .map(deadline)
    .filter((d): d is Day => d !== undefined)
    .sort()[0];
  return { due, waiting, ...(nextDue !== undefined && { nextDue }) };
}
