import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { parsed } from '../etl/cli/console.ts';
import type { Failure } from '../google/faults.ts';
import { type Story, story } from '../google/story.ts';
import { msoko } from './msoko.ts';

const units = ['gor', 'k1', 's1', 's2'];
const create = 'drive.files.create';
const batch = 'sheets.spreadsheets.batchUpdate';
const get = 'sheets.spreadsheets.get';
const values = 'sheets.spreadsheets.values.batchGet';

let s: Story;
/** What each unit's spreadsheets hold when nothing goes wrong. */
let whole: ReturnType<typeof all>;

const all = () => Object.fromEntries(units.map((unit) => [unit, s.books(unit).map(inventory)]));

/** Everything of a spreadsheet that could be doubled. */
function inventory(id: string) {
  const book = s.g.people.book(id);
  return {
    tabs: book.tabs.map(({ properties }) => properties.title),
    charts: book.tabs.map(({ charts }) => charts.length),
    protections: book.tabs.map(({ protectedRanges }) => protectedRanges.length),
    conditions: book.tabs.map(({ conditionalFormats }) => conditionalFormats.length),
    names: book.namedRanges.map(({ name }) => name).sort(),
    // `_meta` names its own spreadsheet, so its fingerprint differs from one to the next
    marks: book.metadata
      .map(({ metadataKey, metadataValue }) => `${metadataKey} ${metadataValue}`)
      .map((mark) => mark.replace(/( _meta)\/.+$/, '$1'))
      .sort(),
  };
}

const states = (said: { out: string }): string[] =>
  (JSON.parse(said.out) as { books: { state: string }[] }).books.map(({ state }) => state);

beforeAll(async () => {
  s = await story();
  const made = await s.create();
  expect([made.code, states(made)]).toEqual([0, units.map(() => 'created')]);
  whole = all();
});
afterAll(() => s.stop());
afterEach(() => {
  const { left } = s.g.faults;
  s.g.faults.clear();
  expect(left).toEqual([]);
});

const discard = (): void => {
  for (const unit of units) for (const id of s.books(unit)) s.g.people.trash(id);
};

describe('msoko templates --google', () => {
  const faults: [on: string, nth: number, fail: Failure, when: 'before' | 'after'][] = [
    [create, 2, 'reset', 'after'],
    [batch, 1, 'reset', 'after'],
    [batch, 2, 503, 'after'],
    [get, 2, 'reset', 'before'],
  ];
  it.each(faults)(
    '%s, call %i, %s %s the work: done at once, nothing doubled',
    async (on, nth, fail, when) => {
      discard();
      s.g.faults.add({ on, nth, fail, when });
      const said = await s.create();
      expect([said.code, said.log]).toEqual([0, '']);
      expect(all()).toEqual(whole);
      expect(states(await s.create())).toEqual(units.map(() => 'unchanged'));
    },
  );

  it('a storm of 429 costs time, nothing else', async () => {
    discard();
    for (const on of [create, batch, get]) s.g.faults.add({ on, fail: 429, times: 6, retryAfter: 30 });
    s.waited();
    expect((await s.create()).code).toBe(0);
    expect(s.waited()).toBeGreaterThanOrEqual(3 * 6 * 30);
    expect(all()).toEqual(whole);
  });

  it('an outage in the middle is told, and the next call does the rest', async () => {
    discard();
    s.g.faults.add({ on: batch, nth: 4, fail: 503, times: 1000 });
    const said = await s.create();
    expect(said.code).not.toBe(0);
    expect(said.out).toContain('google.unavailable');
    s.g.faults.clear();
    expect((await s.create()).code).toBe(0);
    expect(all()).toEqual(whole);
    expect(states(await s.create())).toEqual(units.map(() => 'unchanged'));
  });
});

describe('an upgrade', () => {
  it.each([
    ['reset', 'before'],
    [503, 'after'],
  ] as const)('%s %s the work: entered values stay, nothing is doubled', async (fail, when) => {
    s.type('s1', 'g.pupils', 100);
    s.type('s1', 'g.passed', 'н/д');
    const element = `g.new_${fail}_${when}`;
    appendFileSync(
      join(s.dir, 'catalog', 'elements.csv'),
      `${element},Новое сведение ${fail} ${when},g_school,school,,organisation,integer,человек,,0,,,sum,last,,,\n`,
    );
    s.g.faults.add({ on: batch, nth: 1, fail, when });
    const said = await s.create();
    expect([said.code, said.log]).toEqual([0, '']);
    const [id] = s.books('s1');
    expect(s.books('s1')).toHaveLength(1);
    expect(s.g.people.tabs(id!)).toEqual(whole.s1![0]!.tabs);
    const { tab, cell } = s.cellOf(id!, 'g.pupils');
    expect(s.g.people.read(id!, tab, cell)).toBe(100);
    expect(s.g.people.read(id!, tab, s.cellOf(id!, 'g.passed').cell)).toBe('н/д');
    s.cellOf(id!, element);
  });
});

