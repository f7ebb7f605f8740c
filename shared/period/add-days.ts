import { type Day, dayOf, daysInMonth } from './period.ts';

/** The day `days` later, or earlier where negative. */
export function addDays(day: Day, days: number): Day {
  let [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  date += days;
  while (date > daysInMonth(year, month)) {
    date -= daysInMonth(year, month);
    if (++month > 12) [year, month] = [year + 1, 1];
  }
  while (date < 1) {
    if (--month < 1) [year, month] = [year - 1, 12];
    date += daysInMonth(year, month);
  }
  return dayOf(year, month, date);
}
