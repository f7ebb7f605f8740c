import { mkdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { writeAtomic } from '../files/write-atomic.ts';
import type { WorkspaceConfig } from '../workspace/config.ts';
import type { Health } from './health.ts';

const healthSchema = z.object({
  ok: z.boolean(),
  lastRun: z.string().nullable(),
  nextRun: z.string().nullable(),
  message: z.string(),
});

const schema = healthSchema.extend({
  /** Told apart from another schedule that has got the same port or process id. */
  instance: z.string(),
  pid: z.int(),
  /** Where its health is asked; absent with --no-health. */
  port: z.int().optional(),
});

/** What a working schedule leaves in `store/schedule.json`, so that `--check` finds it. */
export type ScheduleState = z.infer<typeof schema>;

export const stateFile = (root: string, config: WorkspaceConfig): string =>
  join(resolve(root, config.store), 'schedule.json');

/** Undefined if there is none or it cannot be understood. */
export async function readState(file: string): Promise<ScheduleState | undefined> {
  try {
    return schema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return undefined;
  }
}

export const writeState = (file: string, state: ScheduleState): Promise<void> => write(file, state);

async function write(file: string, what: object): Promise<void> {
  await mkdir(join(file, '..'), { recursive: true });
  await writeAtomic(file, Buffer.from(`${JSON.stringify(what)}\n`));
}

/** Removes it if it is still this instance's. */
export async function removeState(file: string, instance: string): Promise<void> {
  if ((await readState(file))?.instance === instance) await rm(file, { force: true });
}

/** What `--once` leaves beside it for `--check`, where timers of the system call it and nothing runs in between. */
const onceFile = (file: string): string => file.replace(/\.json$/, '-once.json');

/** Undefined if there is none or it cannot be understood. */
export async function readOnce(file: string): Promise<Health | undefined> {
  try {
    return healthSchema.parse(JSON.parse(await readFile(onceFile(file), 'utf8')));
  } catch {
    return undefined;
  }
}

export const writeOnce = (file: string, health: Health): Promise<void> => write(onceFile(file), health);

/** Nobody calls `--once` but the schedule that ends here. */
export const removeOnce = (file: string): Promise<void> => rm(onceFile(file), { force: true });
