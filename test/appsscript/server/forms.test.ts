import { describe, expect, it } from 'vitest';
import type {
  CellChange,
  CellSave,
  FormBook,
  OpenedTab,
  SaveAnswer,
} from '../../../appsscript/calls/form.ts';
import { readDefinitions } from '../../../shared/definitions/read-definitions.ts';
import { toCatalog } from '../../../shared/definitions/to-catalog.ts';
import { type FormField, fieldsOf } from '../../../shared/form-view/fields.ts';
import type { CellScalar } from '../../../shared/parse/workbook.ts';
import { lockMark } from '../../../shared/submission/lock-mark.ts';
import { googleTexts } from '../../../shared/texts/google-render.ts';
import { formsPlan, type Typed } from '../../fixtures/forms-plan.ts';
import { addressOf, type Book, type Cell, placeOf } from '../fakes/book.ts';
import { bookOfPlan } from '../fakes/book-of-plan.ts';
import { shiftTab } from '../fakes/shift-tab.ts';
import { openRealm, type Realm, type RealmOptions } from '../realm.ts';

const empty: CellScalar = { type: 'empty' };
const number = (value: number): CellScalar => ({ type: 'number', value });
const text = (value: string): CellScalar => ({ type: 'text', value });

/** As «Сдать отчёт» locks, where nobody else may change the cells: Google only asks. */
const lock = { description: lockMark, unprotected: [], editors: [], warningOnly: true };

/** Nothing typed. */
const blank = formsPlan();

async function opened(
  form: string,
  typed: Typed = {},
  options: RealmOptions = {},
  move?: (book: Book) => void,
) {
  const book = bookOfPlan(Object.keys(typed).length === 0 ? blank : formsPlan(typed));
  move?.(book);
  const realm = await openRealm(book, options);
  const start = realm.call('formBook') as FormBook;
  const catalog = toCatalog(readDefinitions(start.definitions!));
  const listReads = realm.calls.count('read');
  realm.calls.clear();
  const tab = realm.call('formTab', start.tabs[`form/${form}`]!) as OpenedTab;
  const openReads = realm.calls.count('read');
  realm.calls.clear();
  const fields = fieldsOf(tab.sheet, catalog, form);
  const field = (code: string, period: string): FormField => {
    const found = fields.find((one) => one.code === code && one.period === period);
    if (!found) throw new Error(`no field ${code} ${period}`);
    return found;
  };
  const change = (code: string, period: string, value: CellScalar, seen?: CellScalar): CellChange => {
    const { rowKey: row, columnKey: column, scalar } = field(code, period);
    return { row, column, seen: seen ?? scalar, value };
  };
  const save = (changes: readonly CellChange[], id = 'id-1'): SaveAnswer => {
    const sent: CellSave = { id, tab: tab.tab, kind: 'keys', changes };
    return realm.call('saveCells', sent) as SaveAnswer;
  };
  const sheet = book.tabs.find((one) => one.id === tab.tab)!;
  const cell = (code: string, period: string): Cell => {
    const { row, column } = field(code, period);
    return sheet.cells.get(addressOf(row, column)) ?? {};
  };
  return { book, realm, start, tab, fields, field, change, save, cell, sheet, listReads, openReads };
}

/** Everything in all tabs, for telling that nothing else has changed. */
const snapshot = (book: Book): Map<string, string> =>
  new Map(
    book.tabs.flatMap((tab) =>
      [...tab.cells]
        .filter(([, { value, formula }]) => value !== undefined || formula !== undefined)
        .map(([at, one]) => [`${tab.name}!${at}`, JSON.stringify(one)] as const),
    ),
  );

function changed(before: Map<string, string>, after: Map<string, string>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((at) => before.get(at) !== after.get(at))
    .sort();
}

const writes = (realm: Realm): string[] =>
  realm.calls.log.filter(({ kind }) => kind === 'write').map(({ where }) => where);

const start = '2024/25:start';
const gia = '2024/25';

