import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeAtomic } from '../files/write-atomic.ts';

/** A small table beside the store: what was done in Google last time. Losing it costs requests, nothing else. */
export interface MemoryFile<T> {
  /** Empty where there is none, or none that can be understood. */
  read(store: string): Promise<Readonly<Record<string, T>>>;
  save(store: string, table: Readonly<Record<string, T>>): Promise<void>;
}

export function memoryFile<T>(name: string, entry: z.ZodType<T>): MemoryFile<T> {
  const schema = z.record(z.string(), entry);
  const pathIn = (store: string): string => join(store, name);
  return {
    async read(store) {
      const text = await readFile(pathIn(store), 'utf8').catch(() => '{}');
      try {
        return schema.parse(JSON.parse(text));
      } catch {
        return {};
      }
    },
    async save(store, table) {
      const sorted = Object.fromEntries(Object.entries(table).sort(([a], [b]) => (a < b ? -1 : 1)));
      await writeAtomic(pathIn(store), new TextEncoder().encode(`${JSON.stringify(sorted, null, 1)}\n`));
    },
  };
}
