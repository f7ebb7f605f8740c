import { scheduleTexts as texts } from '../../shared/texts/schedule.ts';
import type { Health } from './health.ts';
import { readOnce, readState, type ScheduleState } from './state-file.ts';

/** A schedule without a health port counts as stuck so long after its next time. */
const lateness = 10 * 60_000;
/** A timer of the system may come an hour late and then wait an hour for the store before it begins. */
const timerLateness = 3 * 60 * 60_000;

const ill = (message: string, state?: ScheduleState): Health => ({
  ok: false,
  lastRun: state?.lastRun ?? null,
  nextRun: state?.nextRun ?? null,
  message,
});

/** The health of the schedule that keeps this workspace, asked from outside. */
export async function checkHealth(file: string, now = Date.now()): Promise<Health> {
  const state = await readState(file);
  if (!state) return (await checkTimer(file, now)) ?? ill(`${texts.absent} ${texts.absentHint}`);
  if (state.port !== undefined) {
    return (await askHealth(state.port, state.instance)) ?? ill(texts.silent, state);
  }
  if (!isAlive(state.pid)) return ill(`${texts.absent} ${texts.absentHint}`, state);
  const { ok, lastRun, nextRun, message } = state;
  if (nextRun !== null && now - Date.parse(nextRun) > lateness) return ill(texts.overdue, state);
  return { ok, lastRun, nextRun, message };
}

/** The health where timers of the system call `--once`: what the last call left; undefined if there was none. */
async function checkTimer(file: string, now: number): Promise<Health | undefined> {
  const health = await readOnce(file);
  if (!health?.nextRun || now - Date.parse(health.nextRun) <= timerLateness) return health;
  return { ...health, ok: false, message: texts.overdue };
}

/** Asks the port; undefined if nobody answers, or somebody else does. */
export async function askHealth(port: number, instance: string): Promise<Health | undefined> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/health`, { signal: AbortSignal.timeout(5000) });
    const { instance: who, ...health } = (await response.json()) as Health & { instance?: string };
    return who === instance ? health : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
