import { beforeAll, describe, expect, it } from 'vitest';
import { entries } from '../../appsscript/entries.ts';
import { Book, emptyTab } from './fakes/book.ts';
import { builtAddon, openRealm, type Realm } from './realm.ts';

describe('entry points of the built script', () => {
  let realm: Realm;
  beforeAll(async () => {
    realm = await openRealm(new Book('Проба', [emptyTab(7, 'Начало'), emptyTab(8, '_forms', true)]));
  });

  it.each(entries.map(({ name }) => name))('%s is a top-level function', (name) => {
    expect(realm.has(name)).toBe(true);
  });

  it('makes the menu of the list', () => {
    realm.run('onOpen', {});
    const [menu] = realm.ui.menus;
    expect(menu?.items.map((item) => item.name)).toEqual(
      entries.filter(({ kind }) => kind === 'menu').map(({ name }) => name),
    );
  });

  it('shows a cell, and says when its tab is gone', () => {
    expect(realm.call('goTo', { tab: 7, cell: 'C5' })).toBe(true);
    expect(realm.book.active.cell).toBe('C5');
    expect(realm.call('goTo', { tab: 99, cell: 'C5' })).toBe(false);
  });
});

describe('pages', () => {
  // a page is sent anew each time it is opened; texts of other rooms are what makes it heavy unseen
  it.each([
    ['forms', 155],
    ['activity', 110],
    ['records', 120],
    ['submit', 30],
    ['district', 30],
  ])('%s stays below %d kB', async (name, most) => {
    const page = (await builtAddon()).get(`${name}.html`) ?? '';
    expect(page.length).toBeGreaterThan(1000);
    expect(Buffer.byteLength(page)).toBeLessThan(most * 1000);
  });
});