describe('opening and saving a form', () => {
  it('counts two reads for the list, two for a form, two reads and a write for a save', async () => {
    const { realm, change, save, listReads, openReads, cell } = await opened('gia');
    expect([listReads, openReads]).toEqual([2, 2]);
    const answer = save([
      change('oge.graduates', gia, number(20)),
      change('ege.graduates', gia, text('х')),
      change('gia.date', gia, { type: 'date', day: '2025-05-20' }),
      change('gia.order', gia, text('=1+1')),
    ]);
    expect(answer).toEqual({ status: 'done', results: ['saved', 'saved', 'saved', 'saved'] });
    expect([realm.calls.count('read'), realm.calls.count('write')]).toEqual([2, 1]);
    expect(cell('oge.graduates', gia).value).toBe(20);
    expect(cell('ege.graduates', gia).value).toBe('х');
    expect(cell('gia.date', gia).value).toEqual(new Date('2025-05-20T00:00:00+03:00'));
    expect(cell('gia.order', gia)).toMatchObject({ value: '=1+1' });
    expect(cell('gia.order', gia).formula).toBeUndefined();
  });

  it('counts the same for a table of several periods, and writes no cell but those changed', async () => {
    const typed = { 'q.pupils.noo 2024/25:start': 40, 'q.basic.ooo 2024/25:middle': 'н/д' };
    const { book, realm, fields, field, save } = await opened('quality', typed);
    const before = snapshot(book);
    const table = fields.filter(({ element, period }) => element.dims.length > 0 && period === start);
    const changes = table.map(({ rowKey: row, columnKey: column, scalar }, i) => ({
      row,
      column,
      seen: scalar,
      value: number(100 + i),
    }));
    expect(save(changes)).toMatchObject({ results: table.map(() => 'saved') });
    expect([realm.calls.count('read'), realm.calls.count('write')]).toEqual([2, 1]);
    const { row } = field('q.pupils.noo', start);
    expect(row).toBeGreaterThan(0);
    expect(changed(before, snapshot(book))).toEqual(
      table.map(({ row: r, column }) => `${book.tabs[1]!.name}!${addressOf(r, column)}`).sort(),
    );
  });

  it('writes one block over several tables; what stands between them stays as it is', async () => {
    const { book, realm, change, save } = await opened('quality', { 'q.basic.ooo 2024/25:middle': 'н/д' });
    const before = snapshot(book);
    save([change('q.above.ooo', start, number(1)), change('q.meta', start, number(2))]);
    const [written, ...more] = writes(realm);
    expect([written, more]).toEqual([`${book.tabs[1]!.name}!E12:F16`, []]);
    expect(changed(before, snapshot(book))).toHaveLength(2);
    expect(realm.calls.log.filter(({ kind }) => kind === 'ask').map(({ what }) => what)).toEqual([
      'getMergedRanges',
      'canEdit',
    ]);
  });

  it('writes a block per table where what stands between them is locked for the person', async () => {
    const exactly = (book: Book): void => {
      // as workbooks were protected before: nothing is open but the entry cells
      const tab = book.tabs[1]!;
      tab.protections = tab.protections.map((one) =>
        one.description === googleTexts.between ? { ...one, editors: [book.owner], warningOnly: false } : one,
      );
    };
    const { book, realm, change, save } = await opened('quality', {}, {}, exactly);
    const before = snapshot(book);
    const both = (value: number) => [
      change('q.above.ooo', start, number(value)),
      change('q.meta', start, number(value + 1)),
    ];
    expect(save(both(1))).toMatchObject({ results: ['saved', 'saved'] });
    expect(writes(realm)).toHaveLength(2);
    expect(changed(before, snapshot(book))).toHaveLength(2);
    realm.calls.clear();
    book.person = book.owner;
    const again = both(3).map((one, i) => ({ ...one, seen: number(i + 1) }));
    expect(save(again, 'id-2')).toMatchObject({ results: ['saved', 'saved'] });
    expect(writes(realm)).toHaveLength(1);
  });

  it('writes by value where that takes fewer writes than blocks', async () => {
    const { book, realm, fields, save } = await opened('quality');
    const before = snapshot(book);
    const changes = fields
      .filter(({ period }) => period === start)
      .map(({ rowKey: row, columnKey: column, scalar }) => ({ row, column, seen: scalar, value: text('х') }));
    expect(save(changes)).toMatchObject({ results: changes.map(() => 'saved') });
    expect([realm.calls.count('read'), realm.calls.count('write')]).toEqual([2, 1]);
    expect(changed(before, snapshot(book))).toHaveLength(changes.length);
  });

  it('joins cells over others that may be written again, but not over formulas nor what a rule forbids', async () => {
    const joined = await opened('gia', { 'oge.passed 2024/25': 'н/д' });
    const ends = (of: typeof joined) => [
      of.change('oge.graduates', gia, number(1)),
      of.change('ege.graduates', gia, number(2)),
    ];
    joined.save(ends(joined));
    expect(writes(joined.realm)).toHaveLength(1);
    expect(joined.cell('oge.passed', gia).value).toBe('н/д');

    for (const odd of ['1.5', '=1+1', "'007", '2025-03', 'истина', ' 12 ']) {
      const typed = await opened('gia', { 'oge.passed 2024/25': odd });
      typed.save(ends(typed));
      // the rule of the cell forbids it, so Sheets refuses a block with it inside
      expect(writes(typed.realm)).toHaveLength(2);
      expect(typed.cell('oge.passed', gia)).toMatchObject({ value: odd });
      expect(typed.cell('oge.passed', gia).formula).toBeUndefined();
    }

    const counted = await opened('gia', {}, {}, (book) => {
      const tab = book.tabs[2]!;
      const at = [...tab.cells].find(([, { value }]) => value === 'oge.passed')![0];
      tab.cells.set(addressOf(placeOf(at).row, 5), { value: 3, formula: '=1+2' });
    });
    counted.save(ends(counted));
    expect(writes(counted.realm)).toHaveLength(2);
    expect(counted.cell('oge.passed', gia)).toMatchObject({ value: 3, formula: '=1+2' });
    const own = counted.save([counted.change('oge.passed', gia, number(4))], 'id-2');
    expect(own).toMatchObject({ results: ['formula'] });
    expect(counted.cell('oge.passed', gia).formula).toBe('=1+2');
  });

  it('does not mistake a formula that gives an empty text for an empty cell', async () => {
    const { change, save, cell } = await opened('gia', {}, {}, (book) => {
      const tab = book.tabs[2]!;
      const at = [...tab.cells].find(([, { value }]) => value === 'oge.passed')![0];
      tab.cells.set(addressOf(placeOf(at).row, 5), { value: '', formula: '=IF(A1="","","1")' });
    });
    expect(save([change('oge.passed', gia, number(4), empty)])).toMatchObject({ results: ['formula'] });
    expect(cell('oge.passed', gia).formula).toBe('=IF(A1="","","1")');
  });
});

