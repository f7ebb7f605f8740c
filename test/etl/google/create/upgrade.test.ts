import { describe, expect, it } from 'vitest';
import { createFile } from '../../../../etl/google/create/files.ts';
import { writeBook } from '../../../../etl/google/create/write-book.ts';
import { bookCatalog, bookOf, bring, said } from '../../../fixtures/google-book.ts';
import { ownGoogle } from '../../../google/own-google.ts';

const elements = { a: {}, b: { unit: '%', type: 'decimal1' }, c: {} } as const;
const forms = { f: { title: 'Контингент' }, g: { title: 'Кадры' } };
const before = bookCatalog({ forms, elements: { ...elements, d: { form: 'g' } } });
/** An element more in front, one less, other words. */
const after = bookCatalog({
  forms: { ...forms, f: { title: 'Контингент', help: 'Новая подсказка' } },
  elements: { z: { name: 'new' }, a: { name: 'reworded' }, b: elements.b, d: { form: 'g' } },
});

const { g: server, google } = await ownGoogle();

async function made(catalog = before): Promise<string> {
  const folder = { id: server.folderId, driveId: server.sharedDriveId };
  const { id } = await createFile(google, folder, bookOf(catalog), '2024/25');
  await bring(google, id, catalog, { isFresh: true });
  return id;
}

/** Where the entry cell of an element stands now. */
function cellOf(id: string, tab: string, key: string): string {
  const rows = server.world.books.get(id)!.tabs.find((one) => one.properties.title === tab)!.rows;
  const texts = Array.from(rows, (row) =>
    Array.from(row ?? [], (cell) => cell?.userEnteredValue?.stringValue),
  );
  const row = texts.findIndex((line) => line.includes(key));
  const column = texts.find((line) => line.includes('#cols'))!.indexOf('2024/25');
  return `${String.fromCharCode(65 + column)}${row + 1}`;
}

const type = (id: string, tab: string, key: string, value: string | number): void =>
  server.people.type(id, tab, cellOf(id, tab, key), value);

const writes = (): number => server.log.filter(({ method }) => method.endsWith('batchUpdate')).length;

