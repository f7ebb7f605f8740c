import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDuckDbStore } from '../../etl/store/duckdb/open.ts';
import { RunNotOpen, SourcePathTaken, SourceUnknown, StoreClosed } from '../../etl/store/errors.ts';
import type { SourceContent, SourceVersion, Store } from '../../etl/store/store.ts';
import type { Observation } from '../../shared/observation/observation.ts';

/** Every adapter of the port passes the same suite; a new one is added to this list. */
const adapters: readonly { name: string; open: (folder: string) => Promise<Store> }[] = [
  { name: 'DuckDB', open: (folder) => openDuckDbStore(join(folder, 'store', 'msoko.duckdb')) },
];

const version = (path: string, hash: string, fileTime = 1_700_000_000_000, readAs = 'r1'): SourceVersion => ({
  path,
  hash,
  fileTime,
  readAs,
});

const content = (observations: readonly Observation[], rest: Partial<SourceContent> = {}): SourceContent => ({
  kind: 'workbook',
  observations,
  results: [],
  markers: [],
  registerRows: [],
  records: [],
  issues: [],
  ...rest,
});

/** `value` at B<row> of a.xlsx; null is an empty cell. */
const cell = (element: string, value: number | string | null, row = 1, file = 'a.xlsx'): Observation => ({
  unit: 's1',
  element,
  period: '2024/25',
  ...(value === null ? { status: 'not_reported' } : { status: 'value', value }),
  place: { file, tab: 'Форма', cell: `B${row}` },
});

const rejected = (element: string, raw: string): Observation => ({
  ...cell(element, null),
  status: 'rejected',
  raw,
});