describe('tabs that people have changed', () => {
  it('are found when renamed, reordered, with rows and columns inserted', async () => {
    const { realm, change, save, cell, openReads } = await opened('gia', {}, {}, (book) => {
      const tab = book.tabs[2]!;
      tab.name = 'Итоги';
      shiftTab(tab, 3, 2);
      book.tabs.reverse();
    });
    expect(openReads).toBe(2);
    expect(save([change('oge.graduates', gia, number(20))])).toMatchObject({ results: ['saved'] });
    expect(realm.calls.count('write')).toBe(1);
    expect(cell('oge.graduates', gia).value).toBe(20);
  });

  it('are found at save where rows moved since the form was opened', async () => {
    const { book, change, save, sheet, field } = await opened('gia');
    shiftTab(sheet, 5, 0);
    expect(save([change('oge.graduates', gia, number(20))])).toMatchObject({ results: ['saved'] });
    const { row, column } = field('oge.graduates', gia);
    expect(book.value(sheet.name, addressOf(row + 5, column))).toBe(20);
  });

  it('are found by their keys where the mark is lost', async () => {
    const book = bookOfPlan(blank);
    for (const tab of book.tabs) tab.metadata.clear();
    const realm = await openRealm(book);
    expect(realm.call('formBook')).toMatchObject({ tabs: {} });
    const found = realm.call('findTab', 'keys', ['oge.graduates']) as OpenedTab;
    expect(found.tab).toBe(book.tabs[2]!.id);
    const tracker = realm.call('findTab', 'records', ['activity.status']) as OpenedTab;
    expect(tracker.sheet.name).toBe('Дорожная карта');
    expect(realm.call('findTab', 'keys', ['no.such'])).toBeNull();
  });

  it('tell a removed row, a copied one and a removed tab', async () => {
    const { book, change, save, sheet, field } = await opened('gia');
    const { row } = field('oge.passed', gia);
    const key = sheet.cells.get(addressOf(row, 1))!;
    sheet.cells.delete(addressOf(row, 1));
    expect(save([change('oge.passed', gia, number(1))])).toMatchObject({ results: ['missing'] });
    sheet.cells.set(addressOf(row, 1), key);
    sheet.cells.set(addressOf(40, 1), { value: 'oge.passed' });
    expect(save([change('oge.passed', gia, number(1))], 'id-2')).toMatchObject({ results: ['double'] });
    book.tabs.splice(book.tabs.indexOf(sheet), 1);
    expect(save([change('oge.passed', gia, number(1))], 'id-3')).toEqual({ status: 'gone' });
  });

  it('is no workbook without definitions', async () => {
    const book = bookOfPlan(blank);
    book.tabs.splice(
      book.tabs.findIndex(({ name }) => name === '_forms'),
      1,
    );
    expect((await openRealm(book)).call('formBook')).toEqual({
      id: 'book-1',
      tabs: {},
      filled: {},
      cells: {},
    });
  });
});

