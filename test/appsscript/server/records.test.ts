import { beforeAll, describe, expect, it } from 'vitest';
import type { CellChange, FormBook, OpenedTab } from '../../../appsscript/calls/form.ts';
import type { RowAnswer, RowSave } from '../../../appsscript/calls/record.ts';
import { readDefinitions } from '../../../shared/definitions/read-definitions.ts';
import { toCatalog } from '../../../shared/definitions/to-catalog.ts';
import {
  type OpenRegister,
  openRegister,
  type RegisterRow,
  rowContext,
} from '../../../shared/form-view/register.ts';
import { rowAnswer } from '../../../shared/form-view/row-answer.ts';
import type { CellScalar } from '../../../shared/parse/workbook.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import { lockMark } from '../../../shared/submission/lock-mark.ts';
import type { GivenRow } from '../../../shared/template/record-sheet.ts';
import { recordsPlan } from '../../fixtures/records-plan.ts';
import { addressOf, type Book, placeOf, type Tab } from '../fakes/book.ts';
import { bookOfPlan } from '../fakes/book-of-plan.ts';
import { openRealm, type Realm, type RealmOptions } from '../realm.ts';

const empty: CellScalar = { type: 'empty' };
const text = (value: string): CellScalar => ({ type: 'text', value });
const acts: readonly GivenRow[] = [
  { values: { kind: 'order', title: 'О внутренней оценке', approved_on: '2023-09-01' } },
  { values: { kind: 'regulation', title: 'О школьном мониторинге', approved_on: '2024-01-15', number: '5' } },
  { values: { kind: 'order', title: 'О рабочей группе', approved_on: '2024-08-30' } },
];

let blank: Plan;
let filled: Plan;
beforeAll(() => {
  blank = recordsPlan();
  filled = recordsPlan({ regulation: acts });
});

interface Options extends RealmOptions {
  readonly plan?: Plan;
  readonly move?: (book: Book) => void;
}

async function opened(record: string, { plan = filled, move, ...options }: Options = {}) {
  const book = bookOfPlan(plan);
  move?.(book);
  const realm = await openRealm(book, options);
  const start = realm.call('formBook') as FormBook;
  const definitions = readDefinitions(start.definitions!);
  const catalog = toCatalog(definitions);
  const kind = catalog.records.get(record)!;
  const keys = kind.fields.map(({ code }) => `${record}.${code}`);
  const listReads = realm.calls.count('read');
  realm.calls.clear();
  const marked = start.tabs[`record/${record}`];
  const tab = (
    marked === undefined ? realm.call('findTab', 'records', keys) : realm.call('formTab', marked)
  ) as OpenedTab;
  const openReads = realm.calls.count('read');
  realm.calls.clear();
  const register = openRegister(tab.sheet, catalog, kind) as OpenRegister;
  const context = rowContext(catalog, definitions);
  const sheet = book.tabs.find((one) => one.id === tab.tab)!;
  /** What the page would send for texts typed into the fields of a row. */
  const changes = (row: RegisterRow, typed: Readonly<Record<string, string>>): CellChange[] =>
    row.fields.flatMap(({ id, columnKey, scalar, rules }) => {
      const { write } = typed[id] === undefined ? {} : rowAnswer(context, rules, typed[id], scalar);
      return write ? [{ row: '', column: columnKey, seen: scalar, value: write }] : [];
    });
  const send = (save: Omit<RowSave, 'tab' | 'record'>): RowAnswer =>
    realm.call('saveRow', { tab: tab.tab, record, ...save }) as RowAnswer;
  const add = (typed: Readonly<Record<string, string>>, id: string, more: Partial<RowSave> = {}) =>
    send({ id, changes: changes(register.next!, typed), ...more });
  const seen = ({ row, fields }: RegisterRow) => ({
    at: row,
    cells: Object.fromEntries(fields.map(({ columnKey, scalar }) => [columnKey, scalar])),
  });
  const edit = (
    row: RegisterRow,
    typed: Readonly<Record<string, string>>,
    id: string,
    more: Partial<RowSave> = {},
  ) => send({ id, row: seen(row), changes: changes(row, typed), ...more });
  /** Values under the fields of the register as they stand now, by row. */
  const now = (): string[] => {
    const { sheet: data } = realm.call('formTab', tab.tab) as OpenedTab;
    return openRegister(data, catalog, kind)!.rows.map(({ row, fields }) =>
      [
        row,
        ...fields.map(({ scalar }) => ('value' in scalar ? scalar.value : 'day' in scalar ? scalar.day : '')),
      ].join('|'),
    );
  };
  return { book, realm, sheet, register, listReads, openReads, add, edit, send, changes, seen, now };
}

