import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Google } from '../../../../etl/google/client/google.ts';
import { writeOwnTabs } from '../../../../etl/google/write/write-own-tabs.ts';
import { tabMarks } from '../../../../shared/live-state/tab-mark.ts';
import type { Plan } from '../../../../shared/plan/plan.ts';
import { clientOf } from '../../../google/client.ts';
import { SPREADSHEET } from '../../../google/drive/model.ts';
import { type GoogleServer, startGoogle } from '../../../google/server.ts';
import { virtualClock } from '../client/scripted-server.ts';
import { list, overview, planOf } from './small-summary.ts';

let g: GoogleServer;
let google: Google;
/** A district's spreadsheet: a tab that people fill in, a hidden one, and a person's own. */
let id: string;
const summary = (first = 40, second = 50) => planOf(overview(first, second), list('Показатели', [1, 'да']));
const write = (plan: Plan) => writeOwnTabs(google, id, plan, { set: 'summary', editors: [g.owner] });
/** Calls of Sheets since the last look. */
const calls = () =>
  g.log.splice(0).flatMap(({ method }) => (method.startsWith('sheets.') ? [method.split('.').at(-1)] : []));
const tabOf = (title: string) => g.people.book(id).tabs.find((tab) => tab.properties.title === title)!;

beforeAll(async () => {
  g = await startGoogle();
  google = await clientOf(g, { clock: virtualClock(), random: () => 0.5 });
});
afterAll(async () => {
  expect(g.violations).toEqual([]);
  await g.stop();
});

beforeEach(async () => {
  g.faults.clear();
  const made = await google.call('drive', () =>
    google.drive.files.create({
      supportsAllDrives: true,
      requestBody: { name: 'Район', mimeType: SPREADSHEET, parents: [g.folderId] },
      fields: 'id',
    }),
  );
  id = made.id!;
  await google.call('sheets_write', () =>
    google.sheets.spreadsheets.batchUpdate({
      spreadsheetId: id,
      requestBody: {
        requests: [
          { addSheet: { properties: { sheetId: 11, title: 'Ввод', index: 0 } } },
          { addSheet: { properties: { sheetId: 12, title: '_meta', hidden: true } } },
          ...[11, 12].map((sheetId) => ({
            createDeveloperMetadata: {
              developerMetadata: {
                metadataKey: tabMarks.entry,
                metadataValue: `t${sheetId}/abc`,
                location: { sheetId },
                visibility: 'DOCUMENT',
              },
            },
          })),
        ],
      },
    }),
  );
  g.people.renameTab(id, g.people.tabs(id)[1]!, 'Мои заметки');
  calls();
});

