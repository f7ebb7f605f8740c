import { addDays } from '../../shared/period/add-days.ts';
import type { Day } from '../../shared/period/period.ts';
import type { CronFields } from './cron.ts';
import { instantOf, wallTime } from './zoned-time.ts';

/** When the night's work is to be done: a cron expression read as clocks of the zone show it. */
export interface Timetable {
  readonly cron: CronFields;
  readonly zone: string;
}

/** 29 February on one day of the week comes after 40 years at the latest. */
const horizon = 366 * 41;

/** Days of the timetable at or after (`step` 1) or before (−1) a day, that day included. */
function* daysFrom({ cron }: Timetable, from: Day, step: 1 | -1): Generator<Day> {
  let day = from;
  for (let i = 0; i < horizon; i++, day = addDays(day, step)) {
    const [, month, date] = day.split('-').map(Number);
    if (!cron.month.includes(month!) || !cron.day.includes(date!)) continue;
    if (cron.weekday.includes(new Date(`${day}T00:00:00Z`).getUTCDay())) yield day;
  }
}

/** The instants of a day, ascending, each once. */
function instantsOn({ cron, zone }: Timetable, day: Day): number[] {
  const all = cron.hour.flatMap((hour) => cron.minute.map((minute) => instantOf(day, hour, minute, zone)));
  return [...new Set(all)].sort((a, b) => a - b);
}

/** The first instant of the timetable later than `after`. */
export function nextOccurrence(timetable: Timetable, after: number): number | undefined {
  // a gap in the clocks may push the last hours of the day before across midnight
  const from = addDays(wallTime(after, timetable.zone).day, -1);
  for (const day of daysFrom(timetable, from, 1)) {
    const found = instantsOn(timetable, day).find((at) => at > after);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The instants of the timetable not later than `until`, latest first. */
export function* occurrencesBack(timetable: Timetable, until: number): Generator<number> {
  let seen = Number.POSITIVE_INFINITY;
  for (const day of daysFrom(timetable, wallTime(until, timetable.zone).day, -1)) {
    for (const at of instantsOn(timetable, day).reverse()) {
      // a day that a zone left out falls upon the next one
      if (at > until || at >= seen) continue;
      seen = at;
      yield at;
    }
  }
}
