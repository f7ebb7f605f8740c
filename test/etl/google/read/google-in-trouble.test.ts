import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Google } from '../../../../etl/google/client/google.ts';
import { GoogleError } from '../../../../etl/google/client/google-error.ts';
import { googlePort } from '../../../../etl/google/read/google-port.ts';
import { readGoogleState } from '../../../../etl/google/state.ts';
import { collectPort } from '../../../../etl/run/collect/collect-port.ts';
import { sourceContext } from '../../../../etl/run/collect/source-context.ts';
import { StandingValues } from '../../../../etl/run/collect/standing-values.ts';
import { readingFingerprint } from '../../../../etl/run/fingerprint.ts';
import { withStore } from '../../../../etl/store/with-store.ts';
import type { Issue } from '../../../../shared/issue/issue.ts';
import { folderAddress } from '../../../../shared/issue/spreadsheet.ts';
import { issueText } from '../../../../shared/texts/issues.ts';
import { clientOf } from '../../../google/client.ts';
import { type GoogleDistrict, googleDistrict } from '../../../google/google-district.ts';

let d: GoogleDistrict;
let s1 = '';
let s2 = '';

beforeAll(async () => {
  d = await googleDistrict();
  s1 = d.book('s1', { 'g.pupils 2024/25': 100 });
  s2 = d.book('s2', { 'g.pupils 2024/25': 50 });
  expect(await night()).toMatchObject({ read: 2, failed: 0, codes: [] });
}, 60_000);
afterAll(async () => {
  vi.unstubAllEnvs();
  await d.g.stop();
});
afterEach(() => {
  expect(d.g.faults.left).toEqual([]);
  d.g.faults.clear();
});

/** A night with a client that soon loses patience. */
async function night(connect?: () => Promise<Google>) {
  const workspace = d.open();
  d.calls();
  const passing: Issue[] = [];
  return withStore(workspace, async (store) => {
    const { id } = await store.beginRun('2025-06-10');
    const counts = { read: 0, unchanged: 0, failed: 0, changed: false, passing };
    const port = googlePort(
      workspace,
      sourceContext(workspace),
      connect ?? (() => clientOf(d.g, { deadlineSeconds: 0.01, random: () => 0.5 })),
    );
    await collectPort(port, {
      store,
      run: id,
      readAs: readingFingerprint(workspace.catalog),
      standing: new StandingValues(store, workspace.catalog, new Set()),
      reopened: new Set(),
      counts,
      progress: () => undefined,
    });
    await store.finishRun(id, '{}', counts.changed);
    const observations = (await store.observations()).flatMap((s) => s.observations);
    const given = observations.filter(({ status }) => status !== 'not_reported');
    return {
      ...counts,
      codes: passing.map(({ code, place }) => `${code} ${place.title ?? place.file}`),
      texts: passing.map((issue) => issueText(issue)),
      states: (await store.sources()).map(({ state }) => state),
      values: Object.fromEntries(given.map((o) => [o.unit, o.value])),
      calls: d.calls(),
    };
  });
}

const edit = async (id: string, value: number) => {
  const { tab, cell } = await d.find(id, 'g.pupils');
  d.g.people.type(id, tab, cell, value);
};
const reads = (calls: readonly string[]) => calls.filter((c) => c.startsWith('sheets.'));
const folder = () => folderAddress(d.g.folderId);

