import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { compareText } from '../../shared/number/compare-text.ts';
import type { PersonalDataKind } from '../../shared/parse/personal-data.ts';
import { shownPath } from './shown-path.ts';

/** A file of the inbox. */
export interface InboxFile {
  /** Relative to the inbox, with `/`; letters composed, names of persons taken out. */
  readonly path: string;
  readonly absolute: string;
  readonly size: number;
  /** Last modification in whole milliseconds. */
  readonly fileTime: number;
  /** What the path held that must not be shown. */
  readonly hidden?: PersonalDataKind;
  /** Why it cannot be opened: a link, or a name whose bytes are no text. */
  readonly fault?: 'link' | 'name';
}

/** Lock files of office programs, hidden files and leftovers of downloads are nobody's report. */
const ignored = (name: string): boolean =>
  name.startsWith('.') ||
  name.startsWith('~$') ||
  /^(thumbs\.db|desktop\.ini)$/i.test(name) ||
  /\.(tmp|part|crdownload)$/i.test(name);

/**
 * All files below the folders that are read, in code-point order of their paths; an absent folder is empty. Paths are
 * relative to the inbox, so a file of another folder begins with `../`. Links are told, not followed. Throws where a
 * folder cannot be read: its files must not seem to have left.
 */
export async function listFiles(inbox: string, folders: readonly string[] = [inbox]): Promise<InboxFile[]> {
  const files = new Map<string, InboxFile>();
  const seen = new Set<string>();
  for (const folder of folders) {
    for await (const { absolute, isLink } of walk(folder)) {
      if (seen.has(absolute)) continue;
      seen.add(absolute);
      const file = await describe(inbox, absolute, isLink);
      if (!file) continue;
      const path = freePath(file.path, files);
      files.set(path, { ...file, path });
    }
  }
  return [...files.values()].sort((a, b) => compareText(a.path, b.path));
}

async function* walk(folder: string): AsyncGenerator<{ absolute: string; isLink: boolean }> {
  for (const entry of await entriesOf(folder)) {
    if (ignored(entry.name)) continue;
    const absolute = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(absolute);
    else if (entry.isFile() || entry.isSymbolicLink()) yield { absolute, isLink: entry.isSymbolicLink() };
  }
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.sort((a, b) => compareText(a.name, b.name));
  } catch (error) {
    // absent, or somebody is tidying up
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

async function describe(inbox: string, absolute: string, isLink: boolean): Promise<InboxFile | undefined> {
  const shown = shownPath(relative(inbox, absolute).split(sep).join('/'));
  if (isLink) return { ...shown, absolute, size: 0, fileTime: 0, fault: 'link' };
  const found = await stat(absolute).catch(() => undefined);
  if (found) return { ...shown, absolute, size: found.size, fileTime: Math.floor(found.mtimeMs) };
  // a file may vanish while the folder is read; one whose name is no UTF-8 stays and cannot be opened by name
  return absolute.includes('\ufffd')
    ? { ...shown, absolute, size: 0, fileTime: 0, fault: 'name' }
    : undefined;
}

/** Two files whose names differ only in the form of letters are two files. */
function freePath(path: string, taken: ReadonlyMap<string, unknown>): string {
  let free = path;
  for (let n = 2; taken.has(free); n++) free = path.replace(/(\.[^./]*)?$/, ` (${n})$1`);
  return free;
}
