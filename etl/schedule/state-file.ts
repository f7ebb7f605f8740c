import { mkdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { writeAtomic } from '../files/write-atomic.ts';
import type { WorkspaceConfig } from '../workspace/config.ts';

const schema = z.object({
  /** Told apart from another schedule that has got the same port or process id. */
  instance: z.string(),
  pid: z.int(),
  /** Where its health is asked; absent with --no-health. */
  port: z.int().optional(),
  ok: z.boolean(),
  lastRun: z.string().nullable(),
  nextRun: z.string().nullable(),
  message: z.string(),
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

export async function writeState(file: string, state: ScheduleState): Promise<void> {
  await mkdir(join(file, '..'), { recursive: true });
  await writeAtomic(file, Buffer.from(`${JSON.stringify(state)}\n`));
}

/** Removes it if it is still this instance's. */
export async function removeState(file: string, instance: string): Promise<void> {
  if ((await readState(file))?.instance === instance) await rm(file, { force: true });
}