const snapshot = (book: Book): Map<string, string> =>
  new Map(
    book.tabs.flatMap((tab) =>
      [...tab.cells].map(([at, one]) => [`${tab.name}!${at}`, JSON.stringify(one)] as const),
    ),
  );

const changed = (before: Map<string, string>, after: Map<string, string>): string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter((at) => before.get(at) !== after.get(at)).sort();

const counts = ({ calls }: Realm) => [calls.count('read'), calls.count('write')];

function shift(tab: Tab, rows: number, columns: number): void {
  const cells = [...tab.cells];
  tab.cells.clear();
  for (const [at, one] of cells) {
    const { row, column } = placeOf(at);
    tab.cells.set(addressOf(row + rows, column + columns), one);
  }
}

const act = { kind: 'приказ', title: 'О контрольных работах', approved_on: '12.03.2025', number: '2025-03' };
const written = (at: number) => `${at}|Приказ|О контрольных работах|2025-03|2025-03-12||`;

describe('a new record', () => {
  it('goes to the first free row by two reads and one write, and no other cell changes', async () => {
    const { book, realm, listReads, openReads, add, now } = await opened('regulation');
    const before = snapshot(book);
    expect([listReads, openReads]).toEqual([2, 2]);
    expect(add(act, 'id-1')).toEqual({
      status: 'done',
      results: ['saved', 'saved', 'saved', 'saved'],
      row: 11,
    });
    expect(counts(realm)).toEqual([2, 1]);
    expect(now().slice(3)).toEqual([written(11)]);
    expect(changed(before, snapshot(book))).toEqual(
      ['B11', 'C11', 'D11', 'E11'].map((at) => `Акты о ВСОКО!${at}`),
    );
  });

  it('of two people at the same moment gets a row each; while one saves the other waits', async () => {
    const { realm, add, now } = await opened('regulation');
    expect(add(act, 'first')).toMatchObject({ row: 11 });
    expect(add({ ...act, title: 'О другом' }, 'second')).toMatchObject({ row: 12 });
    realm.lock.state.isTaken = true;
    expect(add(act, 'third')).toEqual({ status: 'busy' });
    expect(now()).toHaveLength(5);
  });

  it('is added once, however often it is sent, also with other answers', async () => {
    const { realm, add, now } = await opened('regulation');
    const first = add(act, 'id-1');
    expect(add(act, 'id-1', { isRepeat: true })).toEqual(first);
    expect(now().slice(3)).toEqual([written(11)]);
    // the answer was lost, and the person went on typing
    const { number: _, ...less } = act;
    expect(add({ ...less, title: 'О пробных работах' }, 'id-1', { isRepeat: true })).toMatchObject({
      results: ['saved', 'saved', 'saved'],
      row: 11,
    });
    expect(now().slice(3)).toEqual(['11|Приказ|О пробных работах||2025-03-12||']);
    // the script has forgotten: the same content stands there already
    realm.cache.values.clear();
    realm.calls.clear();
    expect(add({ ...less, title: 'О пробных работах' }, 'id-1', { isRepeat: true })).toMatchObject({
      row: 11,
    });
    expect(realm.calls.count('write')).toBe(0);
    expect(now()).toHaveLength(4);
  });

  it('goes where people moved the table, its columns and its tab; an empty register is found without its mark', async () => {
    const { add, now, sheet } = await opened('regulation', {
      plan: blank,
      move: (book) => {
        const tab = book.tab('Акты о ВСОКО');
        tab.name = 'Приказы';
        tab.metadata.clear();
        shift(tab, 2, 1);
        book.tabs.reverse();
        // number and title change places, with a column of their own between them and the kind
        const [title, number] = ['D', 'E'];
        for (let at = 1; at <= 30; at++) {
          const [a, b] = [tab.cells.get(`${title}${at}`), tab.cells.get(`${number}${at}`)];
          tab.cells.delete(`${title}${at}`);
          tab.cells.delete(`${number}${at}`);
          if (a) tab.cells.set(`${number}${at}`, a);
          if (b) tab.cells.set(`${title}${at}`, b);
        }
      },
    });
    expect(add(act, 'id-1')).toMatchObject({ row: 10 });
    expect(now()).toEqual([written(10)]);
    expect([sheet.cells.get('D10')?.value, sheet.cells.get('E10')?.value]).toEqual(['2025-03', act.title]);
  });

  it('refuses a cell that was merged with its neighbour, and saves the others', async () => {
    const { register, edit, sheet, realm } = await opened('regulation', {
      move: (book) => {
        const tab = book.tabs.find(({ cells }) =>
          [...cells.values()].some(({ value }) => value === acts[1]!.values.title),
        )!;
        const [at = ''] = [...tab.cells].find(([, { value }]) => value === acts[1]!.values.title) ?? [];
        const { row, column } = placeOf(at);
        tab.merges.push(`${at}:${addressOf(row, column + 1)}`);
      },
    });
    const answer = edit(register.rows[1]!, { title: 'Иначе', approved_on: '01.02.2024' }, 'm1');
    expect(answer).toMatchObject({ status: 'done' });
    expect('results' in answer && [...answer.results].sort()).toEqual(['merged', 'saved']);
    expect([...sheet.cells.values()].map(({ value }) => value)).toContain(acts[1]!.values.title);
    expect(counts(realm)).toEqual([2, 1]);
  });

  it('fills a gap, but neither a row with a formula in a field nor one with a note beside', async () => {
    const { add } = await opened('regulation', {
      move: (book) => {
        const { cells } = book.tab('Акты о ВСОКО');
        for (const column of 'BCDEFG') {
          const { value: _, ...look } = cells.get(`${column}9`) ?? {};
          cells.set(`${column}9`, look);
        }
        cells.set('C9', { formula: '=IF(A1="","","x")', value: '' });
        cells.set('J11', { value: 'ждём подписи' });
      },
    });
    expect(add(act, 'id-1')).toMatchObject({ row: 12 });
  });

  it('keeps away from what people put between its columns', async () => {
    const { add, sheet, book } = await opened('regulation', {
      move: (of) => {
        const tab = of.tab('Акты о ВСОКО');
        const cells = [...tab.cells];
        tab.cells.clear();
        for (const [at, one] of cells) {
          const { row, column } = placeOf(at);
          tab.cells.set(addressOf(row, column > 3 ? column + 1 : column), one);
        }
        for (let at = 8; at < 20; at++) tab.cells.set(`D${at}`, { value: at - 7, formula: `=ROW()-7` });
      },
    });
    const before = snapshot(book);
    expect(add(act, 'id-1')).toMatchObject({ row: 11 });
    expect(sheet.cells.get('D11')).toEqual({ value: 4, formula: '=ROW()-7' });
    expect(changed(before, snapshot(book))).toHaveLength(4);
  });

  it('stands below the prepared rows when they are used up, with their rules and the check beside', async () => {
    const many = Array.from({ length: 24 }, (_, i) => ({
      values: { ...acts[0]!.values, title: `Акт ${i}` },
    }));
    const { add, sheet, now, book } = await opened('regulation', {
      plan: recordsPlan({ regulation: many }),
      move: (of) => {
        // without the prepared rows below them
        const { cells } = of.tab('Акты о ВСОКО');
        for (const at of [...cells.keys()]) if (placeOf(at).row > 31) cells.delete(at);
      },
    });
    expect(now()).toHaveLength(24);
    const before = snapshot(book);
    expect(add(act, 'id-1')).toEqual({
      status: 'done',
      results: ['saved', 'saved', 'saved', 'saved'],
      row: 32,
      isNewRow: true,
    });
    expect(now().at(-1)).toBe(written(32));
    expect(sheet.cells.get('B32')?.rule).toEqual(sheet.cells.get('B31')?.rule);
    expect(sheet.cells.get('H32')?.formula).toContain('B32');
    expect(changed(before, snapshot(book)).every((at) => at.endsWith('32'))).toBe(true);
  });

  it('says that the register is full where Sheets takes no row below', async () => {
    const { add, now } = await opened('regulation', {
      plan: recordsPlan({ regulation: [acts[0]!] }),
      move: (book) => {
        const tab = book.tab('Акты о ВСОКО');
        for (const at of [...tab.cells.keys()]) if (placeOf(at).row > 8) tab.cells.delete(at);
        tab.protections.push({
          description: '',
          range: 'A9:Z99',
          unprotected: [],
          editors: [],
          warningOnly: false,
        });
        book.person = 'teacher@school.test';
      },
    });
    expect(add(act, 'id-1')).toEqual({ status: 'full' });
    expect(now()).toHaveLength(1);
  });

  it('is written without what must not be written, and can be tried again', async () => {
    const { add, now, send, register } = await opened('regulation');
    const change = (column: string, value: string): CellChange => ({
      row: '',
      column: `regulation.${column}`,
      seen: empty,
      value: text(value),
    });
    expect(
      send({
        id: 'id-1',
        changes: [
          change('title', 'Иванова Мария Петровна'),
          change('kind', 'нет такого вида'),
          change('link', 'https://school.example/89123456789'),
        ],
      }),
    ).toEqual({ status: 'done', results: ['personal', 'refused', 'saved'], row: 11 });
    expect(now().slice(3)).toEqual(['11||||||https://school.example/89123456789']);
    const lone = send({ id: 'id-2', changes: [change('kind', 'нет такого вида')] });
    expect(lone).toEqual({ status: 'done', results: ['refused'] });
    expect(add({ kind: 'Приказ' }, 'id-2')).toMatchObject({ results: ['saved'], row: 12 });
    expect(register.rows).toHaveLength(3);
  });
});

