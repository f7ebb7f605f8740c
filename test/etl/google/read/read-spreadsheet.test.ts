import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Google } from '../../../../etl/google/client/google.ts';
import { readSpreadsheet } from '../../../../etl/google/read/read-spreadsheet.ts';
import { workbookLimits } from '../../../../etl/xlsx/reading/limits.ts';
import { tabMarks } from '../../../../shared/live-state/tab-mark.ts';
import type { CellScalar } from '../../../../shared/parse/workbook.ts';
import { clientOf } from '../../../google/client.ts';
import { type GoogleServer, startGoogle } from '../../../google/server.ts';

let g: GoogleServer;
let google: Google;

beforeAll(async () => {
  g = await startGoogle();
  google = await clientOf(g, { scopeNames: ['spreadsheets.readonly', 'drive.metadata.readonly'] });
});
afterAll(async () => {
  expect(g.violations).toEqual([]);
  await g.stop();
});

/** A person's spreadsheet with one tab «Лист». */
function newBook(locale = 'ru_RU'): string {
  const id = g.people.newBook('Книга', g.folderId);
  g.people.renameTab(id, g.people.tabs(id)[0]!, 'Лист');
  const properties = { updateSpreadsheetProperties: { properties: { locale }, fields: 'locale' } };
  g.people.request(id, () => properties, 'Лист');
  return id;
}

async function read(id: string, limits = workbookLimits) {
  const reading = await readSpreadsheet(google, id, { modified: '2025-06-01T10:00:00.000Z', limits });
  if (!reading.ok) throw new Error(JSON.stringify(reading.issue));
  return reading.workbook;
}

describe('a typed cell', () => {
  const cases: readonly (readonly [string, string | number | boolean, CellScalar])[] = [
    ['a number', 12.5, { type: 'number', value: 12.5 }],
    ['a number with a comma', '12,5', { type: 'number', value: 12.5 }],
    ['zero', 0, { type: 'number', value: 0 }],
    ['a percent', '85%', { type: 'number', value: 0.85, percent: true }],
    ['a date', '01.05.2025', { type: 'date', day: '2025-05-01' }],
    ['a text', 'н/д', { type: 'text', value: 'н/д' }],
    ['a text that looks like a number', "'007", { type: 'text', value: '007' }],
    ['a text that looks like an error', "'#DIV/0!", { type: 'text', value: '#DIV/0!' }],
    ['a yes', true, { type: 'boolean', value: true }],
    ['an error', '=1/0', { type: 'error', value: '#DIV/0!' }],
    ['a text longer than cells may be', 'я'.repeat(33_000), { type: 'text', value: 'я'.repeat(32_767) }],
  ];

  it('is what the reader of .xlsx would give for it', async () => {
    const id = newBook();
    g.people.typeMany(id, 'Лист', Object.fromEntries(cases.map(([, typed], i) => [`B${i + 2}`, typed])));
    const [sheet] = (await read(id)).sheets;
    expect(sheet!.cells.map(({ row, column, scalar }) => [row, column, scalar])).toEqual(
      cases.map(([, , scalar], i) => [i + 2, 2, scalar]),
    );
  });

  it('is told from a result of a formula', async () => {
    const id = newBook();
    g.people.typeMany(id, 'Лист', { A1: 2, A2: '=A1*3', A3: '=""', A4: '01.05.2025' });
    g.people.typeMany(id, 'Лист', { A5: '=LATER()', A6: '=NONE()' });
    g.people.result(id, 'Лист', 'A5', { error: 'LOADING' });
    g.people.result(id, 'Лист', 'A6', { error: 'N_A' });
    const [sheet] = (await read(id)).sheets;
    expect(sheet!.cells).toEqual([
      { row: 1, column: 1, scalar: { type: 'number', value: 2 } },
      { row: 2, column: 1, scalar: { type: 'number', value: 6 }, formula: true },
      { row: 4, column: 1, scalar: { type: 'date', day: '2025-05-01' } },
      { row: 5, column: 1, scalar: { type: 'uncached' } },
      { row: 6, column: 1, scalar: { type: 'error', value: '#N/A' } },
    ]);
  });

  it('has a value only at the first cell of a merge', async () => {
    const id = newBook();
    g.people.typeMany(id, 'Лист', { B2: 1, C5: 2 });
    const range = { startRowIndex: 1, endRowIndex: 3, startColumnIndex: 1, endColumnIndex: 4 };
    const merge = (sheetId: number) => ({
      mergeCells: { range: { sheetId, ...range }, mergeType: 'MERGE_ALL' },
    });
    g.people.request(id, merge, 'Лист');
    const [sheet] = (await read(id)).sheets;
    expect(sheet!.merges).toEqual([{ firstRow: 2, firstColumn: 2, lastRow: 3, lastColumn: 4 }]);
    expect(sheet!.cells.map(({ row, column }) => [row, column])).toEqual([
      [2, 2],
      [5, 3],
    ]);
  });
});

