import type { Night } from '../store/store.ts';
import { nextOccurrence, occurrencesBack, type Timetable } from './occurrences.ts';
import { wallTime } from './zoned-time.ts';

/** What is to be done now. Instants in milliseconds of UTC. */
export interface Due {
  /** There is work: an appointed time has passed since the last complete run, or there never was one. */
  readonly isDue: boolean;
  /** The latest appointed time that has come; undefined before the first one ever. */
  readonly at?: number;
  /** No run was ever completed. */
  readonly isFirst: boolean;
  /** How many appointed times have passed since the last complete run, at most `countedMissed`. */
  readonly missed: number;
  /** The next appointed time; undefined only for a timetable that never comes. */
  readonly nextAt?: number;
}

/** More missed times than this are not counted one by one. */
export const countedMissed = 100;
/** A start recorded so far ahead of the clock was made while the clock was wrong: it does not count. */
const clockSlack = 5 * 60_000;

/**
 * Compares the timetable with the complete runs of the ledger. A run covers an appointed time if it began at or after it;
 * one asked for another day (`run --date`) covers none.
 */
export function dueNow(timetable: Timetable, nights: readonly Night[], now: number): Due {
  const began = nights
    .filter(({ startedAt, date }) => {
      return startedAt <= now + clockSlack && wallTime(startedAt, timetable.zone).day === date;
    })
    .reduce((latest, { startedAt }) => Math.max(latest, startedAt), Number.NEGATIVE_INFINITY);
  const isFirst = nights.length === 0;
  const most = isFirst ? 1 : countedMissed;
  let at: number | undefined;
  let missed = 0;
  for (const past of occurrencesBack(timetable, now)) {
    at ??= past;
    if (past <= began || missed === most) break;
    missed++;
  }
  const nextAt = nextOccurrence(timetable, now);
  return {
    isDue: isFirst || missed > 0,
    isFirst,
    missed,
    ...(at !== undefined && { at }),
    ...(nextAt !== undefined && { nextAt }),
  };
}