describe('a row that stands there', () => {
  it('is changed by two reads and a write', async () => {
    const { realm, register, edit, now } = await opened('regulation');
    expect(edit(register.rows[1]!, { number: '7', repealed_on: '1 марта 2025' }, 'id-1')).toEqual({
      status: 'done',
      results: ['saved', 'saved'],
      row: 9,
    });
    expect(counts(realm)).toEqual([2, 1]);
    expect(now()[1]).toBe('9|Положение|О школьном мониторинге|7|2024-01-15|2025-03-01|');
    // the answer was lost
    realm.calls.clear();
    realm.cache.values.clear();
    expect(edit(register.rows[1]!, { number: '7', repealed_on: '1 марта 2025' }, 'id-1')).toMatchObject({
      results: ['saved', 'saved'],
    });
    expect(realm.calls.count('write')).toBe(0);
  });

  it('is found again when people sorted the table or inserted rows', async () => {
    const { register, edit, now, sheet } = await opened('regulation');
    const [from, to] = [9, 15];
    for (const column of 'BCDEFG') {
      const [a, b] = [sheet.cells.get(`${column}${from}`), sheet.cells.get(`${column}${to}`)];
      if (b) sheet.cells.set(`${column}${from}`, b);
      if (a) sheet.cells.set(`${column}${to}`, a);
    }
    expect(edit(register.rows[1]!, { number: '7' }, 'id-1')).toMatchObject({ results: ['saved'], row: 15 });
    expect(now()).toContain('15|Положение|О школьном мониторинге|7|2024-01-15||');
  });

  it('keeps what somebody else has changed, and takes changes beside it', async () => {
    const { book, register, edit, now } = await opened('regulation');
    book.type('Акты о ВСОКО', 'D9', '6');
    const row = register.rows[1]!;
    expect(edit(row, { number: '7', link: 'https://school.example/a' }, 'id-1')).toEqual({
      status: 'done',
      results: [{ changed: text('6') }, 'saved'],
      row: 9,
    });
    expect(now()[1]).toBe('9|Положение|О школьном мониторинге|6|2024-01-15||https://school.example/a');
  });

  it('is said to be gone when somebody removed it or made another of it', async () => {
    const { book, register, edit, now } = await opened('regulation');
    const before = now();
    for (const column of 'BCDE') book.type('Акты о ВСОКО', `${column}9`, undefined);
    expect(edit(register.rows[1]!, { number: '7' }, 'id-1')).toEqual({ status: 'rowGone' });
    expect(now()).toEqual(before.filter((_, i) => i !== 1));
  });

  it('is cleared whole or not at all', async () => {
    const { book, register, send, seen, now } = await opened('regulation');
    const before = snapshot(book);
    const clear = (row: RegisterRow, id: string) =>
      send({
        id,
        row: seen(row),
        isWhole: true,
        changes: row.fields
          .filter(({ scalar }) => scalar.type !== 'empty')
          .map(({ columnKey, scalar }) => ({ row: '', column: columnKey, seen: scalar, value: empty })),
      });
    book.type('Акты о ВСОКО', 'D9', '6');
    expect(clear(register.rows[1]!, 'id-1')).toMatchObject({
      results: ['saved', 'saved', { changed: text('6') }, 'saved'],
    });
    book.type('Акты о ВСОКО', 'D9', '5');
    expect(changed(before, snapshot(book)).filter((at) => !at.endsWith('D9'))).toEqual([]);
    expect(clear(register.rows[1]!, 'id-2')).toMatchObject({ results: ['saved', 'saved', 'saved', 'saved'] });
    expect(now().map((one) => one.split('|')[0])).toEqual(['8', '10']);
  });

  it('is left alone where it was locked with the report', async () => {
    const { register, edit } = await opened('regulation', {
      move: (book) => {
        book.tab('Акты о ВСОКО').protections.push({
          description: lockMark,
          range: 'D8:D9',
          unprotected: [],
          editors: [],
          warningOnly: true,
        });
      },
    });
    expect(edit(register.rows[1]!, { number: '7', link: 'н/д' }, 'id-1')).toMatchObject({
      results: ['handedIn', 'saved'],
    });
  });
});

