import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { collect } from '../../../../etl/run/collect.ts';
import { withStore } from '../../../../etl/store/with-store.ts';
import type { Workspace } from '../../../../etl/workspace/open-workspace.ts';
import { formatPlace, type Issue } from '../../../../shared/issue/issue.ts';
import { spreadsheetPath } from '../../../../shared/issue/spreadsheet.ts';
import { SPREADSHEET } from '../../../google/drive/model.ts';
import { type GoogleDistrict, googleDistrict } from '../../../google/google-district.ts';

const get = 'sheets.spreadsheets.get';
const values = 'sheets.spreadsheets.values.batchGet';
const changes = 'drive.changes.list';
const token = 'oauth2.token';
const list = 'drive.files.list';

let d: GoogleDistrict;
const ids: Record<string, string> = {};

beforeAll(async () => {
  d = await googleDistrict();
  ids.s1 = d.book('s1', { 'g.pupils 2024/25': 100, 'g.passed 2024/25': 90 });
  ids.s2 = d.book('s2', { 'g.pupils 2024/25': 50 });
  const sub = d.g.people.newFolder('Сады', d.g.folderId);
  ids.sub = sub;
  ids.k1 = d.book('k1', { 'g.children 2024/25': 40 }, { parent: sub });
  ids.ministry = d.book('gor', {}, { title: 'Министерству', appProperties: { msokoKind: 'ministry' } });
}, 60_000);
afterAll(async () => {
  expect(d.g.violations).toEqual([]);
  vi.unstubAllEnvs();
  await d.g.stop();
});
afterEach(() => {
  expect(d.g.faults.left).toEqual([]);
  d.g.faults.clear();
});

/** One night: what it counted, what the store then holds, and what was asked of Google. */
async function night(workspace?: Workspace) {
  const own = workspace ?? d.open();
  d.calls();
  return withStore(own, async (store) => {
    const { id } = await store.beginRun('2025-06-10');
    const { passing, ...counts } = await collect(own, store, id);
    await store.finishRun(id, '{}', counts.changed);
    const observations = (await store.observations()).flatMap((s) => s.observations);
    const given = observations.filter(({ status }) => status !== 'not_reported');
    return {
      ...counts,
      passing,
      sources: await store.sources(),
      values: Object.fromEntries(given.map((o) => [`${o.unit} ${o.element}`, o.value ?? o.status])),
      placeOf: (unit: string, element: string) =>
        given.find((o) => o.unit === unit && o.element === element)!.place,
      calls: d.calls(),
    };
  });
}

const state = async () => JSON.parse(await readFile(join(d.dir, 'store', 'google.json'), 'utf8'));
const all = { 's1 g.pupils': 100, 's1 g.passed': 90, 's2 g.pupils': 50, 'k1 g.children': 40 };

