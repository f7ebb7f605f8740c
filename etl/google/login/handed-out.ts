import path from 'node:path';
import type { WorkspacePaths } from '../../workspace/paths.ts';

/** Whether a file lies in a folder of the workspace whose content goes to other people: no place for a key. */
export function isHandedOut(file: string, paths: WorkspacePaths): boolean {
  const folders = [paths.templates, paths.inbox, paths.outbox, paths.frozen, paths.catalog];
  return folders.some((folder) => {
    const way = path.relative(folder, file);
    return way === '' || (way.split(path.sep)[0] !== '..' && !path.isAbsolute(way));
  });
}
