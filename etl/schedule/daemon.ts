import { randomUUID } from 'node:crypto';
import { scheduleTexts as texts } from '../../shared/texts/schedule.ts';
import { type Attempt, spawnAttempt } from './attempt.ts';
import { type Health, healthOf } from './health.ts';
import { type HealthServer, serveHealth } from './health-server.ts';
import { Keeper } from './keeper.ts';
import type { KeeperState } from './keeper-state.ts';
import { logLine } from './log-line.ts';
import type { Timetable } from './occurrences.ts';
import { removeOnce, removeState, writeState } from './state-file.ts';

export interface DaemonOptions {
  readonly workspace: string;
  /** Where `--check` looks for it. */
  readonly stateFile: string;
  readonly expression: string;
  readonly timetable: Timetable;
  /** Undefined: no health port. A port that was not asked for by name may be exchanged for a free one. */
  readonly port?: { readonly number: number; readonly isExact: boolean };
  readonly log: (line: string) => void;
  /** How long an attempt under way may go on once asked to stop. */
  readonly graceSeconds: number;
  /** Resolves when the schedule is to stop; a second one says that it must hurry. */
  readonly stop: { readonly asked: Promise<void>; readonly hurried: Promise<void> };
  readonly attempt?: (workspace: string, log: (line: string) => void) => Attempt;
}

const beatMs = 30_000;

/**
 * Keeps the nights of a workspace until asked to stop. node-cron wakes it at the appointed second; a beat twice a minute
 * finds what a sleeping machine or a change of its clock made it miss. Throws EADDRINUSE if the exact port is taken.
 */
export async function keepNights(options: DaemonOptions): Promise<Health> {
  const { timetable, log, stateFile, stop } = options;
  const { zone } = timetable;
  const say = (text: string): void => log(logLine(text, zone, Date.now()));
  const instance = randomUUID();
  let server: HealthServer | undefined;
  let saved: Promise<unknown> = Promise.resolve();
  const health = (): Health => healthOf(keeper.state, Date.now(), zone);
  // a state that cannot be written must not end the nights: the port answers all the same
  const save = (_: KeeperState): void => {
    const port = server?.port;
    const state = { instance, pid: process.pid, ...(port !== undefined && { port }), ...health() };
    saved = saved.then(() => writeState(stateFile, state).catch(() => undefined));
  };
  const make = options.attempt ?? spawnAttempt;
  const keeper = new Keeper({
    timetable,
    attempt: () => make(options.workspace, log),
    log: say,
    changed: save,
  });

  if (options.port) {
    server = await openHealth(options.port, instance, health, say);
  }
  // whoever reads of it in the log finds it by --check
  save(keeper.state);
  await saved;
  say(texts.started(zone, options.expression));
  if (server && server.port === options.port?.number) say(texts.health(server.port));

  const { default: cron } = await import('node-cron');
  const quiet = { info: () => {}, warn: () => {}, error: () => {}, debug: () => {} };
  const task = cron.schedule(options.expression, () => keeper.beat(), {
    timezone: zone,
    noOverlap: true,
    suppressMissedWarning: true,
    logger: quiet,
  });
  const beats = setInterval(() => keeper.beat(), beatMs);
  keeper.beat();

  await stop.asked;
  clearInterval(beats);
  await task.destroy();
  void stop.hurried.then(() => keeper.cut());
  await keeper.stop(options.graceSeconds);
  const last = health();
  await saved;
  await server?.close();
  await removeOnce(stateFile);
  await removeState(stateFile, instance);
  say(texts.stopped);
  return last;
}

async function openHealth(
  { number, isExact }: { readonly number: number; readonly isExact: boolean },
  instance: string,
  health: () => Health,
  say: (text: string) => void,
): Promise<HealthServer> {
  try {
    return await serveHealth(number, instance, health);
  } catch (error) {
    if (isExact || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    // two workspaces on one machine: a night is worth more than a port
    const server = await serveHealth(0, instance, health);
    say(texts.otherPort(number, server.port));
    return server;
  }
}
