import { join } from 'node:path';
import { expect, it } from 'vitest';
import { demoInbox } from '../../etl/demo/build-demo.ts';
import { type Demonstration, severalDistricts } from '../../etl/demo/demonstration.ts';
import { writeDemoWorkspace } from '../../etl/demo/write-demo-workspace.ts';
import { publish } from '../../etl/run/publish.ts';
import { openWorkspace } from '../../etl/workspace/open-workspace.ts';
import { parsed, say } from '../etl/cli/console.ts';
import { filesBelow } from './files-below.ts';
import { freshFolder, records } from './msoko.ts';

/** The newest district of the region with two of its organisations, in its last year; the whole of it is a slower proof. */
const corner: Demonstration = {
  ...severalDistricts,
  years: ['2021/22'],
  text: (name) => {
    const [header, ...rows] = severalDistricts.text(name).trimEnd().split('\n');
    const own = (row: string) => /rechnoy(-0[12])?,/.test(row) || name.startsWith('catalog/');
    return [header, ...rows.filter(own), ''].join('\n');
  },
};

it('a corner of the demonstration runs without a fault that is not in its documents', async () => {
  const dir = freshFolder();
  await writeDemoWorkspace(dir, corner);
  const workspace = await openWorkspace(dir);
  await publish(workspace, demoInbox(workspace, corner), () => undefined);
  expect(filesBelow(join(dir, 'inbox'))).toContain('2021-22/rechnoy-01.xlsx');
  const run = parsed(await say(dir, 'run', '--date', corner.date, '--json'));
  expect(run).toMatchObject({ workbooks: { failed: 0 }, issues: { error: 0, warning: 3 } });
  const rows = records((await say(dir, 'export', 'activities', '--date', corner.date)).out);
  const old = rows.filter(({ roadmap }) => roadmap === 'rechnoy-2018');
  expect(new Set(old.map(({ status }) => status))).toEqual(new Set(['done', 'done_late', 'archived']));
  expect(rows.filter(({ roadmap }) => roadmap === 'kurkino').length).toBeGreaterThan(200);
});

it('a folder that is not a demonstration is not overwritten', async () => {
  expect((await say(freshFolder(), 'demo', '.')).code).toBe(2);
});
