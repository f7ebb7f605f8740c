import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { compareText } from '../../shared/number/compare-text.ts';

/** A file of the inbox. `path` is relative to it, with `/`. */
export interface InboxFile {
  readonly path: string;
  readonly absolute: string;
  readonly size: number;
  /** Last modification in whole milliseconds. */
  readonly fileTime: number;
}

/** Lock files of office programs, hidden files and leftovers of downloads are nobody's report. */
const ignored = (name: string): boolean =>
  name.startsWith('.') ||
  name.startsWith('~$') ||
  /^(thumbs\.db|desktop\.ini)$/i.test(name) ||
  /\.(tmp|part|crdownload)$/i.test(name);

/**
 * All files below the folders that are read, in code-point order of their paths; an absent folder is empty. Paths are
 * relative to the inbox, so a file of another folder begins with `../`. Links are not followed.
 */
export async function listFiles(inbox: string, folders: readonly string[] = [inbox]): Promise<InboxFile[]> {
  const files = new Map<string, InboxFile>();
  for (const folder of folders) {
    const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
    for (const entry of entries) {
      const absolute = join(entry.parentPath, entry.name);
      if (!entry.isFile() || relative(folder, absolute).split(sep).some(ignored)) continue;
      const path = relative(inbox, absolute).split(sep).join('/');
      // a file may vanish while the folder is read: somebody is tidying up
      const found = await stat(absolute).catch(() => undefined);
      if (found) files.set(path, { path, absolute, size: found.size, fileTime: Math.floor(found.mtimeMs) });
    }
  }
  return [...files.values()].sort((a, b) => compareText(a.path, b.path));
}
