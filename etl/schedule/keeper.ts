import { scheduleTexts as texts } from '../../shared/texts/schedule.ts';
import type { Attempt, Ended } from './attempt.ts';
import type { KeeperOptions, KeeperState } from './keeper-state.ts';
import { nextOccurrence } from './occurrences.ts';
import { zonedText } from './zoned-time.ts';

const minute = 60_000;
/** How long to wait after the first, second, … failure in a row. */
const pauses = [5 * minute, 15 * minute, 60 * minute, 180 * minute];
/** A held store is asked for again so often, and mentioned again so often. */
const lockedPause = minute;
const lockedMention = 30 * minute;
/** A run that takes longer hangs. */
const longestHours = 6;
/** Clocks are set by seconds all the time; only a larger step back is one. */
const stepBack = 2 * minute;

/**
 * Decides at every beat whether to make an attempt: at the start, when an appointed time has come (also while the machine
 * slept), when a failed or refused attempt is to be repeated. One attempt at a time. Whether anything really is due says
 * the ledger, which the attempt reads: a needless attempt does nothing.
 */
export class Keeper {
  readonly #options: KeeperOptions;
  #state: KeeperState;
  #attempt: Attempt | undefined;
  #settled: Promise<void> = Promise.resolve();
  #lastBeat = Number.NEGATIVE_INFINITY;
  #mentionedAt = 0;
  #isStopping = false;

  constructor(options: KeeperOptions) {
    this.#options = options;
    this.#state = { lastRun: null, unreadable: 0, failures: 0, retryAt: Number.NEGATIVE_INFINITY };
  }

  get state(): KeeperState {
    return this.#state;
  }

  /** Call it often: at every tick of the timetable and at least once a minute. */
  beat(now = Date.now()): void {
    if (this.#isStopping) return;
    if (this.#attempt) {
      if (now - this.#state.runningSince! > longestHours * 60 * minute) this.#attempt.stop();
      return;
    }
    if (now < this.#lastBeat - stepBack) {
      this.#options.log(texts.clockBack);
      this.#set({ ...this.#state, ...this.#next(now) });
    }
    this.#lastBeat = now;
    const { nextAt, retryAt } = this.#state;
    if (now >= Math.min(nextAt ?? Number.POSITIVE_INFINITY, retryAt ?? Number.POSITIVE_INFINITY))
      this.#begin(now);
  }

  /** Lets the attempt under way end, but not longer than so many seconds. No other one is made. */
  async stop(seconds: number): Promise<void> {
    this.#isStopping = true;
    const attempt = this.#attempt;
    if (!attempt) return;
    this.#options.log(texts.stopping(seconds));
    const timer = setTimeout(() => {
      this.#options.log(texts.cutShort);
      attempt.stop();
    }, seconds * 1000);
    await this.#settled;
    clearTimeout(timer);
  }

  /** Ends the attempt under way at once: somebody is in a hurry. */
  cut(): void {
    this.#attempt?.stop();
  }

  #begin(now: number): void {
    const { retryAt: _, ...state } = this.#state;
    const attempt = this.#options.attempt();
    this.#attempt = attempt;
    this.#set({ ...state, ...this.#next(now), runningSince: now });
    this.#settled = attempt.ended.then((ended) => {
      this.#attempt = undefined;
      this.#end(ended, now, Date.now());
    });
  }

  #end(ended: Ended, began: number, now: number): void {
    const { runningSince: _, lockedSince, failure, ...rest } = this.#state;
    if (ended.kind === 'locked') {
      this.#mentionLock(lockedSince, now);
      const state = { ...rest, lockedSince: lockedSince ?? now, retryAt: now + lockedPause };
      this.#set({ ...state, ...(failure !== undefined && { failure }) });
      return;
    }
    if (lockedSince !== undefined) this.#options.log(texts.free);
    if (ended.kind === 'done') {
      const unreadable = ended.unreadable ?? rest.unreadable;
      this.#set({ ...rest, lastRun: ended.lastRun, unreadable, failures: 0 });
      if (!this.#isStopping) this.#mentionNext();
      return;
    }
    if (this.#isStopping) {
      this.#set(rest);
      return;
    }
    const tooLong = now - began > longestHours * 60 * minute;
    const message = tooLong ? texts.tooLong(longestHours) : ended.message;
    const retryAt = now + pauses[Math.min(rest.failures, pauses.length - 1)]!;
    const failed = (ended.isPartial ? texts.unfinished : texts.failed)(message, ended.hint);
    // an attempt that came to its end has told it already
    if (!ended.isPartial) this.#options.log(failed);
    this.#options.log(texts.retry(this.#moment(retryAt)));
    this.#set({ ...rest, failure: failed, failures: rest.failures + 1, retryAt });
  }

  #mentionLock(since: number | undefined, now: number): void {
    if (since !== undefined && now - this.#mentionedAt < lockedMention) return;
    this.#mentionedAt = now;
    this.#options.log(
      since === undefined ? texts.locked : texts.stillLocked(Math.round((now - since) / minute)),
    );
  }

  #mentionNext(): void {
    const { nextAt } = this.#state;
    this.#options.log(nextAt === undefined ? texts.nothingNext : texts.next(this.#moment(nextAt)));
  }

  #next(now: number): { readonly nextAt?: number } {
    const nextAt = nextOccurrence(this.#options.timetable, now);
    return nextAt === undefined ? {} : { nextAt };
  }

  #moment(instant: number): string {
    return texts.moment(zonedText(instant, this.#options.timetable.zone));
  }

  #set(state: KeeperState): void {
    this.#state = state;
    this.#options.changed(state);
  }
}
