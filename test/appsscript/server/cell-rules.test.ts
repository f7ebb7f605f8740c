import { beforeEach, describe, expect, it } from 'vitest';
import { Book, emptyTab } from '../fakes/book.ts';
import { openRealm, type Realm } from '../realm.ts';

/** A tab with one register of a list and an element, and definitions of so many elements. */
function workbook(elements: number, titles: number): Book {
  const form = emptyTab(1, 'Форма');
  const cells = { A1: 'msoko:keys:1', A2: '#cols', B2: '2024/25', A3: `e.n${elements - 1}` };
  for (const [at, value] of Object.entries(cells)) form.cells.set(at, { value });
  const records = emptyTab(2, 'Реестр');
  const keys = { A1: 'msoko:records:1', A2: '#fields', B2: 'acts.kind' };
  for (const [at, value] of Object.entries(keys)) records.cells.set(at, { value });
  const forms = emptyTab(3, '_forms', true);
  const row = (at: number, kind: string, code: string, content: object): void => {
    const json = JSON.stringify(content);
    forms.cells.set(`A${at}`, { value: kind });
    forms.cells.set(`B${at}`, { value: code });
    forms.cells.set(`C${at}`, { value: json });
  };
  for (let i = 0; i < elements; i++) row(i + 1, 'element', `e.n${i}`, { type: 'integer', unit: '', max: 9 });
  const list = Array.from({ length: titles }, (_, i) => [
    `c${i}`,
    `Вид документа с длинным названием № ${i}`,
  ]);
  row(elements + 1, 'record', 'acts', {
    fields: [{ code: 'kind', name: 'Вид', type: 'list', unit: '', list }],
  });
  return new Book('Книга', [form, records, forms]);
}

describe('rules of cells', () => {
  let realm: Realm;
  const readsOfForms = (): number =>
    realm.calls.log.filter(({ kind, where }) => kind === 'read' && where.startsWith('_forms!')).length;
  const edit = (tab: string, cell: string, value: string | number): string | undefined => {
    realm.book.type(tab, cell, value);
    realm.calls.clear();
    realm.run('onEdit', realm.edit(tab, cell));
    return realm.book.tab(tab).cells.get(cell)?.note;
  };

  describe('of more elements than a cache holds entries', () => {
    beforeEach(async () => {
      realm = await openRealm(workbook(1500, 3));
    });
    it('are kept all the same: the second edit asks the sheet for none', () => {
      expect(edit('Форма', 'B3', 'сто')).toContain('«сто»');
      expect(readsOfForms()).toBe(1);
      expect(edit('Форма', 'B3', 'двести')).toContain('«двести»');
      expect(readsOfForms()).toBe(0);
      expect(edit('Реестр', 'B3', 'чего нет')).toContain('чего нет');
      expect(readsOfForms()).toBe(0);
    });
  });

  it('with a list too long for an entry are read each time', async () => {
    realm = await openRealm(workbook(10, 2500));
    for (let i = 0; i < 2; i++) {
      expect(edit('Реестр', 'B3', `чего нет ${i}`)).toContain('чего нет');
      expect(readsOfForms()).toBe(1);
    }
    expect(edit('Форма', 'B3', 'сто')).toContain('«сто»');
  });
});
