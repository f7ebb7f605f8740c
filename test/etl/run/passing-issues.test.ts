import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepPassingIssues, passingIssues } from '../../../etl/run/passing-issues.ts';
import type { Workspace } from '../../../etl/workspace/open-workspace.ts';
import type { Issue } from '../../../shared/issue/issue.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'msoko-passing-'));
});
afterEach(() => rm(root, { recursive: true }));

const workspace = () =>
  ({ paths: { root }, config: { store: 'store' } }) as unknown as Pick<Workspace, 'paths' | 'config'>;
const refused: Issue = {
  code: 'google.unavailable',
  place: { file: 'https://drive.google.com/drive/folders/f' },
};

describe('what only the last run could tell', () => {
  it('is kept beside the store until a run has nothing of the kind to tell', async () => {
    expect(await passingIssues(workspace())).toEqual([]);
    await keepPassingIssues(workspace(), [refused]);
    expect(await passingIssues(workspace())).toEqual([refused]);
    await keepPassingIssues(workspace(), []);
    expect(await passingIssues(workspace())).toEqual([]);
    expect(await readdir(join(root, 'store'))).toEqual([]);
  });
});
