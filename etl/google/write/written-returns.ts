import { z } from 'zod';
import { memoryFile } from '../memory-file.ts';

/** By id of an organisation's spreadsheet: hash of what it was told. Losing it costs one read each. */
export type WrittenReturns = Readonly<Record<string, string>>;

export const { read: readWrittenReturns, save: saveWrittenReturns } = memoryFile(
  'google-returns.json',
  z.string(),
);
