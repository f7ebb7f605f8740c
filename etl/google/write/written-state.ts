import { z } from 'zod';
import { memoryFile } from '../memory-file.ts';

const entry = z.object({
  /** Id of the spreadsheet that bears the summary. */
  spreadsheet: z.string(),
  /** Hash of everything its tabs depend on. */
  inputs: z.string(),
  /** Drive's time of its last change when its tabs were last known to be as they should. */
  modified: z.string(),
});

/** What was written into whose spreadsheet, by district. Losing it costs one read per district. */
export type WrittenState = Readonly<Record<string, z.infer<typeof entry>>>;

export const { read: readWritten, save: saveWritten } = memoryFile('google-summary.json', entry);