describe('two people', () => {
  it('do not overwrite each other: the later one is told what stands there', async () => {
    const { book, change, save, sheet, field, cell } = await opened('gia');
    const { row, column } = field('oge.graduates', gia);
    book.type(sheet.name, addressOf(row, column), 25);
    const answer = save([change('oge.graduates', gia, number(20)), change('oge.passed', gia, number(19))]);
    expect(answer).toMatchObject({ results: [{ changed: number(25) }, 'saved'] });
    expect(cell('oge.graduates', gia).value).toBe(25);
    expect(cell('oge.passed', gia).value).toBe(19);
    const own = save([change('oge.graduates', gia, number(20), number(25))], 'id-2');
    expect(own).toMatchObject({ results: ['saved'] });
    expect(cell('oge.graduates', gia).value).toBe(20);
  });

  it('who meant the same do not disturb each other', async () => {
    const { book, realm, change, save, sheet, field } = await opened('gia');
    const { row, column } = field('oge.graduates', gia);
    book.type(sheet.name, addressOf(row, column), 20);
    expect(save([change('oge.graduates', gia, number(20))])).toMatchObject({ results: ['saved'] });
    expect(realm.calls.count('write')).toBe(0);
  });

  it('wait for the lock, and are told when it stays taken', async () => {
    const { realm, change, save, cell } = await opened('gia');
    realm.lock.state.isTaken = true;
    expect(save([change('oge.graduates', gia, number(20))])).toEqual({ status: 'busy' });
    expect(cell('oge.graduates', gia).value).toBeUndefined();
    realm.lock.state.isTaken = false;
    expect(save([change('oge.graduates', gia, number(20))])).toMatchObject({ results: ['saved'] });
    const order = realm.calls.log.filter(({ kind }) => kind === 'other').map(({ what }) => what);
    expect(order.slice(-2)).toEqual(['flush', 'releaseLock']);
    expect(realm.lock.state.isHeld).toBe(false);
  });

  it('are not harmed by a save that is repeated after a lost answer', async () => {
    const { book, realm, change, save, sheet, field, cell } = await opened('gia');
    const changes = [change('oge.graduates', gia, number(20))];
    const first = save(changes);
    const { row, column } = field('oge.graduates', gia);
    book.type(sheet.name, addressOf(row, column), 21);
    realm.calls.clear();
    expect(save(changes)).toEqual(first);
    expect(realm.calls.count('write')).toBe(0);
    expect(cell('oge.graduates', gia).value).toBe(21);
  });
});

