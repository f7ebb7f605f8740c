import type { Attempt } from './attempt.ts';
import type { Timetable } from './occurrences.ts';

/** What the keeper of the nights knows. Instants in milliseconds of UTC. */
export interface KeeperState {
  /** Since when an attempt is under way. */
  readonly runningSince?: number;
  /** Start of the last complete run, as the zone's clocks showed it. */
  readonly lastRun: string | null;
  /** Files that the last run could not read. */
  readonly unreadable: number;
  /** Since when the store is held by another process. */
  readonly lockedSince?: number;
  /** Why the last attempt failed, and how many have failed in a row. */
  readonly failure?: string;
  readonly failures: number;
  readonly nextAt?: number;
  readonly retryAt?: number;
}

export interface KeeperOptions {
  readonly timetable: Timetable;
  readonly attempt: () => Attempt;
  /** A line of the log, without its time. */
  readonly log: (text: string) => void;
  /** Called whenever the state has changed. */
  readonly changed: (state: KeeperState) => void;
}