describe('spreadsheets night by night', () => {
  it('the first night lists the folder with its subfolders and reads each with two requests', async () => {
    const first = await night();
    expect(first).toMatchObject({ read: 3, unchanged: 0, failed: 0, passing: [], values: all });
    expect(first.sources.map(({ path, title, unit, state: is }) => [path, title, unit, is]).sort()).toEqual(
      ['k1', 's1', 's2'].map((u) => [spreadsheetPath(ids[u]!), `Отчёт ${u}`, u, 'present']).sort(),
    );
    expect(first.calls).toEqual([
      token,
      'drive.files.get',
      'drive.changes.getStartPageToken',
      list,
      list,
      ...[1, 2, 3].flatMap(() => [get, values]),
    ]);
    const at = await d.find(ids.s1!, 'g.passed');
    expect(formatPlace(first.placeOf('s1', 'g.passed'))).toBe(
      `https://docs.google.com/spreadsheets/d/${ids.s1}/edit#gid=${at.gid}&range=${at.cell}`,
    );
  });

  it('unchanged spreadsheets cost nothing but the question what changed', async () => {
    const again = await night();
    expect(again).toMatchObject({ read: 0, unchanged: 3, failed: 0, changed: false });
    expect(again.calls).toEqual([token, changes]);
  });

  it('reads only what changed, wherever people moved it; the link leads to its new cell', async () => {
    const old = await d.find(ids.s1!, 'g.passed');
    d.g.people.insertRows(ids.s1!, old.tab, 2, 3);
    d.g.people.renameTab(ids.s1!, old.tab, "Наш 'лист'");
    d.g.people.moveTab(ids.s1!, "Наш 'лист'", 0);
    const now = await d.find(ids.s1!, 'g.passed');
    d.g.people.type(ids.s1!, now.tab, now.cell, 95);
    const changed = await night();
    expect(changed).toMatchObject({ read: 1, unchanged: 2, values: { ...all, 's1 g.passed': 95 } });
    expect(changed.calls).toEqual([token, changes, get, values]);
    expect(now.cell).not.toBe(old.cell);
    expect(changed.placeOf('s1', 'g.passed')).toMatchObject({
      tab: "Наш 'лист'",
      cell: now.cell,
      gid: old.gid,
    });
    d.g.people.type(ids.s1!, now.tab, now.cell, 90);
    expect(await night()).toMatchObject({ read: 1, values: all });
  });

  it('what changed without changing a value is no new version; a new name is taken over', async () => {
    d.g.people.rename(ids.s2!, 'Основная школа');
    d.g.people.touch(ids.k1!);
    const renamed = await night();
    expect(renamed).toMatchObject({ read: 0, unchanged: 3, changed: true, values: all });
    expect(renamed.placeOf('s2', 'g.pupils').title).toBe('Основная школа');
    expect((await night()).calls).toEqual([token, changes]);
  });

  it('one in the bin, or taken from us, keeps its values and is gone; it may come back', async () => {
    d.g.people.trash(ids.s2!);
    d.g.people.unshare(ids.k1!);
    const without = await night();
    const gone = without.sources.filter((s) => s.state === 'gone').map((s) => s.unit);
    expect({ gone: gone.sort(), values: without.values }).toEqual({ gone: ['k1', 's2'], values: all });
    d.g.people.restore(ids.s2!);
    d.g.people.move(ids.k1!, ids.sub!);
    const back = await night();
    expect(back).toMatchObject({ unchanged: 3, read: 0 });
    expect(back.sources.map((s) => s.state)).toEqual(['present', 'present', 'present']);
  });

  it('a subfolder that is moved away takes its spreadsheets along', async () => {
    const elsewhere = d.g.people.newFolder('Прочее', d.g.sharedDriveId);
    d.g.people.move(ids.sub!, elsewhere);
    expect((await night()).sources.find((s) => s.unit === 'k1')?.state).toBe('gone');
    d.g.people.move(ids.sub!, d.g.folderId);
    const back = await night();
    expect(back.sources.find((s) => s.unit === 'k1')?.state).toBe('present');
    expect(back.calls).toEqual([token, changes, list, list, get, values]);
  });

  it('a file of Excel in the folder is told every night until it is gone, without further requests', async () => {
    const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    const told = ({ passing }: { passing: readonly Issue[] }) =>
      passing.map(({ code, place }) => `${code} ${place.title} ${formatPlace(place)}`);
    const id = d.g.people.newFile('Школа 3.xlsx', d.g.folderId, excel);
    const words = [`google.not_spreadsheet Школа 3.xlsx https://drive.google.com/file/d/${id}`];
    const first = await night();
    expect(told(first)).toEqual(words);
    expect(first).toMatchObject({ failed: 0, unchanged: 3 });
    const again = await night();
    expect(told(again)).toEqual(words);
    expect(again.calls).toEqual([token, changes]);
    await rm(join(d.dir, 'store', 'google.json'));
    expect(told(await night())).toEqual(words);
    d.g.people.trash(id);
    expect(told(await night())).toEqual([]);
  });

  it('a lost state costs one listing', async () => {
    await rm(join(d.dir, 'store', 'google.json'));
    const again = await night();
    expect(again).toMatchObject({ read: 0, unchanged: 3, changed: false });
    expect(again.calls).toEqual([token, 'drive.files.get', 'drive.changes.getStartPageToken', list, list]);
    await rm(join(d.dir, 'store', 'google.json'));
  });

  it('a token that Google does not know any more costs one listing', async () => {
    await night();
    const kept = await state();
    const { writeGoogleState } = await import('../../../../etl/google/state.ts');
    await writeGoogleState(join(d.dir, 'store'), { ...kept, token: 'gone' });
    const again = await night();
    expect(again).toMatchObject({ read: 0, unchanged: 3, failed: 0 });
    expect(again.calls.filter((c) => c === list)).toHaveLength(2);
  });

  it('a changed catalogue is applied without asking for values again', async () => {
    const { catalog, ...rest } = d.open();
    const elements = new Map(catalog.elements);
    const passed = elements.get('g.passed')!;
    elements.set('g.passed', { ...passed, max: 80 });
    const strict = await night({ ...rest, catalog: { ...catalog, elements } });
    expect(strict).toMatchObject({ read: 3, values: { ...all, 's1 g.passed': 'rejected' } });
    expect(strict.calls).toEqual([token, changes]);
    expect(await night()).toMatchObject({ read: 3, values: all });
  });

  it('what is edited while it is read is read again the next night', async () => {
    const { tab, cell } = await d.find(ids.s2!, 'g.pupils');
    d.g.people.type(ids.s2!, tab, cell, 51);
    d.g.faults.add({ on: values, meanwhile: () => d.g.people.insertRows(ids.s2!, tab, 1) });
    expect(await night()).toMatchObject({ read: 1 });
    const next = await night();
    expect(next.calls).toEqual([token, changes, get, values]);
    expect(next.values).toEqual({ ...all, 's2 g.pupils': 51 });
    const found = await d.find(ids.s2!, 'g.pupils');
    d.g.people.type(ids.s2!, found.tab, found.cell, 50);
    expect(await night()).toMatchObject({ values: all });
  });

  it('a tab renamed between the two requests is read at the second try', async () => {
    const { tab, cell } = await d.find(ids.s2!, 'g.pupils');
    d.g.people.type(ids.s2!, tab, cell, 52);
    d.g.faults.add({ on: values, meanwhile: () => d.g.people.renameTab(ids.s2!, tab, 'Переименован') });
    const renamed = await night();
    expect(renamed.calls).toEqual([token, changes, get, values, get, values]);
    expect(renamed.values).toEqual({ ...all, 's2 g.pupils': 52 });
    d.g.people.type(ids.s2!, 'Переименован', cell, 50);
    expect(await night()).toMatchObject({ failed: 0, values: all });
  });

  it('an empty spreadsheet of somebody is told as a workbook that names nobody', async () => {
    const id = d.g.people.newBook('Черновик Марии Петровны Ивановой', d.g.folderId);
    const found = await night();
    expect(found).toMatchObject({ read: 1, failed: 0 });
    const title = found.sources.find((s) => s.path === spreadsheetPath(id))?.title ?? '';
    expect(title).not.toMatch(/Иванов|Мари/);
    expect(d.g.world.files.get(id)?.mimeType).toBe(SPREADSHEET);
    d.g.people.trash(id);
    await night();
  });

  it("another folder, in somebody's own Drive, is listed anew; what lay in the old one is gone", async () => {
    const { config, ...rest } = d.open();
    const inOwn = (): Workspace => ({
      ...rest,
      config: { ...config, google: { ...config.google!, folder: d.g.personalFolderId } },
    });
    const id = d.book('s2', { 'g.pupils 2024/25': 53 }, { parent: d.g.personalFolderId });
    const moved = await night(inOwn());
    expect(moved).toMatchObject({ read: 1, failed: 0, values: { ...all, 's2 g.pupils': 53 } });
    expect(moved.sources.filter((s) => s.state === 'present').map((s) => s.path)).toEqual([
      spreadsheetPath(id),
    ]);
    expect((await state()).drive).toBeUndefined();
    const { tab, cell } = await d.find(id, 'g.pupils');
    d.g.people.type(id, tab, cell, 54);
    const changed = await night(inOwn());
    expect(changed.calls).toEqual([token, changes, get, values]);
    expect(changed.values['s2 g.pupils']).toBe(54);
    d.g.people.unshare(id);
    const without = await night(inOwn());
    expect(without.sources.filter((s) => s.state === 'present')).toEqual([]);
    expect(without.values['s2 g.pupils']).toBe(54);
  });

  it('without a folder in the settings nothing is asked, and what was read stands', async () => {
    await night();
    const { config, ...rest } = d.open();
    const { google: _, ...offline } = config;
    const last = await night({ ...rest, config: offline });
    expect(last).toMatchObject({ failed: 0, calls: [] });
    expect(last.sources.filter((s) => s.state === 'present')).toEqual([]);
    expect(last.values).toMatchObject({ 's1 g.passed': 90 });
  });
});
