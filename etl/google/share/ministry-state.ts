import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeAtomic } from '../../files/write-atomic.ts';

const entry = z.object({
  /** Id of the ministry's spreadsheet. */
  spreadsheet: z.string(),
  /** Hash of everything its tabs depend on, when they were last written. */
  inputs: z.string().default(''),
});

/** The spreadsheets made for the ministry, by district. Losing it costs a search in Drive, nothing else. */
export type MinistryState = Readonly<Record<string, z.infer<typeof entry>>>;

const schema = z.record(z.string(), entry);
const pathIn = (store: string): string => join(store, 'google-ministry.json');

export async function readMinistryState(store: string): Promise<MinistryState> {
  const text = await readFile(pathIn(store), 'utf8').catch(() => '{}');
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return {};
  }
}

export async function saveMinistryState(store: string, state: MinistryState): Promise<void> {
  const sorted = Object.fromEntries(Object.entries(state).sort(([a], [b]) => (a < b ? -1 : 1)));
  await writeAtomic(pathIn(store), new TextEncoder().encode(`${JSON.stringify(sorted, null, 1)}\n`));
}
