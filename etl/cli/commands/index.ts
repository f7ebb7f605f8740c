import type { Command } from '../context.ts';

/** In the order in which people meet them. A command loads nothing of the others: the keeper of `schedule` waits for days. */
const loaders: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['demo', async () => (await import('./demo.ts')).demoCommand],
  ['init', async () => (await import('./init.ts')).initCommand],
  ['templates', async () => (await import('./templates.ts')).templatesCommand],
  ['check', async () => (await import('./check.ts')).checkCommand],
  ['run', async () => (await import('./run.ts')).runCommand],
  ['schedule', async () => (await import('./schedule.ts')).scheduleCommand],
  ['status', async () => (await import('./status.ts')).statusCommand],
  ['export', async () => (await import('./export.ts')).exportCommand],
  ['explain', async () => (await import('./explain.ts')).explainCommand],
  ['catalog', async () => (await import('./catalog.ts')).catalogCommand],
  ['share', async () => (await import('./share.ts')).shareCommand],
  ['withdraw', async () => (await import('./withdraw.ts')).withdrawCommand],
  ['login', async () => (await import('./login.ts')).loginCommand],
  ['doctor', async () => (await import('./doctor.ts')).doctorCommand],
]);

export const commandNames: readonly string[] = [...loaders.keys()];

/** Undefined where no command has that name. */
export const loadCommand = async (name: string | undefined): Promise<Command | undefined> =>
  name === undefined ? undefined : loaders.get(name)?.();

export const loadCommands = (): Promise<Command[]> =>
  Promise.all([...loaders.values()].map((load) => load()));