describe('what Sheets or we refuse', () => {
  it('is told by cell: a locked block is tried cell by cell', async () => {
    const locked = new Set<string>();
    const options: RealmOptions = {
      beforeWrite: (_, area) => {
        const [from = '', to = from] = area.split(':');
        for (let row = placeOf(from).row; row <= placeOf(to).row; row++)
          if (locked.has(addressOf(row, placeOf(from).column))) throw new Error('protected');
      },
    };
    const { change, save, cell, field } = await opened('gia', {}, options);
    const { row, column } = field('oge.passed', gia);
    locked.add(addressOf(row, column));
    const answer = save([
      change('oge.graduates', gia, number(20)),
      change('oge.passed', gia, number(19)),
      change('ege.graduates', gia, number(5)),
    ]);
    expect(answer).toEqual({ status: 'done', results: ['saved', 'refused', 'saved'] });
    expect([cell('oge.graduates', gia).value, cell('ege.graduates', gia).value]).toEqual([20, 5]);
    expect(cell('oge.passed', gia).value).toBeUndefined();
  });

  it('what was handed in stays, also where Google would let the script through', async () => {
    const { book, realm, change, save, cell, field, sheet } = await opened('gia');
    const { row, column } = field('oge.passed', gia);
    book.active = { tab: sheet, cell: 'A1' };
    sheet.protections.push({ ...lock, range: addressOf(row, column) });
    const seen = realm.call('formTab', sheet.id) as OpenedTab;
    expect(seen.handedIn).toEqual([{ firstRow: row, firstColumn: column, lastRow: row, lastColumn: column }]);
    realm.calls.clear();
    const answer = save([
      change('oge.graduates', gia, number(20)),
      change('oge.passed', gia, number(19)),
      change('ege.graduates', gia, number(5)),
    ]);
    expect(answer).toEqual({ status: 'done', results: ['saved', 'handedIn', 'saved'] });
    expect(cell('oge.passed', gia).value).toBeUndefined();
    expect(realm.calls.count('read')).toBe(2);
  });

  it('cells of a period that was handed in lie within the block of whoever may change them, not of a colleague', async () => {
    const locked = { ...lock, warningOnly: false };
    for (const [editors, blocks] of [
      [['deputy@school.test'], 1],
      [['program@district.test'], 2],
    ] as const) {
      const typed = { 'oge.passed 2024/25': 19 };
      const { book, realm, change, save, cell, field, sheet } = await opened('gia', typed);
      const { row, column } = field('oge.passed', gia);
      sheet.protections.push({ ...locked, editors: [...editors], range: addressOf(row, column) });
      const answer = save([
        change('oge.graduates', gia, number(20)),
        change('ege.graduates', gia, number(5)),
      ]);
      expect(answer).toMatchObject({ results: ['saved', 'saved'] });
      expect(writes(realm)).toHaveLength(blocks);
      expect(cell('oge.passed', gia).value).toBe(19);
      expect(book.value(sheet.name, addressOf(row - 1, column))).toBe(20);
    }
  });

  it('personal data reach no cell', async () => {
    const { change, save, cell } = await opened('gia');
    const answer = save([change('gia.order', gia, text('Иванова Мария Петровна'))]);
    expect(answer).toMatchObject({ results: ['personal'] });
    expect(cell('gia.order', gia).value).toBeUndefined();
  });

  it('takes away our remark from a cell that was wrong', async () => {
    const { book, realm, change, save, cell, sheet, field } = await opened('gia', {
      'oge.graduates 2024/25': 'много',
    });
    const { row, column } = field('oge.graduates', gia);
    const at = addressOf(row, column);
    realm.run('onEdit', realm.edit(sheet.name, at));
    expect(cell('oge.graduates', gia).note).toBeTruthy();
    const changes = [change('oge.graduates', gia, number(20))];
    save(changes);
    expect(book.value(sheet.name, at)).toBe(20);
    expect(cell('oge.graduates', gia).note).toBeTruthy();
    realm.calls.clear();
    const own = { ...sheet.cells.get(at)!, note: `Уточнить\n\n${cell('oge.graduates', gia).note}` };
    sheet.cells.set(at, own);
    realm.call('clearRemarks', { tab: sheet.id, kind: 'keys', cells: changes });
    expect(cell('oge.graduates', gia)).toMatchObject({ value: 20, note: 'Уточнить' });
    expect(cell('oge.graduates', gia).colour).toBeUndefined();
    expect([realm.calls.count('read'), realm.calls.count('write')]).toEqual([2, 2]);
    // nothing is left to take away, and what was typed since is not touched
    realm.calls.clear();
    realm.call('clearRemarks', { tab: sheet.id, kind: 'keys', cells: changes });
    expect(realm.calls.count('write')).toBe(0);
    book.type(sheet.name, at, 'много');
    realm.run('onEdit', realm.edit(sheet.name, at));
    const { note } = cell('oge.graduates', gia);
    realm.call('clearRemarks', { tab: sheet.id, kind: 'keys', cells: changes });
    expect(cell('oge.graduates', gia).note).toBe(note);
  });
});

