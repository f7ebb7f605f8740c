import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SpreadsheetCache, spreadsheetHash } from '../../../../etl/google/read/cache.ts';
import type { WorkbookData } from '../../../../shared/parse/workbook.ts';
import { freshFolder } from '../../../e2e/msoko.ts';

const book = (text: string, name = 'Форма'): WorkbookData => ({
  sheets: [
    {
      name,
      hidden: false,
      gid: 7,
      cells: [
        { row: 1, column: 1, scalar: { type: 'text', value: text } },
        { row: 2, column: 3, scalar: { type: 'number', value: 0.1 }, formula: true },
      ],
      merges: [{ firstRow: 1, firstColumn: 1, lastRow: 1, lastColumn: 2 }],
    },
  ],
  modified: '2025-06-01T10:00:00.000Z',
});

describe('the cache of spreadsheets', () => {
  const store = freshFolder();
  const cache = new SpreadsheetCache(store);
  const kept = () => readdirSync(join(store, 'google')).sort();

  it('gives back the cells that were read, for the very content that is asked for', async () => {
    const hash = spreadsheetHash(book('н/д'));
    await cache.write('a', hash, book('н/д'));
    expect(await cache.read('a', hash)).toEqual({ sheets: book('н/д').sheets });
    expect(await cache.read('a', 'another')).toBeUndefined();
    expect(await cache.read('b', hash)).toBeUndefined();
    expect(spreadsheetHash(book('да'))).not.toBe(hash);
    expect(spreadsheetHash({ ...book('н/д'), modified: '2026-01-01' })).toBe(hash);
  });

  it.each([
    ['a cell', book('Иванов Иван Иванович')],
    ['the name of a tab', book('н/д', 'Иванов_Иван_Иванович')],
  ])(
    'keeps nothing of a spreadsheet with personal data in %s, nor what it kept before',
    async (_, personal) => {
      await cache.write('p', 'h', book('н/д'));
      expect(kept()).toContain('p.json.gz');
      await cache.write('p', 'h', personal);
      expect(kept()).not.toContain('p.json.gz');
    },
  );

  it('drops what belongs to spreadsheets that are not there any more', async () => {
    await cache.write('b', 'h', book('н/д'));
    expect(kept()).toEqual(['a.json.gz', 'b.json.gz']);
    await cache.keepOnly(new Set(['b']));
    expect(kept()).toEqual(['b.json.gz']);
  });
});
