import { z } from 'zod';
import { memoryFile } from '../memory-file.ts';

const entry = z.object({
  /** Id of the ministry's spreadsheet. */
  spreadsheet: z.string(),
  /** Hash of everything its tabs depend on, when they were last written. */
  inputs: z.string().default(''),
});

/** The spreadsheets made for the ministry, by district. Losing it costs a search in Drive. */
export type MinistryState = Readonly<Record<string, z.infer<typeof entry>>>;

export const { read: readMinistryState, save: saveMinistryState } = memoryFile('google-ministry.json', entry);