describe('cells that people made something else of', () => {
  const formulaAt =
    (formula: string, value: Cell['value'] = 3) =>
    (book: Book) => {
      const tab = book.tabs[2]!;
      const at = [...tab.cells].find(([, one]) => one.value === 'oge.passed')![0];
      tab.cells.set(addressOf(placeOf(at).row, 5), { value: value!, formula });
    };

  it('are told when the form is opened: formulas, also one that shows nothing', async () => {
    for (const [formula, value] of [
      ['=1+2', 3],
      ['=IF(A1="","","1")', ''],
    ] as const) {
      const { openReads, tab, field } = await opened('gia', {}, {}, formulaAt(formula, value));
      expect(openReads).toBe(2);
      const { row, column } = field('oge.passed', gia);
      expect(tab.formulas).toEqual([[row, column]]);
    }
    const typed = await opened('gia', { 'gia.order 2024/25': '№ 5 = № 4' });
    expect(typed.tab.formulas).toEqual([]);
  });

  it('stay as they are where another cell fills them', async () => {
    const filled = await opened('gia', { 'ege.graduates 2024/25': 9 }, {}, formulaAt('={3;9}'));
    const { row } = filled.field('ege.graduates', gia);
    expect(filled.field('oge.passed', gia).row).toBe(row - 1);
    const answer = filled.save([
      filled.change('oge.graduates', gia, number(20)),
      filled.change('ege.graduates', gia, number(8)),
      filled.change('ege.passed', gia, number(7)),
    ]);
    expect(answer).toMatchObject({ results: ['saved', 'formula', 'saved'] });
    expect(writes(filled.realm).join()).not.toContain(`E${row}`);
    // a formula of one value fills nothing
    const single = await opened('gia', { 'ege.graduates 2024/25': 9 }, {}, formulaAt('=SUM({1;2})'));
    const saved = single.save([single.change('ege.graduates', gia, number(8))]);
    expect(saved).toMatchObject({ results: ['saved'] });
  });

  it('are told when they were merged, at opening and at saving, and keep what they hold', async () => {
    const merged = await opened('gia', { 'oge.graduates 2024/25': 20 }, {}, (book) => {
      const tab = book.tabs[2]!;
      const at = [...tab.cells].find(([, one]) => one.value === 'oge.graduates')![0];
      const { row } = placeOf(at);
      tab.merges.push(`E${row}:E${row + 1}`);
    });
    expect(merged.fields.filter(({ isMerged }) => isMerged).map(({ code }) => code)).toEqual([
      'oge.graduates',
      'oge.passed',
    ]);
    const answer = merged.save([
      merged.change('oge.graduates', gia, number(21)),
      merged.change('oge.passed', gia, number(19)),
      merged.change('ege.graduates', gia, number(5)),
    ]);
    expect(answer).toMatchObject({ results: ['merged', 'merged', 'saved'] });
    expect(merged.cell('oge.graduates', gia).value).toBe(20);
    expect(merged.cell('oge.passed', gia).value).toBeUndefined();
    const asked = merged.realm.calls.log.filter(({ what }) => what === 'getMergedRanges');
    expect([asked.length, merged.realm.calls.count('read')]).toEqual([1, 2]);
  });

  it('are not written again where no value would leave them as they are', async () => {
    const noon = new Date('2025-05-20T12:30:00+03:00');
    const { save, change, cell, realm } = await opened('gia', {}, {}, (book) => {
      const tab = book.tabs[2]!;
      const at = [...tab.cells].find(([, one]) => one.value === 'oge.passed')![0];
      tab.cells.set(addressOf(placeOf(at).row, 5), { value: noon });
    });
    save([change('oge.graduates', gia, number(1)), change('ege.graduates', gia, number(2))]);
    expect(cell('oge.passed', gia).value).toBe(noon);
    expect(writes(realm)).toHaveLength(2);
  });

  it('do not hold up the others: a block refused for one of them is tried without it', async () => {
    let row = 0;
    const tried: string[] = [];
    const options: RealmOptions = {
      beforeWrite: (_, area) => {
        tried.push(area);
        const [from, to = from] = area.split(':').map((at) => placeOf(at).row);
        // a strict rule refuses what somebody pasted in there
        if (from! <= row && row <= to!) throw new Error('violates the data validation rules');
      },
    };
    const { save, change, field, cell } = await opened('gia', { 'oge.passed 2024/25': 'много' }, options);
    row = field('oge.passed', gia).row;
    const answer = save([change('oge.graduates', gia, number(1)), change('ege.graduates', gia, number(2))]);
    expect(answer).toMatchObject({ results: ['saved', 'saved'] });
    expect(tried).toEqual([`E${row - 1}:E${row + 1}`, `E${row - 1}`, `E${row + 1}`]);
    expect(cell('oge.passed', gia).value).toBe('много');
  });
});

