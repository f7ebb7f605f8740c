import { type Day, dayOf, daysInMonth } from '../period/period.ts';
import type { WorkingCalendar } from '../period/working-calendar.ts';
import type { Schedule, Stretch, Term, Window } from './schedule.ts';

/** One day on which something is due. */
export interface DueDate {
  readonly day: Day;
  /** The last day of the stretch, or the printed day, before the working calendar speaks: a name that decrees cannot move. */
  readonly nominal: Day;
  /** First day of the stretch that ends on it: before it nothing has begun. */
  readonly begins: Day;
  /** Rests on a year or a day that is not decreed yet. */
  readonly provisional: boolean;
  /** Printed earlier than the roadmap was approved: a fault of the document, never overdue. */
  readonly beforeApproval: boolean;
}

const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** Days of a stretch that begins in `year`, and its deadline before the calendar speaks. */
function daysOf(stretch: Stretch, year: number, endYear?: number): { begins: Day; ends: Day } {
  const first = year + (stretch.later ?? 0);
  const last = (endYear ?? (stretch.to < stretch.from ? year + 1 : year)) + (stretch.later ?? 0);
  const day = stretch.day ?? daysInMonth(last, stretch.to);
  return {
    begins: dayOf(first, stretch.from, 1),
    ends: dayOf(last, stretch.to, Math.min(day, daysInMonth(last, stretch.to))),
  };
}

function* yearsOf(term: Extract<Term, { type: 'each' }>, window: Window, from: Day): Generator<number> {
  const first = term.first ?? yearOf(from);
  const last = term.last ?? yearOf(window.periodTo);
  for (let year = first; year <= last; year += term.step) yield year;
}

function windowStart({ approvedOn, periodFrom }: Window): Day {
  if (approvedOn > periodFrom) return approvedOn;
  return periodFrom;
}

/**
 * Due dates of a schedule within the window of its roadmap, ascending, each once (domain §4): the last working day of
 * a stretch of months; a printed day that nobody works on moves forward. Recurring deadlines without a printed year
 * run from the later of `periodFrom` and `approvedOn` to `periodTo`, by the year in which a stretch begins; printed
 * years are kept as they stand. Empty where the schedule gives a reason.
 */
export function dueDates(schedule: Schedule, window: Window, calendar: WorkingCalendar): DueDate[] {
  const from = windowStart(window);
  const found = new Map<Day, DueDate>();
  const add = (begins: Day, ends: Day, isDay: boolean, isPrinted: boolean): void => {
    const due = isDay ? calendar.onOrAfter(ends) : calendar.lastWithin(begins, ends);
    const { day, provisional } = due ?? { day: ends, provisional: true };
    if (!isPrinted && day < from) return;
    const beforeApproval = window.approvedOn !== '' && day < window.approvedOn;
    const known = found.get(day);
    if (!known || begins > known.begins)
      found.set(day, { day, nominal: ends, begins, provisional, beforeApproval });
  };
  for (const term of schedule.terms) {
    if (term.type === 'once') {
      const { begins, ends } = daysOf(term.stretch, term.year, term.endYear);
      add(begins, ends, term.stretch.day !== undefined, true);
    } else if (term.type === 'each') {
      for (const year of yearsOf(term, window, from)) {
        if (term.last === undefined && dayOf(year, term.stretch.from, 1) > window.periodTo) break;
        const { begins, ends } = daysOf(term.stretch, year);
        add(begins, ends, term.stretch.day !== undefined, term.first !== undefined);
      }
    } else if (term.type === 'round') {
      for (let year = yearOf(from); year <= yearOf(window.periodTo); year += term.years) {
        add(dayOf(year, 1, 1), dayOf(year + term.years - 1, 12, 31), false, false);
      }
    } else add(window.periodFrom, window.periodTo, false, true);
  }
  return [...found.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}
