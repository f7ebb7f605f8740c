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

/** All files below a folder in code-point order of their paths; an absent folder is empty. Links are not followed. */
export async function listFiles(folder: string): Promise<InboxFile[]> {
  const files: InboxFile[] = [];
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  for (const entry of entries) {
    const absolute = join(entry.parentPath, entry.name);
    const path = relative(folder, absolute).split(sep).join('/');
    if (!entry.isFile() || path.split('/').some(ignored)) continue;
    const { size, mtimeMs } = await stat(absolute);
    files.push({ path, absolute, size, fileTime: Math.floor(mtimeMs) });
  }
  return files.sort((a, b) => compareText(a.path, b.path));
}