describe('the night', () => {
  const given = { 'gor g.residents': '50', 's1 g.pupils': '100', 's1 g.passed': '90' };
  const night = async () => {
    const said = await s.night();
    const { workbooks } = parsed(said) as { workbooks: Record<string, number> };
    return { code: said.code, workbooks };
  };
  /** A figure that changes the summary. */
  let figure = 50;
  const change = (): void => s.type('gor', 'g.residents', ++figure);
  let calm: ReturnType<typeof inventory>;

  beforeAll(async () => {
    s.type('gor', 'g.residents', 50);
    s.type('s1', 'g.pupils', 100);
    s.type('s1', 'g.passed', 90);
    expect((await night()).workbooks).toEqual({ read: 4, unchanged: 0, failed: 0 });
    expect(await s.values()).toMatchObject(given);
    calm = inventory(s.books('gor')[0]!);
    expect(calm.charts.some((count) => count > 0)).toBe(true);
  });

  const marks = ({ marks, ...rest }: ReturnType<typeof inventory>) => ({
    ...rest,
    // the hash at the end tells what is written
    marks: marks.map((mark) => mark.replace(/\/[^/]*$/, '')),
  });

  it.each([
    ['reset', 'after'],
    [503, 'before'],
  ] as const)('the summary is written once: %s %s the work', async (fail, when) => {
    change();
    s.g.faults.add({ on: batch, fail, when });
    await night();
    expect(marks(inventory(s.books('gor')[0]!))).toEqual(marks(calm));
    s.requests();
    await night();
    await night();
    expect(s.requests().filter(({ method }) => method === batch)).toEqual([]);
  });

  it('an outage of writing is told; the files are there, the next night writes', async () => {
    change();
    const before = inventory(s.books('gor')[0]!);
    s.g.faults.add({ on: batch, fail: 503, times: 1000 });
    const said = await s.night();
    expect(said.code).toBe(1);
    expect(parsed(said)).toMatchObject({ workbooks: { failed: 0 } });
    expect(inventory(s.books('gor')[0]!)).toEqual(before);
    s.g.faults.clear();
    expect((await night()).workbooks.failed).toBe(0);
    expect(inventory(s.books('gor')[0]!)).not.toEqual(before);
    expect(marks(inventory(s.books('gor')[0]!))).toEqual(marks(calm));
  });

  it('an outage of reading keeps what was read before', async () => {
    s.type('s1', 'g.pupils', 120);
    change();
    s.g.faults.add({ on: values, fail: 503, times: 1000 });
    const hit = await night();
    // the district's spreadsheet bears last night's summary: it changed too
    expect([hit.code, hit.workbooks.failed]).toEqual([3, 2]);
    expect(await s.values()).toMatchObject({ 's1 g.pupils': '100' });
    s.g.faults.clear();
    expect((await night()).workbooks.failed).toBe(0);
    expect(await s.values()).toMatchObject({ 's1 g.pupils': '120' });
  });

  it('a storm of 429 is sat out', async () => {
    s.type('s1', 'g.pupils', 100);
    change();
    for (const on of ['drive.changes.list', get, values, batch]) s.g.faults.add({ on, fail: 429, times: 5 });
    s.waited();
    expect((await night()).workbooks).toMatchObject({ failed: 0 });
    expect(s.waited()).toBeGreaterThan(5);
    expect(await s.values()).toMatchObject({ 's1 g.pupils': '100' });
  });

  describe('people in the middle of it', () => {
    const school = (): string => s.books('s1')[0]!;
    /** Somebody whom the protection lets in. */
    const office = () => s.g.people.as(s.g.serviceAccount);

    it('edited after it was read: the next night reads it again', async () => {
      s.type('s1', 'g.pupils', 101);
      s.g.faults.add({ on: batch, meanwhile: () => s.type('s1', 'g.pupils', 102) });
      change();
      await night();
      expect(await s.values()).toMatchObject({ 's1 g.pupils': '101' });
      await night();
      expect(await s.values()).toMatchObject({ 's1 g.pupils': '102' });
    });

    it('renamed while it is read', async () => {
      s.type('s1', 'g.pupils', 103);
      s.g.faults.add({
        on: values,
        meanwhile: () => s.g.people.rename(school(), 'Как хочу, так и зову'),
        only: ({ params }) => params.spreadsheetId === school(),
      });
      expect((await night()).workbooks.failed).toBe(0);
      expect(await s.values()).toMatchObject({ 's1 g.pupils': '103' });
      expect((await night()).workbooks.failed).toBe(0);
    });

    it('its tab deleted between the two requests: what is left is read, the next night agrees', async () => {
      const id = school();
      const { tab } = s.cellOf(id, 'g.trips', '2024/25:q1');
      s.type('s1', 'g.pupils', 104);
      s.g.faults.add({
        on: values,
        meanwhile: () => office().deleteTab(id, tab),
        only: ({ params }) => params.spreadsheetId === id,
      });
      expect((await night()).workbooks.failed).toBe(0);
      expect(await s.values()).toMatchObject({ 's1 g.pupils': '104' });
      // and the tab comes back with the next call of templates
      expect((await s.create()).code).toBe(0);
      expect(s.g.people.tabs(id)).toContain(tab);
      expect((await night()).workbooks.failed).toBe(0);
      expect(await s.values()).toMatchObject({ 's1 g.pupils': '104' });
    });

    it.each([
      ['trashed', (id: string) => s.g.people.trash(id), (id: string) => s.g.people.restore(id)],
      [
        'unshared',
        (id: string) => s.g.people.unshare(id),
        (id: string) => {
          s.g.people.move(id, s.g.folderId);
        },
      ],
    ])(
      '%s between the two requests: the values are kept, the file may come back',
      async (_, take, giveBack) => {
        const id = school();
        s.type('s1', 'g.pupils', 105);
        s.g.faults.add({
          on: values,
          meanwhile: () => take(id),
          only: ({ params }) => params.spreadsheetId === id,
        });
        await night();
        const told = await s.night();
        expect(told.log).toBe('');
        expect((await s.values())['s1 g.pupils']).toMatch(/^10[45]$/);
        giveBack(id);
        expect((await night()).workbooks.failed).toBe(0);
        expect(await s.values()).toMatchObject({ 's1 g.pupils': '105' });
      },
    );

    it('the protection of a tab of ours removed and the tab deleted: both come back, people’s tabs stay', async () => {
      const id = s.books('gor')[0]!;
      const notes = s.g.people.addTab(id, 'Мои заметки');
      s.g.people.type(id, 'Мои заметки', 'A1', 'не трогать');
      const own = 'Обзор';
      office().removeProtection(id, own);
      change();
      s.g.faults.add({ on: batch, meanwhile: () => office().deleteTab(id, own) });
      await night();
      const now = inventory(id);
      expect(now.tabs.filter((title) => title === own)).toEqual([own]);
      expect(now.protections[now.tabs.indexOf(own)]).toBe(calm.protections[calm.tabs.indexOf(own)]);
      expect(s.g.people.read(id, 'Мои заметки', 'A1')).toBe('не трогать');
      expect(s.g.people.book(id).tabs.map(({ properties }) => properties.sheetId)).toContain(notes);
    });
  });
});

describe('two processes at once', () => {
  const both = (...args: string[]) => {
    const all = [...args, '--workspace', s.dir, '--date', '2025-06-10'];
    return Promise.all([msoko(all), msoko(all)]);
  };

  it('templates: one spreadsheet each, whoever comes first', async () => {
    discard();
    const codes = (await both('templates', '--google')).map(({ code }) => code);
    expect(codes).toContain(0);
    expect((await s.create()).code).toBe(0);
    const titles = units.map((unit) => s.books(unit).map((id) => s.g.people.tabs(id)));
    expect(titles).toEqual(units.map((unit) => whole[unit]!.map(({ tabs }) => tabs)));
  });

  it('run: one works, the other says so; the summary stands once', async () => {
    const before = inventory(s.books('gor')[0]!);
    const ended = await both('run');
    expect(ended.some(({ code }) => code === 0 || code === 1)).toBe(true);
    expect((await s.night()).code).toBeLessThan(2);
    const { tabs: titles } = inventory(s.books('gor')[0]!);
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles.length).toBeGreaterThan(before.tabs.length);
  });
});