describe('remarks of ours', () => {
  it('go from the notes of a row that was mended or cleared, words of people stay', async () => {
    const { realm, sheet } = await opened('regulation');
    const note = 'МСОКО: нужна ссылка';
    const set = (at: string, words: string): void => {
      sheet.cells.set(at, { ...sheet.cells.get(at), note: words, colour: '#a61b1b' });
    };
    set('D9', note);
    set('G9', `Спросить у директора\n\n${note}`);
    set('G12', note);
    set('D10', note);
    const clear = (at: number, cells: Readonly<Record<string, CellScalar>>) =>
      realm.call('clearRemarks', {
        tab: sheet.id,
        kind: 'records',
        at,
        cells: Object.entries(cells).map(([field, value]) => ({
          row: '',
          column: `regulation.${field}`,
          value,
        })),
      });
    clear(9, { number: text('5'), link: empty });
    // nothing stands in this row
    clear(12, { link: empty });
    // somebody has typed another value since
    clear(10, { number: text('9') });
    const noteAt = (at: string) => sheet.cells.get(at)?.note;
    expect([noteAt('D9'), noteAt('G9'), noteAt('G12'), noteAt('D10')]).toEqual([
      undefined,
      'Спросить у директора',
      undefined,
      note,
    ]);
  });
});

describe('a workbook made before', () => {
  it('whose definitions do not tell prepared rows, endings and organisations, is understood', async () => {
    const { register, add } = await opened('regulation', {
      move: (book) => {
        const { cells } = book.tab('_forms');
        for (const [at, one] of cells) {
          if (typeof one.value !== 'string' || !one.value.startsWith('{')) continue;
          const { rows: _, endedBy: __, ...rest } = JSON.parse(one.value) as Record<string, unknown>;
          cells.set(at, { ...one, value: JSON.stringify(rest) });
        }
      },
    });
    expect(register.kind).toMatchObject({ rows: 1 });
    expect(register.kind.endedBy).toBeUndefined();
    expect(add(act, 'id-1')).toMatchObject({ row: 11 });
  });
});
