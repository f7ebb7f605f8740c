import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeAtomic } from '../../files/write-atomic.ts';

const entry = z.object({
  /** Id of the spreadsheet that bears the summary. */
  spreadsheet: z.string(),
  /** Hash of everything its tabs depend on. */
  inputs: z.string(),
  /** Drive's time of its last change when its tabs were last known to be as they should. */
  modified: z.string(),
});

/** What was written into whose spreadsheet, by district. Losing it costs one read per district, nothing else. */
export type WrittenState = Readonly<Record<string, z.infer<typeof entry>>>;

const schema = z.record(z.string(), entry);
const pathIn = (store: string): string => join(store, 'google-summary.json');

export async function readWritten(store: string): Promise<WrittenState> {
  const text = await readFile(pathIn(store), 'utf8').catch(() => '{}');
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return {};
  }
}

export async function saveWritten(store: string, state: WrittenState): Promise<void> {
  const sorted = Object.fromEntries(Object.entries(state).sort(([a], [b]) => (a < b ? -1 : 1)));
  await writeAtomic(pathIn(store), new TextEncoder().encode(`${JSON.stringify(sorted, null, 1)}\n`));
}