describe.each(adapters)('store contract: $name', ({ open }) => {
  let folder: string;
  let store: Store;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'msoko-store-'));
    store = await open(folder);
  });

  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });

  const reopen = async (): Promise<void> => {
    await store.close();
    store = await open(folder);
  };

  const inRun = async (work: (run: number) => Promise<unknown>): Promise<void> => {
    const { id } = await store.beginRun('2025-06-01');
    await work(id);
    await store.finishRun(id, '{}', true);
  };

  const values = async (): Promise<Record<string, unknown>> => {
    const all = (await store.observations()).flatMap((s) => s.observations);
    return Object.fromEntries(all.map((o) => [`${o.element}@${o.place.file}`, o.value ?? o.status]));
  };

  const everything = async (): Promise<unknown> => ({
    runs: await store.runs(),
    sources: await store.sources(),
    observations: await store.observations(),
    results: await store.results(),
    markers: await store.markers(),
    registerRows: await store.registerRows(),
    records: await store.records(),
    issues: await store.issues(),
    closed: await store.closedYears(),
  });

  it('remembers what runs noticed of the register, in order, through a restart', async () => {
    const change = (unit: string, before: string, after: string) => ({
      unit,
      field: 'name' as const,
      before,
      after,
    });
    expect(await store.registerEvents()).toEqual([]);
    const first = await store.beginRun('2025-02-01');
    await store.appendRegisterChanges(first.id, '2025-02-01', [
      change('s1', '', 'Школа'),
      change('a', '', 'Сад'),
    ]);
    await store.finishRun(first.id, '{}', true);
    const closed = store.appendRegisterChanges(first.id, '2025-02-02', [change('s1', 'Школа', 'Лицей')]);
    await expect(closed).rejects.toThrow(RunNotOpen);
    const second = await store.beginRun('2025-03-01');
    await store.appendRegisterChanges(second.id, '2025-03-01', [change('s1', 'Школа', 'Лицей')]);
    await store.appendRegisterChanges(second.id, '2025-03-01', []);
    await store.close();
    store = await open(folder);
    expect(await store.registerEvents()).toEqual([
      { run: first.id, date: '2025-02-01', ...change('s1', '', 'Школа') },
      { run: first.id, date: '2025-02-01', ...change('a', '', 'Сад') },
      { run: second.id, date: '2025-03-01', ...change('s1', 'Школа', 'Лицей') },
    ]);
  });

  it('knows when a document was first handed in, where it says something else since', async () => {
    const book = (status: string, submittedOn: string, unit = 's1') =>
      content([], { unit, schoolYear: '2024/25', status, submittedOn });
    const commits: readonly (readonly [string, SourceContent])[] = [
      ['h1', book('draft', '2025-05-01')],
      ['h2', book('submitted', '2025-05-20')],
      ['h3', book('submitted', '2025-05-25')],
      ['h4', book('draft', '2025-05-25')],
      ['h5', book('submitted', '2025-05-26', 's2')],
    ];
    const known: unknown[] = [];
    for (const [hash, one] of commits) {
      await inRun((run) => store.commitSource(run, version('a.xlsx', hash), one));
      known.push((await store.sources())[0]?.firstHandedIn);
    }
    const first = { firstSeen: 1, submittedOn: '2025-05-20' };
    expect(known).toEqual([undefined, undefined, first, first, undefined]);
  });

  it('is empty at first', async () => {
    expect(await everything()).toEqual({
      runs: [],
      sources: [],
      observations: [],
      results: [],
      markers: [],
      registerRows: [],
      records: [],
      issues: [],
      closed: [],
    });
  });

  it('gives back whatever was put in, also after it was closed and opened again', async () => {
    const observations: Observation[] = [
      cell('z.last', 12.5, 7),
      cell('a.first', 0, 2),
      { ...cell('d.date', '2025-01-31', 3), raw: '31.01.2025' },
      { ...cell('t.text', 'ООО "Ромашка";\n№ 5 — 😀 it\'s', 4) },
      rejected('r.one', "'; DROP TABLE term; --"),
      {
        unit: 'd1',
        element: 'e',
        period: '2025-Q1',
        status: 'no_data',
        raw: 'н/д',
        place: { file: 'a.xlsx' },
      },
      {
        unit: 'd1',
        element: 'f',
        period: '2025-Q1',
        status: 'not_applicable',
        place: { file: 'a.xlsx', line: 8 },
      },
      {
        unit: 's1',
        element: 'g',
        period: '2024/25:start',
        status: 'value',
        value: -0.1,
        place: { file: 'other.csv' },
      },
    ];
    const place = { file: 'a.xlsx', line: 2 };
    const result = {
      schoolYear: '2023/24',
      procedure: 'vpr',
      subject: 'ru',
      grade: '4',
      stage: '',
      district: 'd1',
      organisation: 's1',
      participants: 40,
      mark2: 1,
      mark3: 9,
      mark4: 20,
      mark5: 10,
      place,
    };
    const full = {
      ...result,
      belowMin: 0,
      high: 3,
      meanScore: 3.975,
      journalLower: 1,
      journalSame: 2,
      journalHigher: 3,
      observers: 2,
    };
    const bare = { schoolYear: '2022/23', organisation: 's1', works: ['ru.g4', 'ma.g5'], place };
    const marker = { ...bare, municipality: 'Район', login: 'edu050001', name: 'СОШ № 1', works: [] };
    const row = { line: 2, columns: { code: 's1', 'Название школы': 'СОШ «№ 1»', empty: '' } };
    const record = {
      record: 'survey',
      unit: 's1',
      schoolYear: '2024/25',
      no: 1,
      values: { title: 'Опрос "родителей"', asked: 120, rate: 0.5 },
      place: { file: 'a.xlsx', tab: 'Опросы', cell: 'B8' },
    };
    const keyed = { ...record, no: 2, key: '1.16', values: {}, answers: { asked: 'no_data' as const } };
    const plain = { code: 'key.unknown' as const, place: { file: 'a.xlsx', tab: 'Лист', cell: 'C3' } };
    const issue = {
      ...plain,
      organisation: 's1',
      element: 'z.last',
      period: '2024/25',
      raw: '12,5,',
      params: { b: 2, a: 'один' },
      severity: 'warning' as const,
      message: 'Проверьте значение',
    };
    await inRun(async (run) => {
      await store.commitSource(
        run,
        version('a.xlsx', 'h1', 1_735_689_600_123),
        content(observations, {
          unit: 's1',
          status: 'submitted',
          submittedOn: '2025-05-20',
          schoolYear: '2024/25',
          submittedByPost: 'директор',
          documentModified: '2025-05-19T10:00:00Z',
          results: [full, result],
          markers: [marker, bare],
          registerRows: [row],
          records: [record, keyed],
          issues: [issue, plain],
        }),
      );
    });
    await store.closeYear('2023/24');
    const expected = {
      runs: [{ id: 1, date: '2025-06-01', state: 'finished', summary: '{}', changed: true }],
      sources: [
        {
          id: 1,
          path: 'a.xlsx',
          hash: 'h1',
          readAs: 'r1',
          fileTime: 1_735_689_600_123,
          firstSeen: 0,
          kind: 'workbook',
          unit: 's1',
          status: 'submitted',
          submittedOn: '2025-05-20',
          schoolYear: '2024/25',
          submittedByPost: 'директор',
          documentModified: '2025-05-19T10:00:00Z',
          state: 'present',
        },
      ],
      observations: [{ sourceId: 1, observations }],
      results: [
        { sourceId: 1, result: full },
        { sourceId: 1, result },
      ],
      markers: [
        { sourceId: 1, marker },
        { sourceId: 1, marker: bare },
      ],
      registerRows: [{ sourceId: 1, row }],
      records: [
        { sourceId: 1, row: record },
        { sourceId: 1, row: keyed },
      ],
      issues: [
        { sourceId: 1, issue },
        { sourceId: 1, issue: plain },
      ],
      closed: ['2023/24'],
    };
    expect(await everything()).toStrictEqual(expected);
    await reopen();
    expect(await everything()).toStrictEqual(expected);
  });

  it('counts what a new version of a file changes in its own given values', async () => {
    type Case = [
      before: Observation[],
      after: Observation[],
      added: number,
      changed: number,
      removed: number,
    ];
    const cases: Record<string, Case> = {
      'nothing → value': [[], [cell('e', 1)], 1, 0, 0],
      'nothing → empty': [[], [cell('e', null)], 0, 0, 0],
      'empty → zero': [[cell('e', null)], [cell('e', 0)], 1, 0, 0],
      'value → other': [[cell('e', 1)], [cell('e', 2)], 0, 1, 0],
      'value → empty': [[cell('e', 1)], [cell('e', null)], 0, 0, 1],
      'value → nothing': [[cell('e', 1)], [], 0, 0, 1],
      'empty → nothing': [[cell('e', null)], [], 0, 0, 0],
      'value → rejected': [[cell('e', 1)], [rejected('e', 'один')], 0, 1, 0],
      'rejected → other text': [[rejected('e', 'один')], [rejected('e', 'два')], 0, 1, 0],
      'number → the same as text': [[cell('e', 1)], [cell('e', '1')], 0, 1, 0],
      'typed otherwise': [[{ ...cell('e', 12), raw: '12,0' }], [cell('e', 12)], 0, 0, 0],
      'another cell': [[cell('e', 1, 1)], [cell('e', 1, 9)], 0, 0, 0],
      'all kinds': [
        [cell('a', 1), cell('b', 1), cell('c', 1)],
        [cell('a', 2), cell('c', 1), cell('d', 5)],
        1,
        1,
        1,
      ],
    };
    const { id } = await store.beginRun('2025-06-01');
    for (const [name, [before, after, added, changed, removed]] of Object.entries(cases)) {
      await store.commitSource(id, version(name, 'h1'), content(before));
      const counts = await store.commitSource(id, version(name, 'h2'), content(after));
      expect(counts, name).toEqual({ added, changed, removed });
    }
  });

  it('keeps the history of a value, but not of its moves', async () => {
    await inRun(async (run) => {
      await store.commitSource(run, version('a.xlsx', '1'), content([cell('e', 1), cell('other', 8)]));
      await store.commitSource(
        run,
        version('b.csv', '1'),
        content([{ ...cell('e', 4), place: { file: 'b.csv', line: 2 } }]),
      );
    });
    await inRun(async (run) => {
      await store.commitSource(run, version('a.xlsx', '2'), content([cell('e', 1, 5), cell('other', 8)]));
      await store.commitSource(run, version('a.xlsx', '3'), content([rejected('e', 'два')]));
      await store.commitSource(run, version('a.xlsx', '4'), content([]));
      await store.commitSource(run, version('a.xlsx', '5'), content([cell('e', 2, 6)]));
    });
    const key = { unit: 's1', element: 'e', period: '2024/25' };
    const a = { ...key, source: 'a.xlsx' };
    expect((await store.events('s1', 'e', '2024/25')).map(({ seq: _, ...event }) => event)).toStrictEqual([
      { ...a, run: 1, after: { status: 'value', value: 1 }, place: 'a.xlsx#Форма!B1' },
      { ...key, source: 'b.csv', run: 1, after: { status: 'value', value: 4 }, place: 'b.csv#L2' },
      {
        ...a,
        run: 2,
        before: { status: 'value', value: 1 },
        after: { status: 'rejected' },
        raw: 'два',
        place: 'a.xlsx#Форма!B1',
      },
      {
        ...a,
        run: 2,
        before: { status: 'rejected' },
        after: { status: 'removed' },
        place: 'a.xlsx#Форма!B1',
      },
      {
        ...a,
        run: 2,
        before: { status: 'removed' },
        after: { status: 'value', value: 2 },
        place: 'a.xlsx#Форма!B6',
      },
    ]);
    expect(await store.events('s1', 'e', '2023/24')).toEqual([]);
  });

  it('tells the newest cell of a value that only moved', async () => {
    await inRun(async (run) => {
      await store.commitSource(run, version('a.xlsx', '1'), content([cell('e', 1, 1), cell('f', 2, 2)]));
      await store.commitSource(run, version('a.xlsx', '2'), content([cell('f', 2, 2), cell('e', 1, 3)]));
    });
    const [source] = await store.observations();
    expect(source?.observations.map((o) => [o.element, o.place.cell])).toEqual([
      ['f', 'B2'],
      ['e', 'B3'],
    ]);
  });

  it('of a value that stands twice in one file keeps the first', async () => {
    await inRun((run) =>
      store.commitSource(run, version('a.xlsx', '1'), content([cell('e', 1, 1), cell('e', 2, 2)])),
    );
    expect(await values()).toEqual({ 'e@a.xlsx': 1 });
  });

  it('ranks a workbook that comes again under another name as the document it is, a CSV file as a new one', async () => {
    await inRun((run) => store.commitSource(run, version('old.xlsx', '1'), content([])));
    await inRun((run) => store.commitSource(run, version('new.xlsx', '2'), content([])));
    await inRun(async (run) => {
      await store.commitSource(run, version('old (1).xlsx', '1'), content([]));
      await store.commitSource(run, version('new.xlsx', '1'), content([]));
      await store.commitSource(run, version('values.csv', '1'), content([], { kind: 'observations' }));
    });
    const ranks = (await store.sources()).map((s) => `${s.path} ${s.firstSeen}`);
    expect(ranks).toEqual(['old.xlsx 0', 'new.xlsx 2', 'old (1).xlsx 0', 'values.csv 2']);
  });

  it('gives files first seen between two finished runs one rank, also across an interruption', async () => {
    const first = await store.beginRun('2025-06-01');
    expect(first).toEqual({ id: 1, resumed: false });
    await store.commitSource(1, version('a', '1'), content([]));
    await reopen();
    expect(await store.runs()).toEqual([{ id: 1, date: '2025-06-01', state: 'started', changed: false }]);
    expect(await store.beginRun('2025-06-02')).toEqual({ id: 1, resumed: true });
    await store.commitSource(1, version('b', '1'), content([]));
    await store.finishRun(1, '{"n":2}', true);
    expect(await store.beginRun('2025-06-03')).toEqual({ id: 2, resumed: false });
    await store.commitSource(2, version('c', '3'), content([]));
    await store.commitSource(2, version('a', '2'), content([]));
    await store.commitSource(2, version('b', '1', 5, 'r2'), content([]));
    await store.finishRun(2, '{}', false);
    expect((await store.sources()).map((s) => [s.id, s.path, s.hash, s.readAs, s.firstSeen])).toEqual([
      [1, 'a', '2', 'r1', 1],
      [2, 'b', '1', 'r2', 0],
      [3, 'c', '3', 'r1', 1],
    ]);
    expect(await store.runs()).toEqual([
      { id: 1, date: '2025-06-02', state: 'finished', summary: '{"n":2}', changed: true },
      { id: 2, date: '2025-06-03', state: 'finished', summary: '{}', changed: false },
    ]);
  });

  it('names the complete runs and when they were last started, not the finished or interrupted ones', async () => {
    const began = Date.now();
    await inRun(async () => undefined);
    const { id } = await store.beginRun('2025-06-02');
    await reopen();
    await store.beginRun('2025-06-03');
    await store.finishRun(id, '{}', false);
    expect(await store.nights()).toEqual([]);
    await store.completeRun(id);
    await reopen();
    const nights = await store.nights();
    expect(nights).toEqual([{ date: '2025-06-03', startedAt: expect.any(Number) }]);
    expect(nights[0]!.startedAt).toBeGreaterThanOrEqual(began);
    expect(nights[0]!.startedAt).toBeLessThanOrEqual(Date.now());
  });

  it('refuses changes under a run that is not open, and stores nothing of them', async () => {
    await inRun((run) => store.commitSource(run, version('a.xlsx', '1'), content([cell('e', 1)])));
    const before = await everything();
    for (const run of [1, 2]) {
      const commit = store.commitSource(run, version('a.xlsx', '2'), content([cell('e', 2)]));
      await expect(commit).rejects.toThrow(RunNotOpen);
      await expect(store.finishRun(run, '{}', true)).rejects.toThrow(RunNotOpen);
      await expect(store.setSourceState(run, 1, 'gone')).rejects.toThrow(RunNotOpen);
    }
    expect(await everything()).toEqual(before);
  });

  it('stores a file whole or not at all', async () => {
    const { id } = await store.beginRun('2025-06-01');
    await store.commitSource(id, version('a.xlsx', '1'), content([cell('e', 1)]));
    const before = await everything();
    const broken = content([cell('brand.new', 7), cell('e', 2)], {
      registerRows: [{ line: null as unknown as number, columns: {} }],
    });
    await expect(store.commitSource(id, version('a.xlsx', '2'), broken)).rejects.toThrow();
    expect(await everything()).toEqual(before);
    expect(await store.events('s1', 'brand.new', '2024/25')).toEqual([]);
    await store.commitSource(id, version('a.xlsx', '2'), content([cell('e', 2), cell('brand.other', 3)]));
    await reopen();
    expect(await values()).toEqual({ 'e@a.xlsx': 2, 'brand.other@a.xlsx': 3 });
  });

  it('lets a moved file keep its id, rank and values, which now stand at the new path', async () => {
    await inRun((run) =>
      store.commitSource(
        run,
        version('a.xlsx', '1', 10),
        content([cell('e', 1)], {
          issues: [{ code: 'cell.ambiguous', place: { file: 'a.xlsx', tab: 'Форма', cell: 'B1' } }],
        }),
      ),
    );
    await store.moveSource(1, version('архив/a.xlsx', '1', 20, 'ignored'));
    expect(await store.sources()).toEqual([
      {
        id: 1,
        path: 'архив/a.xlsx',
        hash: '1',
        readAs: 'r1',
        fileTime: 20,
        firstSeen: 0,
        kind: 'workbook',
        state: 'present',
      },
    ]);
    expect(await values()).toEqual({ 'e@архив/a.xlsx': 1 });
    expect((await store.issues()).map((i) => i.issue.place.file)).toEqual(['архив/a.xlsx']);
    await inRun(async (run) => {
      // the old path is free again
      await store.commitSource(run, version('a.xlsx', '9'), content([cell('e', 5)]));
      // read again at the new path: the same values in the same cells are no events
      const place = { file: 'архив/a.xlsx', tab: 'Форма', cell: 'B1' };
      const again = content([{ ...cell('e', 1), place }]);
      const counts = await store.commitSource(run, version('архив/a.xlsx', '1', 20, 'r2'), again);
      expect(counts).toEqual({ added: 0, changed: 0, removed: 0 });
    });
    expect((await store.sources()).map((s) => [s.id, s.path, s.firstSeen])).toEqual([
      [1, 'архив/a.xlsx', 0],
      [2, 'a.xlsx', 1],
    ]);
    expect(await store.events('s1', 'e', '2024/25')).toHaveLength(2);
  });

  it('keeps the tab of a spreadsheet by its id, and shows every place under the present title', async () => {
    const path = 'https://docs.google.com/spreadsheets/d/1';
    const place = { file: path, title: 'Школа', tab: 'Форма', gid: 2_000_000_000, cell: 'B1' };
    const row = { record: 'acts', unit: 's1', schoolYear: '2024/25', no: 1, values: { title: 'а' }, place };
    const book = content([{ ...cell('e', 1), place }], {
      records: [row],
      issues: [{ code: 'cell.range', place }],
    });
    await inRun((run) => store.commitSource(run, { ...version(path, '1'), title: 'Школа' }, book));
    const places = async () => [
      (await store.observations())[0]?.observations[0]?.place,
      (await store.records())[0]?.row.place,
      (await store.issues())[0]?.issue.place,
    ];
    expect(await places()).toEqual([place, place, place]);
    await store.moveSource(1, { ...version(path, '1'), title: 'Лицей' });
    await reopen();
    const renamed = { ...place, title: 'Лицей' };
    expect(await places()).toEqual([renamed, renamed, renamed]);
    expect((await store.sources())[0]).toMatchObject({ path, title: 'Лицей' });
    await inRun(async (run) => {
      const moved = content([{ ...cell('e', 1), place: { ...renamed, gid: 7 } }]);
      const counts = await store.commitSource(run, { ...version(path, '2'), title: 'Лицей' }, moved);
      expect(counts).toEqual({ added: 0, changed: 0, removed: 0 });
    });
    expect((await places())[0]).toEqual({ ...renamed, gid: 7 });
    expect((await store.events('s1', 'e', '2024/25'))[0]?.place).toBe(`${path}/edit#gid=2000000000&range=B1`);
  });

  it('refuses to move a file onto another or one it does not know', async () => {
    await inRun(async (run) => {
      await store.commitSource(run, version('a', '1'), content([]));
      await store.commitSource(run, version('b', '2'), content([]));
    });
    await expect(store.moveSource(1, version('b', '1'))).rejects.toThrow(SourcePathTaken);
    await expect(store.moveSource(7, version('c', '1'))).rejects.toThrow(SourceUnknown);
    await store.moveSource(1, version('a', '1', 77));
    expect((await store.sources()).map((s) => [s.path, s.fileTime])).toEqual([
      ['a', 77],
      ['b', 1_700_000_000_000],
    ]);
  });

  it('keeps the values of a file that is gone and forgets those of one that was withdrawn', async () => {
    const full = (value: number): SourceContent =>
      content([cell('e', value)], {
        results: [],
        markers: [
          { schoolYear: '2022/23', organisation: 's1', works: [], place: { file: 'a.xlsx', line: 2 } },
        ],
        registerRows: [{ line: 2, columns: { code: 's1' } }],
        issues: [{ code: 'key.unknown', place: { file: 'a.xlsx' } }],
      });
    const counted = async () => [
      await values(),
      (await store.markers()).length,
      (await store.registerRows()).length,
      (await store.issues()).length,
      (await store.sources())[0]?.state,
    ];
    const { id: run } = await store.beginRun('2025-06-01');
    await store.commitSource(run, version('a.xlsx', '1'), full(1));
    await store.setSourceState(run, 1, 'gone');
    expect(await counted()).toEqual([{ 'e@a.xlsx': 1 }, 1, 1, 1, 'gone']);
    await store.setSourceState(run, 1, 'withdrawn');
    expect(await counted()).toEqual([{}, 0, 0, 0, 'withdrawn']);
    // the same document read with a newer catalogue stays withdrawn, another document counts
    await store.commitSource(run, version('a.xlsx', '1', 1, 'r2'), full(1));
    expect(await counted()).toEqual([{}, 0, 0, 0, 'withdrawn']);
    await store.commitSource(run, version('a.xlsx', '2'), full(3));
    expect(await counted()).toEqual([{ 'e@a.xlsx': 3 }, 1, 1, 1, 'present']);
    await store.setSourceState(run, 1, 'gone');
    await store.commitSource(run, version('a.xlsx', '2', 1, 'r3'), full(3));
    expect(await counted()).toEqual([{ 'e@a.xlsx': 3 }, 1, 1, 1, 'present']);
    await expect(store.setSourceState(run, 9, 'gone')).rejects.toThrow(SourceUnknown);
  });

  it('replaces results, markers, register rows and issues with the version of their file', async () => {
    const issue = (raw: string) => ({ code: 'key.unknown' as const, place: { file: 'a' }, raw });
    const row = (line: number) => ({ line, columns: { line: `${line}` } });
    await inRun(async (run) => {
      await store.commitSource(
        run,
        version('a', '1'),
        content([], { issues: [issue('x'), issue('y')], registerRows: [row(2)] }),
      );
      await store.commitSource(run, version('b', '1'), content([], { issues: [issue('z')] }));
      await store.commitSource(
        run,
        version('a', '2'),
        content([], { issues: [issue('w')], registerRows: [row(3), row(4)] }),
      );
    });
    expect((await store.issues()).map((i) => [i.sourceId, i.issue.raw])).toEqual([
      [1, 'w'],
      [2, 'z'],
    ]);
    expect((await store.registerRows()).map((r) => r.row.line)).toEqual([3, 4]);
  });

  it('closes a school year once', async () => {
    await store.closeYear('2024/25');
    await store.closeYear('2023/24');
    await store.closeYear('2024/25');
    expect(await store.closedYears()).toEqual(['2023/24', '2024/25']);
  });

  it('carries out calls made at once one after another', async () => {
    await inRun(async (run) => {
      const names = Array.from({ length: 20 }, (_, i) => `f${i}`);
      await Promise.all(
        names.map((name, i) => store.commitSource(run, version(name, '1'), content([cell('e', i, 1, name)]))),
      );
    });
    expect((await store.sources()).map((s) => s.path)).toEqual(Array.from({ length: 20 }, (_, i) => `f${i}`));
    expect(Object.values(await values())).toEqual(Array.from({ length: 20 }, (_, i) => i));
  });

  it('says no after it was closed, and may be closed twice', async () => {
    await store.close();
    await store.close();
    await expect(store.sources()).rejects.toThrow(StoreClosed);
    await expect(store.closeYear('2024/25')).rejects.toThrow(StoreClosed);
  });

  it('property: whatever versions a file goes through, the last one is what stands, and history leads there', async () => {
    const answer = fc.oneof(
      fc
        .double({ noNaN: true, noDefaultInfinity: true })
        .map((value) => ({ status: 'value' as const, value: value === 0 ? 0 : value })),
      fc.string({ unit: 'grapheme', minLength: 1 }).map((value) => ({ status: 'value' as const, value })),
      fc.constant({ status: 'not_reported' as const }),
      fc.string({ unit: 'grapheme', minLength: 1 }).map((raw) => ({ status: 'rejected' as const, raw })),
    );
    const observation = fc
      .tuple(
        fc.constantFrom('a', 'b', 'c'),
        fc.constantFrom('2024/25', '2025-01'),
        answer,
        fc.integer({ min: 1, max: 9 }),
      )
      .map(
        ([element, period, given, row]): Observation => ({
          unit: 's1',
          element,
          period,
          ...given,
          place: { file: 'p', tab: 'Форма', cell: `B${row}` },
        }),
      );
    const document = fc.uniqueArray(observation, {
      selector: (o) => `${o.element}${o.period}`,
      maxLength: 8,
    });
    let source = 0;
    let hash = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(document, { minLength: 1, maxLength: 4 }), async (documents) => {
        const path = `p${++source}`;
        // a unit of its own, so that the histories of earlier examples do not mix in
        const own = documents.map((d) =>
          d.map((o) => ({ ...o, unit: path, place: { ...o.place, file: path } })),
        );
        const { id } = await store.beginRun('2025-06-01');
        for (const d of own) await store.commitSource(id, version(path, `${++hash}`), content(d));
        const last = own[own.length - 1]!;
        const stands = (await store.observations()).find((s) => s.sourceId === source)!;
        expect(stands.observations).toEqual(last);
        for (const element of ['a', 'b', 'c']) {
          for (const period of ['2024/25', '2025-01']) {
            const events = await store.events(path, element, period);
            for (const [i, event] of events.entries()) expect(event.before).toEqual(events[i - 1]?.after);
            const { status = 'removed', value } =
              last.find((o) => o.element === element && o.period === period) ?? {};
            if (events.length > 0)
              expect(events[events.length - 1]!.after).toEqual({
                status,
                ...(value === undefined ? {} : { value }),
              });
            else expect(status).toBe('removed');
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it('shows what stood before a run, however often the run is interrupted, and counts the files read in it', async () => {
    const first = await store.beginRun('2025-01-01');
    await store.commitSource(first.id, version('a.xlsx', 'h1'), content([cell('x', 1), cell('y', 2, 2)]));
    await store.finishRun(first.id, '{}', true);
    const second = await store.beginRun('2025-01-02');
    await store.commitSource(second.id, version('a.xlsx', 'h2'), content([cell('x', 5)]));
    await store.commitSource(second.id, version('b.xlsx', 'h3'), content([cell('z', 7, 1, 'b.xlsx')]));
    await store.commitSource(second.id, version('c.xlsx', 'h4'), content([], { kind: 'unreadable' }));
    const taken = await store.beginRun('2025-01-03');
    expect(taken).toEqual({ id: second.id, resumed: true });

    const view = store.before(second.id);
    expect((await view.sources()).map((s) => [s.path, s.hash])).toEqual([['a.xlsx', 'h1']]);
    const [old] = await view.observations();
    expect(old?.observations.map((o) => [o.element, o.value])).toEqual([
      ['x', 1],
      ['y', 2],
    ]);
    expect(await store.filesRead(second.id)).toBe(2);
    expect(await store.filesRead(first.id)).toBe(1);
    expect((await store.before(first.id).sources()).length).toBe(0);
  });

  describe('arrivals', () => {
    const forms = new Map([
      ['x', 'f'],
      ['y', 'f'],
      ['z', 'g'],
    ]);
    const run = async (day: string, path: string, hash: string, given: SourceContent): Promise<void> => {
      const { id } = await store.beginRun(day);
      await store.commitSource(id, version(path, hash), given);
      await store.finishRun(id, '{}', true);
    };
    const days = async (periods = ['2024/25']) =>
      (await store.arrivals(forms, periods)).map((a) => `${a.unit} ${a.form} ${a.period} ${a.day}`);

    it('are the day of «Сдано», else of the run; the latest of the values of a form', async () => {
      await run('2025-01-10', 'a.csv', 'h1', content([cell('x', 1), cell('z', 3)]));
      await run(
        '2025-01-20',
        'b.xlsx',
        'h2',
        content([cell('y', null), cell('y', 2)], { submittedOn: '2025-01-18' }),
      );
      expect(await days()).toEqual(['s1 f 2024/25 2025-01-10', 's1 g 2024/25 2025-01-10']);
      await run('2025-01-25', 'c.xlsx', 'h3', content([cell('y', 2)], { submittedOn: '2025-01-18' }));
      expect(await days()).toEqual(['s1 f 2024/25 2025-01-18', 's1 g 2024/25 2025-01-10']);
      expect(await days(['2023/24'])).toEqual([]);
    });

    it('a day of «Сдано» that had not come when the file was read is no later than the run', async () => {
      await run('2025-01-10', 'a.xlsx', 'h1', content([cell('x', 1)], { submittedOn: '2052-01-10' }));
      expect(await days()).toEqual(['s1 f 2024/25 2025-01-10']);
    });

    it('a draft gives nothing until it is handed in', async () => {
      await run('2025-01-10', 'a.xlsx', 'h1', content([cell('x', 1)], { status: 'draft' }));
      expect(await days()).toEqual([]);
      await run('2025-01-15', 'a.xlsx', 'h2', content([cell('x', 1)], { status: 'submitted' }));
      expect(await days()).toEqual(['s1 f 2024/25 2025-01-15']);
    });

    it('a corrected file, by the same path or another, does not make what was there late', async () => {
      await run('2025-01-10', 'a.xlsx', 'h1', content([cell('x', 1)], { submittedOn: '2025-01-09' }));
      await run('2025-03-10', 'a.xlsx', 'h2', content([cell('x', 5)], { submittedOn: '2025-03-09' }));
      await run('2025-04-10', 'b.xlsx', 'h3', content([cell('x', 6)], { submittedOn: '2025-04-09' }));
      expect(await days()).toEqual(['s1 f 2024/25 2025-01-09']);
    });

    it('a refused value came when it was mended; a withdrawn file gave nothing', async () => {
      await run('2025-01-10', 'a.xlsx', 'h1', content([rejected('x', '12 чел.')]));
      expect(await days()).toEqual([]);
      await run('2025-02-10', 'a.xlsx', 'h2', content([cell('x', 12)]));
      expect(await days()).toEqual(['s1 f 2024/25 2025-02-10']);
      await inRun((id) => store.setSourceState(id, 1, 'withdrawn'));
      expect(await days()).toEqual([]);
    });
  });
});
