import type { RunOutcome } from '../run/run-report.ts';
import { type Store, StoreLocked } from '../store/store.ts';
import { withStore } from '../store/with-store.ts';
import type { Workspace } from '../workspace/open-workspace.ts';
import { type Due, dueNow } from './due.ts';
import type { Timetable } from './occurrences.ts';

export interface OnceOptions {
  readonly timetable: Timetable;
  /** How long to wait for a store that another process holds. */
  readonly waitMs: number;
  readonly now: () => number;
  /** Called once when the wait begins. */
  readonly waiting: () => void;
  readonly run: (store: Store, due: Due) => Promise<RunOutcome>;
}

export interface OnceResult {
  readonly due: Due;
  /** Undefined where nothing was due. */
  readonly outcome?: RunOutcome;
  /** Start of the last complete run, this one included. */
  readonly lastStart?: number;
}

/** How often a held store is asked for again. */
const pauseMs = 2000;

/** Does what is due now, if anything is. Throws StoreLocked when the wait is over. */
export async function runDue(workspace: Workspace, options: OnceOptions): Promise<OnceResult> {
  const until = options.now() + options.waitMs;
  for (let isFirst = true; ; isFirst = false) {
    try {
      return await withStore(workspace, async (store) => {
        const nights = await store.nights();
        const due = dueNow(options.timetable, nights, options.now());
        if (!due.isDue) return { due, ...lastOf(nights) };
        const outcome = await options.run(store, due);
        return { due, outcome, ...lastOf(await store.nights()) };
      });
    } catch (error) {
      if (!(error instanceof StoreLocked) || options.now() >= until) throw error;
      if (isFirst) options.waiting();
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}

function lastOf(nights: readonly { readonly startedAt: number }[]): { readonly lastStart?: number } {
  const last = nights.at(-1)?.startedAt;
  return last === undefined ? {} : { lastStart: last };
}
