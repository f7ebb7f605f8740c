import { beforeEach, describe, expect, it } from 'vitest';
import { templatePlan } from '../../../shared/template/template-plan.ts';
import { smallCatalog } from '../../fixtures/small-catalog.ts';
import { district, organisation, register } from '../../fixtures/small-register.ts';
import { addressOf, placeOf } from '../fakes/book.ts';
import { bookOfPlan } from '../fakes/book-of-plan.ts';
import { shiftTab } from '../fakes/shift-tab.ts';
import { openRealm, type Realm } from '../realm.ts';

const catalog = smallCatalog({
  forms: { f: { title: 'Итоги года' } },
  dimensions: { grade: ['g4', 'g9'] },
  elements: {
    wrote: { dims: ['grade'], type: 'integer', min: 0, max: 2000, name: 'Писали' },
    rate: { type: 'decimal1', unit: '%', name: 'Доля' },
    plan: { type: 'yes_no', name: 'План есть' },
    note: { type: 'text', name: 'Пояснение' },
  },
});

function workbook() {
  const units = register([organisation('s1')], [district('d1')]);
  return bookOfPlan(
    templatePlan({
      catalog,
      register: units,
      unit: { level: 'organisation', organisation: units.organisations[0]! },
      schoolYear: '2024/25',
      workspace: 'r1/d1',
      catalogVersion: '1',
    }),
  );
}

const tab = 'Итоги года';

describe('an edit', () => {
  let realm: Realm;
  beforeEach(async () => {
    realm = await openRealm(workbook());
  });

  /** The entry cell of an element, found as a person does: by the row of its key and the column of its heading. */
  function cellOf(element: string, nth = 0): string {
    const { cells } = realm.book.tab(tab);
    const texts = [...cells].map(([at, cell]) => ({ ...placeOf(at), value: cell.value }));
    const key = texts.find(({ column, value }) => column === 1 && value === element)!;
    const heads = texts
      .filter(({ column, value }) => column === 1 && value === '#cols')
      .map(({ row }) => row);
    const head = Math.max(...heads.filter((row) => row < key.row));
    const columns = texts.filter(
      ({ row, column, value }) => row === head && column > 1 && value !== undefined,
    );
    return addressOf(key.row, columns.sort((a, b) => a.column - b.column)[nth]!.column);
  }

  const type = (cell: string, value: string | number | Date, before?: string): void => {
    realm.book.type(tab, cell, value);
    realm.calls.clear();
    realm.run('onEdit', realm.edit(tab, cell, before));
  };
  const note = (cell: string): string => realm.book.tab(tab).cells.get(cell)?.note ?? '';
  const colour = (cell: string): string | undefined => realm.book.tab(tab).cells.get(cell)?.colour;

  it.each([
    ['wrote', 'двенадцать', 'Вместо числа введено «двенадцать».'],
    ['wrote', 12.5, 'Нужно целое число'],
    ['wrote', 3000, 'вне допустимых границ'],
    ['wrote', '1.234,5.6', 'Вместо числа введено'],
    ['plan', 'возможно', 'Нужен ответ «да» или «нет»'],
    ['wrote', '—', 'понята как «нет данных»'],
  ])('%s: %s is remarked on at once', (element, value, expected) => {
    const cell = cellOf(element);
    type(cell, value);
    expect(note(cell)).toContain(`МСОКО: `);
    expect(note(cell)).toContain(expected);
    expect(colour(cell)).toBe('#b3261e');
    expect(realm.ui.toasts.at(-1)).toContain(expected);
    expect(realm.book.value(tab, cell)).toBe(value);
  });

  it.each([
    ['wrote', 12],
    ['wrote', '1 234'],
    ['wrote', 'н/д'],
    ['rate', '12,5'],
    ['plan', 'да'],
    ['note', 'Приказ № 5 от 12.09.2024'],
  ])('%s: %s is fine and nothing is written', (element, value) => {
    const cell = cellOf(element);
    type(cell, value);
    expect(note(cell)).toBe('');
    expect(realm.calls.count('write')).toBe(0);
    expect(realm.ui.toasts).toEqual([]);
  });

  it('takes its remark away when the cell is right, and keeps what people noted', () => {
    const cell = cellOf('wrote');
    realm.book.tab(tab).cells.set(cell, { note: 'Сверить с журналом' });
    type(cell, 'пять');
    expect(note(cell)).toMatch(/^Сверить с журналом\n\nМСОКО: /);
    type(cell, 5);
    expect(note(cell)).toBe('Сверить с журналом');
    expect(colour(cell)).toBeUndefined();
  });

  it('refuses personal data: what stood before comes back, and the note says why without repeating them', () => {
    const cell = cellOf('note');
    type(cell, '112-233-445 95', 'сведения уточняются');
    expect(realm.book.value(tab, cell)).toBe('сведения уточняются');
    expect(note(cell)).toContain('персональные данные: номер СНИЛС');
    expect(note(cell)).not.toContain('112');
    type(cellOf('wrote'), '112-233-445 95');
    expect(realm.book.value(tab, cellOf('wrote'))).toBeUndefined();
  });

  it('checks a pasted block as a whole and names its rows', () => {
    const [first, second] = [cellOf('wrote', 0), cellOf('wrote', 1)];
    realm.book.type(tab, first, 'сто');
    realm.book.type(tab, second, 7);
    realm.calls.clear();
    realm.run('onEdit', realm.edit(tab, `${first}:${second}`));
    expect(realm.ui.toasts.at(-1)).toMatch(
      /^.*Вставлено ячеек для заполнения: 2, с замечаниями: 1\.\nЯчейка /,
    );
    expect(note(first)).toContain('«сто»');
    expect(note(second)).toBe('');
  });

  it('reads and writes the edited range and hidden keys only, whatever stands elsewhere', () => {
    const cell = cellOf('wrote');
    type(cell, 1);
    type(cell, 'два');
    const { row } = placeOf(cell);
    const places = realm.calls.log.filter(({ kind }) => kind !== 'other').map(({ where }) => where);
    // the second edit finds the definitions in the cache
    expect(places.every((where) => where.startsWith(`${tab}!`))).toBe(true);
    const own = places.filter((where) => !where.startsWith(`${tab}!A`));
    expect(new Set(own)).toEqual(new Set([`${tab}!${cell}`]));
    expect(places.filter((where) => where.startsWith(`${tab}!A`))).toContain(`${tab}!A1:A${row}`);
    expect(realm.calls.count('write')).toBe(2);
  });

  it('finds the keys wherever a person moved the columns', () => {
    const cell = cellOf('wrote');
    const moved = (at: string) => addressOf(placeOf(at).row, placeOf(at).column + 2);
    shiftTab(realm.book.tab(tab), 0, 2);
    type(moved(cell), 'три');
    expect(note(moved(cell))).toContain('«три»');
  });

  it('leaves tabs without keys alone', () => {
    const [title] = realm.book.tabs;
    realm.book.person = realm.book.owner;
    realm.book.type(title!.name, 'A1', 'что угодно');
    realm.calls.clear();
    realm.run('onEdit', realm.edit(title!.name, 'A1'));
    expect(realm.calls.count('write')).toBe(0);
  });

  it('leaves a huge block to the whole check, and says nothing of it on tabs without keys', () => {
    realm.run('onEdit', realm.edit(tab, 'A1:J501'));
    expect(realm.ui.toasts).toEqual([expect.stringContaining('Проверить всё')]);
    const [title] = realm.book.tabs;
    realm.run('onEdit', realm.edit(title!.name, 'A1:J501'));
    expect(realm.ui.toasts).toHaveLength(1);
  });
});