describe('writeOwnTabs', () => {
  it('adds tabs behind those that people fill in, typed, by one read and one batch', async () => {
    expect(await write(summary())).toEqual({ written: 3, unchanged: 0 });
    expect(calls()).toEqual(['get', 'batchUpdate']);
    expect(g.people.tabs(id)).toEqual(['Ввод', 'Обзор', 'Показатели', 'Мои заметки', '_meta', '_charts']);
    expect(g.people.read(id, 'Обзор', 'B2')).toBe(40);
    expect(g.people.read(id, 'Обзор', 'A4')).toBe('=1+1');
    expect(g.people.read(id, 'Показатели', 'B2')).toBe('да');
    const tab = tabOf('Обзор');
    expect(tab.charts).toHaveLength(1);
    expect(tab.conditionalFormats).toHaveLength(1);
    expect(tab.merges).toHaveLength(1);
    expect(tab.protectedRanges[0]?.editors?.users).toContain(g.owner);
    expect(tab.protectedRanges[0]?.editors?.users).toContain(g.serviceAccount);
  });

  it('reads once and writes nothing where nothing changed', async () => {
    await write(summary());
    calls();
    expect(await write(summary())).toEqual({ written: 0, unchanged: 3 });
    expect(calls()).toEqual(['get']);
  });

  it('fills only the tab that differs, in place', async () => {
    await write(planOf(overview(1, 2), list('Показатели', [1, 2, 3])));
    const before = tabOf('Показатели');
    calls();
    g.log.length = 0;
    expect(await write(planOf(overview(1, 2), list('Показатели', [7])))).toEqual({
      written: 1,
      unchanged: 2,
    });
    const sent = JSON.stringify(g.log.find(({ method }) => method.endsWith('batchUpdate'))?.body);
    expect(sent).not.toContain('Район');
    const tab = tabOf('Показатели');
    expect(tab.properties.sheetId).toBe(before.properties.sheetId);
    expect(g.people.read(id, 'Показатели', 'B1')).toBe(7);
    // what stood below is gone
    expect([2, 3].map((n) => g.people.read(id, 'Показатели', `B${n}`))).toEqual([undefined, undefined]);
  });

  it('writes only the day where nothing else differs, and marks it', async () => {
    const on = (day: string, value = 1) => {
      const tab = list('Показатели', [value, 2]);
      const head = { cells: [{ column: 1, value: `Данные на ${day}`, isDated: true }] };
      return planOf({ ...tab, rows: [head, ...tab.rows] }, list('Без даты', [5]));
    };
    await write(on('01.06.2025'));
    g.log.length = 0;
    expect(await write(on('02.06.2025'))).toEqual({ written: 1, unchanged: 1 });
    const { requests } = g.log.find(({ method }) => method.endsWith('batchUpdate'))!.body as {
      requests: object[];
    };
    expect(requests.flatMap((request) => Object.keys(request))).toEqual([
      'updateCells',
      'updateDeveloperMetadata',
    ]);
    expect(g.people.read(id, 'Показатели', 'A1')).toBe('Данные на 02.06.2025');
    expect(g.people.read(id, 'Показатели', 'B2')).toBe(1);
    expect(await write(on('02.06.2025'))).toEqual({ written: 0, unchanged: 2 });
    await write(on('03.06.2025', 9));
    expect(g.people.read(id, 'Показатели', 'A1')).toBe('Данные на 03.06.2025');
    expect(g.people.read(id, 'Показатели', 'B2')).toBe(9);
  });

  it('updates its charts, rules and protections, and never doubles them', async () => {
    await write(summary(1, 2));
    const [chart] = tabOf('Обзор').charts;
    const plan = planOf({ ...overview(3, 4), charts: [{ ...overview(3, 4).charts![0]!, title: 'Новое' }] });
    await write(planOf(...plan.sheets, list('Показатели', [1, 'да'])));
    const tab = tabOf('Обзор');
    expect(tab.charts).toHaveLength(1);
    expect(tab.charts[0]).toMatchObject({ chartId: chart!.chartId, spec: { title: 'Новое' } });
    expect(tab.conditionalFormats).toHaveLength(1);
    expect(tab.protectedRanges).toHaveLength(1);
    expect(tab.merges).toHaveLength(1);
  });
});

