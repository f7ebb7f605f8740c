import { scheduleTexts as texts } from '../../shared/texts/schedule.ts';
import type { KeeperState } from './keeper-state.ts';
import { zonedText } from './zoned-time.ts';

/** The answer of `GET /health` and of `schedule --check --json`. Times as the workspace's clocks show them. */
export interface Health {
  readonly ok: boolean;
  /** Start of the last complete run. */
  readonly lastRun: string | null;
  readonly nextRun: string | null;
  readonly message: string;
}

/** Another process may hold the store so long before somebody should look. */
const patience = 60 * 60_000;
/** An attempt begins within a minute of its time; this long after it something is wrong. */
const lateness = 10 * 60_000;

/** Whether the nights are kept, and a sentence about it. Data errors of schools and unreadable files are no illness. */
export function healthOf(state: KeeperState, now: number, zone: string): Health {
  const { nextAt, lockedSince, runningSince, failure, lastRun, unreadable } = state;
  const moment = (at: number): string => texts.moment(zonedText(at, zone));
  const isOverdue = runningSince === undefined && nextAt !== undefined && now - nextAt > lateness;
  const isHeld = lockedSince !== undefined && now - lockedSince > patience;
  const message = isOverdue
    ? texts.overdue
    : lockedSince !== undefined
      ? texts.healthy.locked(moment(lockedSince))
      : failure !== undefined
        ? failure
        : runningSince !== undefined
          ? texts.healthy.running(moment(runningSince))
          : lastRun === null
            ? texts.healthy.waiting
            : texts.healthy.done(texts.moment(lastRun)) +
              (unreadable > 0 ? texts.healthy.unreadable(unreadable) : '');
  return {
    ok: !isOverdue && !isHeld && failure === undefined,
    lastRun,
    nextRun: nextAt === undefined ? null : zonedText(nextAt, zone),
    message,
  };
}
