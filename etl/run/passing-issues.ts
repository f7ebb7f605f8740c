import { readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Issue } from '../../shared/issue/issue.ts';
import { writeAtomic } from '../files/write-atomic.ts';
import type { Workspace } from '../workspace/open-workspace.ts';

type Folder = Pick<Workspace, 'paths' | 'config'>;

const pathIn = ({ paths, config }: Folder): string => resolve(join(paths.root, config.store, 'passing.json'));

const textOf = (path: string): Promise<string> => readFile(path, 'utf8').catch(() => '');

/**
 * What the last run could not do, and only that run can tell: Google out of reach, a file that would not open. Without it
 * an export after the run would know less than the run reported. Losing the file loses that until the next run.
 */
export async function passingIssues(workspace: Folder): Promise<Issue[]> {
  try {
    return JSON.parse((await textOf(pathIn(workspace))) || '[]') as Issue[];
  } catch {
    return [];
  }
}

/** Keeps what the run could not do in place of what the run before could not. */
export async function keepPassingIssues(workspace: Folder, issues: readonly Issue[]): Promise<void> {
  const path = pathIn(workspace);
  const text = issues.length === 0 ? '' : `${JSON.stringify(issues, null, 1)}\n`;
  if (text === (await textOf(path))) return;
  if (text === '') await rm(path, { force: true });
  else await writeAtomic(path, new TextEncoder().encode(text));
}
