import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Book, BookTab } from '../../../../etl/google/write/read-book.ts';
import { tabPlaces } from '../../../../etl/google/write/tab-places.ts';
import { freeTitle } from '../../../../etl/google/write/tab-title.ts';

const tab = (sheetId: number, more: Partial<BookTab> = {}): BookTab => ({
  sheetId,
  title: `${sheetId}`,
  isHidden: false,
  rows: 1,
  columns: 1,
  isEntry: false,
  charts: [],
  conditions: 0,
  hasFilter: false,
  protections: [],
  ...more,
});
const entry = (sheetId: number) => tab(sheetId, { isEntry: true });
const hidden = (sheetId: number) => tab(sheetId, { isEntry: true, isHidden: true });
const wanted = (...ids: number[]) => ids.map((sheetId) => ({ sheetId, isHidden: sheetId >= 900 }));

/** Order of the tabs after the new ones were added, one after the other. */
function ordered(tabs: readonly BookTab[], ids: readonly number[]): number[] {
  const book: Book = { title: '', tabs };
  const places = tabPlaces(book, wanted(...ids));
  const order = tabs.map(({ sheetId }) => sheetId);
  for (const id of ids) {
    const index = places.get(id);
    if (index === undefined) continue;
    expect(index).toBeLessThanOrEqual(order.length);
    order.splice(index, 0, id);
  }
  return order;
}

describe('tabPlaces', () => {
  it.each([
    [
      'behind those that people fill in',
      [entry(1), entry(2), tab(50), hidden(60)],
      [101, 102],
      [1, 2, 101, 102, 50, 60],
    ],
    ['first where nobody fills in anything', [tab(50)], [101, 102], [101, 102, 50]],
    ['hidden ones last', [entry(1), tab(50)], [101, 900], [1, 101, 50, 900]],
    [
      'behind the one before it, wherever that was moved',
      [tab(102), entry(1), tab(101)],
      [101, 103, 102],
      [102, 1, 101, 103],
    ],
    ['before the next where none is before it', [entry(1), tab(50), tab(102)], [101, 102], [1, 50, 101, 102]],
    ['nothing to do', [entry(1), tab(101)], [101], [1, 101]],
  ])('%s', (_, tabs, ids, expected) => {
    expect(ordered(tabs, ids)).toEqual(expected);
  });

  it('adds each once and moves nobody', () => {
    const kinds = fc.constantFrom('entry', 'hidden', 'other', 'own');
    fc.assert(
      fc.property(fc.array(kinds, { maxLength: 8 }), fc.integer({ min: 1, max: 6 }), (found, n) => {
        const ids = Array.from({ length: n }, (_, i) => 101 + i);
        let own = 0;
        const tabs = found.flatMap((kind, i) => {
          if (kind === 'own') return own < n ? [tab(ids[own++]!)] : [];
          return [kind === 'entry' ? entry(i + 1) : kind === 'hidden' ? hidden(i + 1) : tab(i + 1)];
        });
        const order = ordered(tabs, ids);
        expect([...order].sort()).toEqual([...new Set([...tabs.map((t) => t.sheetId), ...ids])].sort());
        const before = new Set(tabs.map((t) => t.sheetId));
        expect(order.filter((id) => before.has(id))).toEqual(tabs.map((t) => t.sheetId));
      }),
    );
  });
});

describe('freeTitle', () => {
  it.each([
    ['Обзор', [], 'Обзор'],
    ['Обзор', ['Показатели'], 'Обзор'],
    ['Обзор', ['ОБЗОР'], 'Обзор (МСОКО)'],
    ['Обзор', ['Обзор', 'обзор (мсоко)'], 'Обзор (МСОКО 2)'],
    ['я'.repeat(100), ['я'.repeat(100)], `${'я'.repeat(92)} (МСОКО)`],
  ])('%s beside %j is %s', (title, taken, expected) => {
    expect(freeTitle(title, taken)).toBe(expected);
  });
});