describe('Google in trouble', () => {
  it('out of reach: one issue, everything known stands, nothing is gone; the next night makes it good', async () => {
    await edit(s1, 101);
    d.g.faults.add({ on: 'drive.changes.list', fail: 503 });
    const bad = await night();
    expect(bad).toMatchObject({ codes: [`google.unavailable ${folder()}`], failed: 1, unchanged: 2 });
    expect(bad).toMatchObject({ states: ['present', 'present'], values: { s1: 100, s2: 50 } });
    expect(bad.texts[0]?.text).toContain('Файлы обработаны как обычно');
    expect(await night()).toMatchObject({ codes: [], read: 1, values: { s1: 101, s2: 50 } });
  });

  it('a key that cannot be read is an issue too, with what is wrong with it', async () => {
    const trouble = { message: 'Файл ключа не найден: key.json.', hint: '' };
    const bad = await night(() => Promise.reject(new GoogleError('credentials', trouble)));
    expect(bad).toMatchObject({ codes: [`google.credentials ${folder()}`], failed: 1, unchanged: 2 });
    expect(bad.texts[0]?.text).toBe(trouble.message);
  });

  it('one spreadsheet that cannot be read does not stop the others, and is tried again', async () => {
    await edit(s1, 102);
    await edit(s2, 52);
    const isFirst = ({ params }: { params: Record<string, unknown> }) => params.spreadsheetId === s1;
    d.g.faults.add({ on: 'sheets.spreadsheets.values.batchGet', fail: 503, only: isFirst });
    const bad = await night();
    expect(bad).toMatchObject({ codes: ['google.unavailable Отчёт s1'], failed: 1, read: 1 });
    expect(bad.values).toEqual({ s1: 101, s2: 52 });
    expect((await readGoogleState(`${d.dir}/store`))?.files[s1]?.isStale).toBe(true);
    const good = await night();
    expect(good).toMatchObject({ codes: [], failed: 0, read: 1, values: { s1: 102, s2: 52 } });
    expect(reads(good.calls)).toHaveLength(2);
    expect(reads((await night()).calls)).toEqual([]);
  });

  it('a quota that does not come back leaves the rest for the next night', async () => {
    await edit(s1, 103);
    await edit(s2, 53);
    d.g.faults.add({ on: 'sheets.spreadsheets.get', fail: 429, times: 2, retryAfter: 60 });
    const bad = await night();
    expect(bad.codes.sort()).toEqual(['google.quota Отчёт s1', 'google.quota Отчёт s2']);
    expect(await night()).toMatchObject({ read: 2, failed: 0, values: { s1: 103, s2: 53 } });
  });

  it('a run that ends before its state is written reads the same again and changes nothing', async () => {
    await edit(s1, 104);
    const before = await readGoogleState(`${d.dir}/store`);
    expect(await night()).toMatchObject({ read: 1 });
    const { writeGoogleState } = await import('../../../../etl/google/state.ts');
    await writeGoogleState(`${d.dir}/store`, before!);
    expect(await night()).toMatchObject({ read: 0, unchanged: 2, changed: false, values: { s1: 104 } });
  });

  it('the folder in the bin: nothing is gone, it is said what to restore', async () => {
    d.g.people.trash(d.g.folderId);
    const bad = await night();
    expect(bad).toMatchObject({ codes: [`google.not_found ${folder()}`], failed: 1 });
    expect(bad.states).toEqual(['present', 'present']);
    expect(bad.texts[0]?.todo).toContain('msoko@district.iam.gserviceaccount.com');
    d.g.people.restore(d.g.folderId);
    expect(await night()).toMatchObject({ codes: [], failed: 0, states: ['present', 'present'] });
  });

  it('the API switched off is told once', async () => {
    d.g.world.enabled.delete('drive');
    expect(await night()).toMatchObject({ codes: [`google.api_disabled ${folder()}`], failed: 1 });
    d.g.world.enabled.add('drive');
    await edit(s1, 105);
    d.g.world.enabled.delete('sheets');
    expect(await night()).toMatchObject({ codes: ['google.api_disabled Отчёт s1'], unchanged: 1 });
    d.g.world.enabled.add('sheets');
    expect(await night()).toMatchObject({ codes: [], values: { s1: 105 } });
  });

  it('a spreadsheet with too many tabs is refused like such a file, and not read again', async () => {
    const id = d.g.people.newBook('Сто листов', d.g.folderId);
    for (let n = 0; n < 100; n++) d.g.people.addTab(id, `Лист ${n}`);
    expect(await night()).toMatchObject({ codes: [], failed: 1, unchanged: 2 });
    const again = await night();
    expect(again).toMatchObject({ failed: 1, changed: false });
    expect(reads(again.calls)).toEqual([]);
    d.g.people.trash(id);
    expect((await night()).states).toEqual(['present', 'present', 'gone']);
  });
});