describe('what people do', () => {
  it('a tab that was moved and renamed is found, keeps its name and place', async () => {
    await write(summary());
    g.people.renameTab(id, 'Обзор', 'Наш обзор');
    g.people.moveTab(id, 'Наш обзор', 4);
    const order = g.people.tabs(id);
    expect(await write(summary())).toEqual({ written: 0, unchanged: 3 });
    await write(summary(41));
    expect(g.people.tabs(id)).toEqual(order);
    expect(g.people.read(id, 'Наш обзор', 'B2')).toBe(41);
  });

  it('a deleted tab comes back to its place with its chart', async () => {
    await write(summary());
    g.people.deleteTab(id, 'Обзор');
    expect(await write(summary())).toEqual({ written: 1, unchanged: 2 });
    expect(g.people.tabs(id).slice(0, 3)).toEqual(['Ввод', 'Обзор', 'Показатели']);
    expect(tabOf('Обзор').charts).toHaveLength(1);
  });

  it('charts get their data back with the tab they stand in', async () => {
    await write(summary());
    g.people.deleteTab(id, '_charts');
    await write(summary());
    expect(g.people.tabs(id)).toContain('_charts');
    const data = tabOf('_charts').properties.sheetId;
    expect(JSON.stringify(tabOf('Обзор').charts)).toContain(`"sheetId":${data}`);
    expect(tabOf('Обзор').charts).toHaveLength(1);
  });

  it('deleted charts and protections come back', async () => {
    await write(summary());
    const { chartId } = tabOf('Обзор').charts[0]!;
    g.people.request(id, () => ({ deleteEmbeddedObject: { objectId: chartId } }), 'Обзор');
    expect(await write(summary())).toEqual({ written: 1, unchanged: 2 });
    g.people.removeProtection(id, 'Обзор');
    expect(await write(summary())).toEqual({ written: 1, unchanged: 2 });
    expect(tabOf('Обзор').charts).toHaveLength(1);
    expect(tabOf('Обзор').protectedRanges).toHaveLength(1);
  });

  it('a person’s tab keeps the title that we wanted', async () => {
    g.people.addTab(id, 'обзор');
    g.people.type(id, 'обзор', 'A1', 'моё');
    await write(summary());
    expect(g.people.tabs(id)).toEqual([
      'Ввод',
      'Обзор (МСОКО)',
      'Показатели',
      'Мои заметки',
      '_meta',
      'обзор',
      '_charts',
    ]);
    await write(summary(41));
    expect(g.people.read(id, 'обзор', 'A1')).toBe('моё');
    expect(g.people.read(id, 'Обзор (МСОКО)', 'B2')).toBe(41);
  });

  it('people’s charts on our tab and people’s tabs outlive every change', async () => {
    await write(summary());
    const own = g.people.addChart(id, 'Обзор');
    const other = g.people.addChart(id, 'Мои заметки');
    g.people.type(id, 'Мои заметки', 'A1', '=B1');
    await write(summary(60));
    expect(tabOf('Обзор').charts.map(({ chartId }) => chartId)).toContain(own);
    expect(tabOf('Обзор').charts).toHaveLength(2);
    // the tab goes from the plan, but not from under the person's chart
    await write(planOf(list('Показатели', [1])));
    expect(tabOf('Обзор').charts.map(({ chartId }) => chartId)).toContain(own);
    expect(tabOf('Мои заметки').charts.map(({ chartId }) => chartId)).toEqual([other]);
    expect(g.people.read(id, 'Обзор', 'B2')).toBe(60);
    // and when the plan has it again, it gets a tab of its own
    await write(summary(70));
    expect(g.people.read(id, 'Обзор', 'B2')).toBe(60);
    expect(g.people.read(id, 'Обзор (МСОКО)', 'B2')).toBe(70);
    expect(await write(summary(70))).toMatchObject({ written: 0 });
  });

  it('a copy that a person made of our tab is the person’s', async () => {
    await write(summary());
    g.people.duplicateTab(id, 'Показатели', 'Показатели на память');
    await write(planOf(overview(40, 50), list('Показатели', [9])));
    expect(g.people.read(id, 'Показатели на память', 'B1')).toBe(1);
    await write(planOf(overview(40, 50, 'Обзор')));
    expect(g.people.tabs(id)).toContain('Показатели на память');
    expect(g.people.tabs(id)).not.toContain('Показатели');
  });

  it('tabs that left the plan go, even where a new one takes their title', async () => {
    await write(planOf({ ...list('Показатели', [1]), key: 'old' }, overview(1, 2)));
    await write(planOf({ ...list('Показатели', [2]), key: 'new' }, overview(1, 2)));
    expect(g.people.tabs(id)).toEqual(['Ввод', 'Показатели', 'Обзор', 'Мои заметки', '_meta', '_charts']);
    expect(g.people.read(id, 'Показатели', 'B1')).toBe(2);
  });

  it('formulas that point at our tabs go on working', async () => {
    await write(summary());
    g.people.type(id, 'Мои заметки', 'A1', "='Обзор'!B2");
    await write(summary(77));
    expect(g.people.read(id, 'Мои заметки', 'A1')).toBe(77);
  });
});

