import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { personalDataKinds } from '../../shared/parse/personal-data.ts';
import { writeAtomic } from '../files/write-atomic.ts';
import type { Workspace } from '../workspace/open-workspace.ts';

const knownSpreadsheet = z.object({
  /** Name as it may be shown. */
  title: z.string(),
  /** What the name held that must not be shown. */
  hidden: z.enum(personalDataKinds).optional(),
  /** Drive's time of the last change, ISO 8601, as it was before the spreadsheet was read. */
  modified: z.string(),
  /** Changed since it was read last: to be read in the next run. */
  isStale: z.boolean().default(false),
  /** Keys of the tabs of returns that stood there when it was read last; unknown where it has not been read since. */
  returnTabs: z.array(z.string()).optional(),
});

const schema = z.object({
  /** Folder that was listed, and the Shared Drive it lies in. */
  folder: z.string(),
  drive: z.string().optional(),
  /** From where to ask Drive for changes. */
  token: z.string(),
  /** The folder and its subfolders. */
  folders: z.array(z.string()),
  /** By id of the spreadsheet. */
  files: z.record(z.string(), knownSpreadsheet),
  /** Workbooks of Excel that lie in the folder and are not read: their names as they may be shown, by id. */
  unread: z.record(z.string(), z.string()).default({}),
});

/** What the last night knew of the folder on Google Drive. Losing it costs one listing of the folder. */
export type GoogleState = z.infer<typeof schema>;
export type KnownSpreadsheet = z.infer<typeof knownSpreadsheet>;

/** Folder below the store for what was read from Google. */
export const googleStore = ({ paths, config }: Pick<Workspace, 'paths' | 'config'>): string =>
  resolve(paths.root, config.store);

/** The state of the last night; undefined where there is none, or none that can be understood. */
export async function readGoogleState(store: string): Promise<GoogleState | undefined> {
  const text = await readFile(statePath(store), 'utf8').catch(() => '');
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** To be called only when everything the state says was read is committed to the store. */
export async function writeGoogleState(store: string, state: GoogleState): Promise<void> {
  const files = Object.fromEntries(Object.entries(state.files).sort(([a], [b]) => (a < b ? -1 : 1)));
  const text = `${JSON.stringify({ ...state, files }, null, 1)}\n`;
  await writeAtomic(statePath(store), new TextEncoder().encode(text));
}

const statePath = (store: string): string => join(store, 'google.json');