describe('rows of the tracker', () => {
  it('are marked by their keys, wherever they were sorted to', async () => {
    const book = bookOfPlan(blank);
    const realm = await openRealm(book);
    const { tabs } = realm.call('formBook') as FormBook;
    const tab = tabs['record/activity']!;
    const save: CellSave = {
      id: 'a1',
      tab,
      kind: 'records',
      changes: [
        { row: 'plan/57@2025-03-31', column: 'activity.status', seen: empty, value: text('выполнено') },
        {
          row: 'plan/57@2025-03-31',
          column: 'activity.done_on',
          seen: empty,
          value: { type: 'date', day: '2025-03-20' },
        },
        { row: 'plan/57@2025-03-31', column: 'activity.fact', seen: empty, value: text('14; 30 %') },
        { row: 'plan/99', column: 'activity.status', seen: empty, value: text('выполнено') },
      ],
    };
    realm.calls.clear();
    expect(realm.call('saveCells', save)).toEqual({
      status: 'done',
      results: ['saved', 'saved', 'saved', 'missing'],
    });
    expect([realm.calls.count('read'), realm.calls.count('write')]).toEqual([2, 1]);
    const sheet = book.tabs.find(({ id }) => id === tab)!;
    const row = placeOf([...sheet.cells].find(([, { value }]) => value === 'plan/57@2025-03-31')![0]).row;
    const values = [...sheet.cells].filter(([at]) => placeOf(at).row === row).map(([, { value }]) => value);
    expect(values).toEqual(
      expect.arrayContaining(['выполнено', new Date('2025-03-20T00:00:00+03:00'), '14; 30 %']),
    );
  });
});