describe('tabs', () => {
  it('come in their order, with what is hidden; our own and kept copies are not read', async () => {
    const id = newBook();
    for (const name of ['_calc', "Имя с 'кавычкой'", 'Свод', 'Прежний', 'Видимый _calc']) {
      g.people.type(id, name, 'A1', g.people.addTab(id, name));
    }
    g.people.hideTab(id, '_calc');
    g.people.hideTab(id, "Имя с 'кавычкой'");
    g.people.moveTab(id, "Имя с 'кавычкой'", 0);
    for (const [tab, metadataKey] of [
      ['Свод', tabMarks.own],
      ['Прежний', tabMarks.former],
      ['Лист', tabMarks.entry],
    ] as const) {
      const mark = (sheetId: number) => ({
        createDeveloperMetadata: {
          developerMetadata: {
            metadataKey,
            metadataValue: 'x',
            location: { sheetId },
            visibility: 'DOCUMENT',
          },
        },
      });
      g.people.request(id, mark, tab);
    }
    g.people.addChart(id, 'Лист');
    const { sheets, modified } = await read(id);
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ["Имя с 'кавычкой'", true],
      ['Лист', false],
      ['Видимый _calc', false],
    ]);
    const [moved] = sheets;
    expect(moved!.cells[0]!.scalar).toEqual({ type: 'number', value: moved!.gid });
    expect(modified).toBe('2025-06-01T10:00:00.000Z');
  });

  it('with very long names are asked for in several requests', async () => {
    const id = newBook();
    for (let n = 0; n < 15; n++) {
      const name = `${n} ${'длинное имя '.repeat(8)}`;
      g.people.addTab(id, name);
      g.people.type(id, name, 'A1', n);
    }
    const from = g.log.length;
    const { sheets } = await read(id);
    expect(sheets.slice(1).map(({ cells }) => cells[0]!.scalar)).toEqual(
      Array.from({ length: 15 }, (_, value) => ({ type: 'number', value })),
    );
    expect(g.log.slice(from).map(({ method }) => method.split('.').pop())).toEqual([
      'get',
      'batchGet',
      'batchGet',
    ]);
  });
});

describe('a spreadsheet that bears tabs of ours', () => {
  /** One person's tab, and 500 long texts in a tab that we write. */
  function bookWithOwnTab(): string {
    const id = newBook();
    g.people.typeMany(id, 'Лист', { A1: 1, B2: '85%', C3: '=1/0' });
    const sheetId = g.people.addTab(id, 'Свод');
    const cells = Array.from({ length: 500 }, (_, n) => [`A${n + 1}`, 'я'.repeat(100)] as const);
    g.people.typeMany(id, 'Свод', Object.fromEntries(cells));
    const developerMetadata = {
      metadataKey: tabMarks.own,
      metadataValue: 'summary/x/1',
      location: { sheetId },
      visibility: 'DOCUMENT',
    };
    g.people.request(id, () => ({ createDeveloperMetadata: { developerMetadata } }), 'Свод');
    return id;
  }

  it('is read without their cells, to the same content', async () => {
    const id = bookWithOwnTab();
    const whole = await readSpreadsheet(google, id);
    const from = g.log.length;
    expect(await readSpreadsheet(google, id, { hasOwnTabs: true })).toEqual(whole);
    const asked = g.log.slice(from).map(({ method, params }) => [method.split('.').pop(), params.ranges]);
    expect(asked).toEqual([
      ['get', undefined],
      ['get', "'Лист'"],
      ['batchGet', "'Лист'"],
    ]);
  });

  it('is not too large because of them', async () => {
    const id = bookWithOwnTab();
    const limits = { ...workbookLimits, fileBytes: 3000 };
    const reading = await readSpreadsheet(google, id, { limits });
    expect(reading.ok && reading.workbook.sheets.map(({ name }) => name)).toEqual(['Лист']);
  });

  it('counts them among its tabs', async () => {
    const limits = { ...workbookLimits, sheets: 1 };
    const reading = await readSpreadsheet(google, bookWithOwnTab(), { hasOwnTabs: true, limits });
    expect(!reading.ok && [reading.title, reading.issue.params]).toEqual([
      'Книга',
      { limit: 'sheets', most: 1 },
    ]);
  });
});

describe('limits', () => {
  const issueOf = async (id: string, limits: Partial<typeof workbookLimits>) => {
    const reading = await readSpreadsheet(google, id, { limits: { ...workbookLimits, ...limits } });
    return reading.ok ? 'ok' : reading.issue;
  };

  it('of tabs, cells and bytes refuse a spreadsheet as they refuse a file', async () => {
    const id = newBook();
    g.people.addTab(id, 'Второй');
    g.people.typeMany(id, 'Лист', { A1: 1, C2: 1 });
    expect(await issueOf(id, { sheets: 2, cells: 4 })).toBe('ok');
    expect(await issueOf(id, { sheets: 1 })).toEqual({
      code: 'file.too_large',
      params: { limit: 'sheets', most: 1 },
    });
    expect(await issueOf(id, { cells: 3 })).toEqual({
      code: 'file.too_large',
      params: { limit: 'cells', most: 3 },
    });
    expect(await issueOf(id, { fileBytes: 100 })).toEqual({ code: 'file.too_large', params: {} });
  });
});