describe('more than one batch takes', () => {
  const many = (n: number) =>
    planOf(overview(n, 2, 'Лист 1'), ...[1, 2, 3, 4].map((i) => list(`Лист ${i}`, [n, i])));
  const inParts = (plan: Plan, mostBytes: number) =>
    writeOwnTabs(google, id, plan, { set: 'summary', editors: [g.owner], mostBytes });

  it('goes in whole tabs, in the same order, and stale tabs leave with the last part', async () => {
    expect(await inParts(many(1), 3000)).toEqual({ written: 6, unchanged: 0 });
    expect(calls().filter((call) => call === 'batchUpdate').length).toBeGreaterThan(2);
    expect(g.people.tabs(id).slice(0, 6)).toEqual(['Ввод', 'Обзор', 'Лист 1', 'Лист 2', 'Лист 3', 'Лист 4']);
    expect(tabOf('Обзор').charts).toHaveLength(1);
    expect(await inParts(many(1), 3000)).toEqual({ written: 0, unchanged: 6 });
    expect(await inParts(planOf(list('Лист 1', [5]), list('Лист 2', [5])), 1)).toEqual({
      written: 2,
      unchanged: 0,
    });
    expect(g.people.tabs(id)).toEqual(['Ввод', 'Лист 1', 'Лист 2', 'Мои заметки', '_meta']);
  });

  it('a fault between two parts leaves what is there, the next run adds the rest', async () => {
    const then = 'reset';
    g.faults.add({ on: 'sheets.spreadsheets.batchUpdate', nth: 2, then, times: 3 });
    await expect(inParts(many(1), 3000)).rejects.toMatchObject({ code: 'unavailable' });
    const { written, unchanged } = await inParts(many(1), 3000);
    expect(unchanged).toBeGreaterThan(0);
    expect(written + unchanged).toBe(6);
    expect(g.people.tabs(id).slice(0, 6)).toEqual(['Ввод', 'Обзор', 'Лист 1', 'Лист 2', 'Лист 3', 'Лист 4']);
  });
});

describe('faults', () => {
  it.each([
    [503, 'before'],
    [503, 'after'],
    ['reset', 'before'],
    ['reset', 'after'],
    ['truncated', 'after'],
    [429, 'before'],
  ] as const)('%s %s the batch is carried out: mended at once, nothing doubled', async (then, when) => {
    await write(summary(1, 2));
    for (const change of [summary(3, 4), planOf(overview(3, 4, 'Обзор')), summary(5, 6)]) {
      g.faults.add({ on: 'sheets.spreadsheets.batchUpdate', fail: then, when });
      await write(change);
      expect(g.faults.left).toEqual([]);
    }
    expect(g.people.tabs(id)).toEqual(['Ввод', 'Обзор', 'Показатели', 'Мои заметки', '_meta', '_charts']);
    expect(g.people.read(id, 'Обзор', 'B2')).toBe(5);
    const tab = tabOf('Обзор');
    expect([tab.charts.length, tab.conditionalFormats.length, tab.protectedRanges.length]).toEqual([1, 1, 1]);
    expect(await write(summary(5, 6))).toEqual({ written: 0, unchanged: 3 });
  });

  it.each(['before', 'after'] as const)(
    'an outage %s the batch leaves it whole; the next run heals',
    async (when) => {
      await write(summary(1, 2));
      const then = 503;
      g.faults.add({ on: 'sheets.spreadsheets.batchUpdate', fail: then, when, times: 50 });
      g.faults.add({ on: 'sheets.spreadsheets.get', nth: 2, fail: then, times: 50 });
      await expect(write(summary(3, 4))).rejects.toMatchObject({ code: 'unavailable' });
      g.faults.clear();
      expect(g.people.read(id, 'Обзор', 'B2')).toBe(when === 'before' ? 1 : 3);
      await write(summary(3, 4));
      expect(g.people.read(id, 'Обзор', 'B2')).toBe(3);
      expect(tabOf('Обзор').charts).toHaveLength(1);
    },
  );

  it('a tab that is deleted between our read and our batch', async () => {
    await write(summary(1, 2));
    g.faults.add({
      on: 'sheets.spreadsheets.batchUpdate',
      meanwhile: () => g.people.deleteTab(id, 'Обзор'),
    });
    await write(summary(3, 4));
    expect(g.people.read(id, 'Обзор', 'B2')).toBe(3);
    expect(tabOf('Обзор').charts).toHaveLength(1);
  });

  it('a tab that needed no change and is deleted between our read and our batch', async () => {
    await write(planOf(list('Лист 1', [1]), list('Лист 2', [2])));
    g.faults.add({
      on: 'sheets.spreadsheets.batchUpdate',
      meanwhile: () => g.people.deleteTab(id, 'Лист 2'),
    });
    await write(planOf(list('Лист 1', [5]), list('Лист 2', [2])));
    expect(['Лист 1', 'Лист 2'].map((tab) => g.people.read(id, tab, 'B1'))).toEqual([5, 2]);
  });
});