describe('a spreadsheet of a workbook', () => {
  it('has the tabs of the plan, Russian locale, and is left alone by a second call', async () => {
    const id = await made();
    expect(server.people.tabs(id).slice(0, 3)).toEqual(['Титул', 'Контингент', 'Кадры']);
    expect(server.world.books.get(id)!.properties).toMatchObject({
      locale: 'ru_RU',
      timeZone: 'Europe/Moscow',
    });
    const [count, log] = [writes(), server.log.length];
    expect(await bring(google, id, before)).toEqual({ isChanged: false, kept: [], added: [] });
    expect(writes()).toBe(count);
    expect(server.log.length - log).toBe(1);
    expect(server.violations).toEqual([]);
  });

  it('keeps every value through an upgrade, wherever people moved rows and tabs', async () => {
    const id = await made();
    type(id, 'Контингент', 'a', 120);
    type(id, 'Контингент', 'b', '85 %');
    type(id, 'Кадры', 'd', 'н/д');
    server.people.type(id, 'Титул', titleCell(id, 'msoko_submitted'), 'да');
    const values = ['a 2024/25 = 120', 'd 2024/25 = no_data'];
    server.people.insertRows(id, 'Контингент', 3, 2);
    server.people.insertColumns(id, 'Контингент', 3);
    server.people.renameTab(id, 'Контингент', 'Дети: весна');
    server.people.moveTab(id, 'Кадры', 0);
    server.people.addTab(id, 'Мои заметки');

    expect(await bring(google, id, after)).toMatchObject({ isChanged: true, kept: [] });
    const found = await said(google, id, after);
    expect(found.values).toEqual(expect.arrayContaining(values));
    // the answer «Сдаю» is still understood, and so is that its date and post are missing
    expect(found.issues).toEqual(['submission.date', 'submission.post']);
    expect(server.people.tabs(id).slice(0, 3)).toEqual(['Кадры', 'Титул', 'Дети: весна']);
    expect(server.people.tabs(id)).toContain('Мои заметки');
    expect(server.people.read(id, 'Титул', titleCell(id, 'msoko_submitted'))).toBe('да');
    expect(numberFormat(id, 'Дети: весна', 'b')).toMatchObject({ type: 'PERCENT' });
    // formulas follow the tab under its own name
    const formulas = JSON.stringify(server.world.books.get(id)!.tabs.map(({ rows }) => rows));
    expect(formulas).toContain("'Дети: весна'!");
    expect(formulas).not.toContain('#REF');
    const count = writes();
    expect(await bring(google, id, after)).toMatchObject({ isChanged: false });
    expect(writes()).toBe(count);
    expect(server.violations).toEqual([]);
  });

  it('loses nothing that is typed between our reading and our writing', async () => {
    const id = await made();
    type(id, 'Контингент', 'a', 120);
    server.faults.add({
      on: 'sheets.spreadsheets.batchUpdate',
      times: 0,
      only: () => {
        type(id, 'Контингент', 'a', 121);
        type(id, 'Контингент', 'b', '47 %');
        return false;
      },
    });
    await bring(google, id, after);
    server.faults.clear();
    expect((await said(google, id, after)).values).toContain('a 2024/25 = 121');
    expect(server.people.read(id, 'Контингент', cellOf(id, 'Контингент', 'b'))).toBe(0.47);
    expect(numberFormat(id, 'Контингент', 'b')).toMatchObject({ type: 'PERCENT' });
  });

  it('keeps the former tab, hidden and without keys, when something finds no place', async () => {
    const id = await made();
    type(id, 'Контингент', 'c', 33);
    const outcome = await bring(google, id, after);
    expect(outcome.kept).toEqual(['Контингент (прежний вид)']);
    const tab = server.world.books
      .get(id)!
      .tabs.find(({ properties }) => properties.title === outcome.kept[0])!;
    expect(tab.properties.hidden).toBe(true);
    expect(JSON.stringify(tab.rows)).toContain('33');
    const found = await said(google, id, after);
    expect(found.issues).toEqual([]);
    expect(found.values).toEqual([]);
    expect(await bring(google, id, after)).toMatchObject({ isChanged: false });
  });

  it.each([
    ['a note', (id: string) => note(id, 'Контингент', 'a', 'уточнить в марте')],
    ['a formula', (id: string) => type(id, 'Контингент', 'a', '=100+20')],
  ])('keeps the former tab for %s', async (_, add) => {
    const id = await made();
    type(id, 'Контингент', 'a', 120);
    add(id);
    expect((await bring(google, id, after)).kept).toEqual(['Контингент (прежний вид)']);
    expect((await said(google, id, after)).values).toEqual(['a 2024/25 = 120']);
  });

  it('opens the block of a form with two tables to an editor, and keeps what was added between them', async () => {
    const dimensions = { grade: ['4', '5'] };
    const tables = (help: string) =>
      bookCatalog({
        forms: { ...forms, f: { title: 'Контингент', help } },
        dimensions,
        elements: { a: {}, v: { dims: ['grade'] }, d: { form: 'g' } },
      });
    const id = await made(tables(''));
    const teacher = server.people.as('teacher@school.example');
    server.people.share(id, 'teacher@school.example', 'writer');
    const first = cellOf(id, 'Контингент', 'a');
    const row = Number(first.slice(1));
    const { rows } = server.world.books
      .get(id)!
      .tabs.find(({ properties }) => properties.title === 'Контингент')!;
    const last = rows.findIndex((line) => line?.[0]?.userEnteredValue?.stringValue === 'v') + 1;
    expect(last).toBeGreaterThan(row + 2);
    teacher.typeMany(id, 'Контингент', { [`E${row}`]: 5, [`E${last}`]: 7, [`F${last}`]: 8 });
    for (const locked of [`E${row - 1}`, `D${row}`, `G${last}`])
      expect(() => teacher.type(id, 'Контингент', locked, 1)).toThrow('protected cell');
    // nothing of ours is a number between the tables
    teacher.type(id, 'Контингент', `F${row}`, 33);
    const outcome = await bring(google, id, tables('Новая подсказка'));
    expect(outcome.kept).toEqual(['Контингент (прежний вид)']);
    expect((await said(google, id, tables(''))).values).toEqual([
      'a 2024/25 = 5',
      'v.4 2024/25 = 7',
      'v.5 2024/25 = 8',
    ]);
    expect((await bring(google, id, tables('Ещё одна'))).kept).toEqual([]);
  });

  it('brings back protection and deleted tabs, these with what the system knows', async () => {
    const id = await made();
    type(id, 'Контингент', 'a', 5);
    server.people.removeProtection(id, 'Контингент');
    server.people.deleteTab(id, 'Кадры');
    server.people.deleteTab(id, '_calc');
    const known = () => ({ value: (element: string) => (element === 'd' ? 17 : undefined) });
    expect(await bring(google, id, before, { known })).toEqual({
      isChanged: true,
      kept: [],
      added: ['Кадры'],
    });
    const { tabs } = server.world.books.get(id)!;
    expect(tabs.find(({ properties }) => properties.title === 'Контингент')!.protectedRanges).toHaveLength(1);
    expect((await said(google, id, before)).values).toEqual(['a 2024/25 = 5', 'd 2024/25 = 17']);
    expect(server.people.tabs(id).slice(0, 3)).toEqual(['Титул', 'Контингент', 'Кадры']);
    expect(JSON.stringify(tabs.map(({ rows }) => rows))).not.toContain('#REF');
  });

  it('carries rows of registers in their order, however many were added', async () => {
    const id = await made();
    const tab = 'События';
    const fields = ['событие 1', 'событие 2', 'событие 3', 'событие 4', 'событие 5', 'событие 6'];
    const top = recordTop(id, tab);
    server.people.insertRows(id, tab, top + 1, 3);
    for (const [at, title] of fields.entries()) server.people.type(id, tab, `B${top + at}`, title);
    const changed = bookCatalog({ forms, elements: { ...elements, d: { form: 'g' } } });
    const events = changed.records.get('events')!;
    const [first, ...rest] = events.fields;
    const renamed = new Map([
      ...changed.records,
      ['events', { ...events, fields: [{ ...first!, name: 'Что было' }, ...rest] }] as const,
    ]);
    const next = { ...changed, records: renamed };
    const outcome = await bring(google, id, next, { book: bookOf(next) });
    expect(outcome).toMatchObject({ isChanged: true, kept: [] });
    const { rows, issues } = await said(google, id, next);
    expect(rows.map((row) => row.title)).toEqual(fields);
    expect(issues).toEqual([]);
  });
});

