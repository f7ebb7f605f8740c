import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeAtomic } from '../../files/write-atomic.ts';

/** By id of an organisation's spreadsheet: hash of what it was told. Losing it costs one read each, nothing else. */
export type WrittenReturns = Readonly<Record<string, string>>;

const schema = z.record(z.string(), z.string());
const pathIn = (store: string): string => join(store, 'google-returns.json');

export async function readWrittenReturns(store: string): Promise<WrittenReturns> {
  const text = await readFile(pathIn(store), 'utf8').catch(() => '{}');
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return {};
  }
}

export async function saveWrittenReturns(store: string, state: WrittenReturns): Promise<void> {
  const sorted = Object.fromEntries(Object.entries(state).sort(([a], [b]) => (a < b ? -1 : 1)));
  await writeAtomic(pathIn(store), new TextEncoder().encode(`${JSON.stringify(sorted, null, 1)}\n`));
}
