import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { writeReturns } from '../../../../etl/google/write/write-returns.ts';
import { collect } from '../../../../etl/run/collect.ts';
import { withStore } from '../../../../etl/store/with-store.ts';
import type { Workspace } from '../../../../etl/workspace/open-workspace.ts';
import { spreadsheetPath } from '../../../../shared/issue/spreadsheet.ts';
import type { UnitReturn } from '../../../../shared/live-state/return-sheets.ts';
import { type GoogleDistrict, googleDistrict } from '../../../google/google-district.ts';

let d: GoogleDistrict;
let id: string;
beforeAll(async () => {
  d = await googleDistrict();
  id = d.book('s1', { 'g.pupils 2024/25': 100 });
}, 60_000);
afterAll(async () => {
  expect(d.g.violations).toEqual([]);
  vi.unstubAllEnvs();
  await d.g.stop();
});

const told = (): UnitReturn => {
  const report = { state: 'submitted', file: spreadsheetPath(id) } as const;
  return {
    unit: 's1',
    report,
    protocol: {
      unit: 's1',
      name: 'Средняя школа № 1',
      district: 'gor',
      districtName: 'Горный район',
      schoolYear: '2024/25',
      report,
      counts: { error: 1, warning: 0, info: 0 },
      remarks: [],
      left: 0,
      isUnread: false,
    },
  };
};

/** A night: what changed is read, then the organisation is told; calls of Sheets after the reading. */
async function night(): Promise<{ calls: string[]; issues: string[] }> {
  const base = d.open();
  const google = { ...base.config.google!, summary: true, returns: true };
  const workspace: Workspace = { ...base, config: { ...base.config, google } };
  return withStore(workspace, async (store) => {
    const run = await store.beginRun('2025-06-10');
    const { changed } = await collect(workspace, store, run.id);
    await store.finishRun(run.id, '{}', changed);
    d.calls();
    const { issues } = await writeReturns(workspace, await store.sources(), [told()], () => undefined);
    return {
      calls: d.calls().flatMap((call) => (call.startsWith('sheets.') ? [call.split('.').at(-1)!] : [])),
      issues: issues.map(({ code }) => code),
    };
  });
}
/** Whether our account may write in the folder; Drive calls that no change of the spreadsheet. */
function mayWrite(may: boolean): void {
  const { files, drives } = d.g.world;
  for (const { permissions } of [...files.values(), ...drives.values()]) {
    for (const one of permissions) {
      if (one.emailAddress === d.g.serviceAccount) one.role = may ? 'fileOrganizer' : 'reader';
    }
  }
}
const own = () => d.g.people.tabs(id).filter((title) => /^_state$|замечания|заметки|список/i.test(title));

describe('tabs in which the night tells an organisation what it found', () => {
  it('are made, and cost nothing while nobody changes them, whatever they are called and wherever they stand', async () => {
    expect(await night()).toEqual({ calls: ['get', 'batchUpdate'], issues: [] });
    expect(own()).toEqual(['Замечания', '_state']);
    d.g.people.renameTab(id, 'Замечания', 'Мои замечания');
    d.g.people.duplicateTab(id, 'Мои замечания', 'Мои заметки');
    d.g.people.moveTab(id, 'Мои замечания', 0);
    // our own writing is read once more; that tells that the tabs are there
    expect(await night()).toEqual({ calls: [], issues: [] });
  });

  it('come back the next night once somebody has deleted them, though nothing else is new; a copy stands for none', async () => {
    d.g.people.deleteTab(id, 'Мои замечания');
    d.g.people.as(d.g.serviceAccount).deleteTab(id, '_state');
    mayWrite(false);
    expect((await night()).issues).toEqual(['google.forbidden']);
    expect(own()).toEqual(['Мои заметки']);
    mayWrite(true);
    // tried again without any further change
    expect((await night()).calls).toEqual(['get', 'batchUpdate']);
    expect(own().sort()).toEqual(['_state', 'Замечания', 'Мои заметки']);
    expect((await night()).calls).toEqual([]);
  });
});