describe('faults in the middle', () => {
  it.each([
    ['before', 1],
    ['before', 2],
    ['after', 1],
    ['after', 2],
  ] as const)(
    'creation: the answer of a write is lost (%s, call %i), nothing is doubled',
    async (when, nth) => {
      const folder = { id: server.folderId, driveId: server.sharedDriveId };
      const { id } = await createFile(google, folder, bookOf(before), '2024/25');
      server.faults.add({ on: 'sheets.spreadsheets.batchUpdate', nth, fail: 'reset', when });
      await bring(google, id, before, { isFresh: true });
      expect(server.faults.left).toEqual([]);
      server.faults.clear();
      const tabs = server.people.tabs(id);
      expect(new Set(tabs).size).toBe(tabs.length);
      expect(await bring(google, id, before)).toMatchObject({ isChanged: false });
      for (const { protectedRanges } of server.world.books.get(id)!.tabs)
        expect(protectedRanges.length).toBeLessThan(5);
    },
  );

  it.each(['before', 'after'] as const)('upgrade: the answer is lost (%s), values stay', async (when) => {
    const id = await made();
    type(id, 'Контингент', 'a', 7);
    server.faults.add({ on: 'sheets.spreadsheets.batchUpdate', fail: 503, when });
    await bring(google, id, after);
    expect(server.faults.left).toEqual([]);
    server.faults.clear();
    expect((await said(google, id, after)).values).toEqual(['a 2024/25 = 7']);
    expect(server.people.tabs(id).filter((title) => title.includes('msoko'))).toEqual([]);
    expect(await bring(google, id, after)).toMatchObject({ isChanged: false });
  });

  it('creation of a file: its answer is lost, and there is one file', async () => {
    const book = { ...bookOf(before), code: 'lost' };
    const folder = { id: server.folderId, driveId: server.sharedDriveId };
    server.faults.add({ on: 'drive.files.create', fail: 'reset', when: 'after' });
    const { id } = await createFile(google, folder, book, '2024/25');
    server.faults.clear();
    const own = [...server.world.files.values()].filter((file) => file.appProperties?.msokoUnit === 'lost');
    expect(own.map((file) => file.id)).toEqual([id]);
    await writeBook(google, {
      book,
      spreadsheetId: id,
      records: before.records,
      timeZone: 'Europe/Moscow',
      editors: [],
      known: () => ({}),
      isFresh: false,
    });
    expect(server.people.tabs(id)).toContain('Титул');
  });
});

function titleCell(id: string, name: string): string {
  const range = server.world.books.get(id)!.namedRanges.find((one) => one.name === name)!.range!;
  return `${String.fromCharCode(65 + (range.startColumnIndex ?? 0))}${(range.startRowIndex ?? 0) + 1}`;
}

function numberFormat(id: string, tab: string, key: string) {
  const [, column = 'A', row = '1'] = /([A-Z])(\d+)/.exec(cellOf(id, tab, key)) ?? [];
  const { rows } = server.world.books.get(id)!.tabs.find(({ properties }) => properties.title === tab)!;
  return rows[Number(row) - 1]?.[column.charCodeAt(0) - 65]?.userEnteredFormat?.numberFormat;
}

function note(id: string, tab: string, key: string, text: string): void {
  const [, column = 'A', row = '1'] = /([A-Z])(\d+)/.exec(cellOf(id, tab, key)) ?? [];
  const { rows } = server.world.books.get(id)!.tabs.find(({ properties }) => properties.title === tab)!;
  const at = column.charCodeAt(0) - 65;
  rows[Number(row) - 1]![at] = { ...rows[Number(row) - 1]![at], note: text };
}

/** First row below the headings of a register. */
function recordTop(id: string, tab: string): number {
  const { rows } = server.world.books.get(id)!.tabs.find(({ properties }) => properties.title === tab)!;
  return rows.findIndex((row) => row?.[0]?.userEnteredValue?.stringValue === '#head') + 2;
}
