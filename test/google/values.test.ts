import { beforeEach, describe, expect, it } from 'vitest';
import { ownGoogle } from './own-google.ts';

const { g, google } = await ownGoogle();
let id: string;

beforeEach(() => {
  id = g.people.newBook('Книга', g.folderId);
  g.people.request(
    id,
    () => ({ updateSpreadsheetProperties: { properties: { locale: 'ru_RU' }, fields: 'locale' } }),
    'Sheet1',
  );
});

const read = async (range: string, valueRenderOption = 'UNFORMATTED_VALUE', more: object = {}) =>
  google.call('sheets_read', () =>
    google.sheets.spreadsheets.values.get({ spreadsheetId: id, range, valueRenderOption, ...more }),
  );

describe('reading values', () => {
  const fill = () =>
    g.people.typeMany(id, 'Sheet1', { A1: 'a', C1: 3, B3: true, A5: '0,5', D9: '01.09.2025' });

  it.each([
    ['Sheet1!A1:D4', 'Sheet1!A1:D4', [['a', '', 3], [], ['', true]]],
    ['Sheet1!B1:B2', 'Sheet1!B1:B2', undefined],
    ['A:A', 'Sheet1!A1:A1000', [['a'], [], [], [], [0.5]]],
    ['Sheet1!A5:5', 'Sheet1!A5:Z5', [[0.5]]],
    ['Sheet1!C:D', 'Sheet1!C1:D1000', [[3], [], [], [], [], [], [], [], ['', 45901]]],
    ["'sheet1'!D9", 'Sheet1!D9', [[45901]]],
    ['Sheet1!A998:B2000', 'Sheet1!A998:B1000', undefined],
  ])('%s: trailing emptiness is cut', async (range, said, values) => {
    fill();
    const answer = await read(range);
    expect(answer.range).toBe(said);
    expect(answer.values).toEqual(values);
  });

  it('by columns, as text, as formula', async () => {
    fill();
    g.people.type(id, 'Sheet1', 'A2', '=5+7');
    expect((await read('A1:C3', 'UNFORMATTED_VALUE', { majorDimension: 'COLUMNS' })).values).toEqual([
      ['a', 12],
      ['', '', true],
      [3],
    ]);
    expect((await read('A2:A5', 'FORMATTED_VALUE')).values).toEqual([['12'], [], [], ['0,5']]);
    expect((await read('A2', 'FORMULA')).values).toEqual([['=5+7']]);
    const dated = await read('D9', 'UNFORMATTED_VALUE', { dateTimeRenderOption: 'FORMATTED_STRING' });
    expect(dated.values).toEqual([['01.09.2025']]);
  });

  it('one batch answers in the order asked', async () => {
    fill();
    const answer = await google.call('sheets_read', () =>
      google.sheets.spreadsheets.values.batchGet({
        spreadsheetId: id,
        ranges: ['Sheet1!C1', 'Sheet1!A1', 'Sheet1!B1'],
        valueRenderOption: 'UNFORMATTED_VALUE',
      }),
    );
    expect(answer.valueRanges?.map((item) => item.values)).toEqual([[[3]], [['a']], undefined]);
  });

  it.each([
    ['Nowhere!A1', 'Unable to parse range: Nowhere!A1'],
    ['Sheet1!A1001', 'Range (Sheet1!A1001) exceeds grid limits. Max rows: 1000, max columns: 26'],
    ['Sheet1!AA1:AB2', 'exceeds grid limits'],
  ])('%s is refused', async (range, message) => {
    await expect(read(range)).rejects.toThrow(message);
  });

  it('an error comes as its text with the reason', async () => {
    g.people.type(id, 'Sheet1', 'A1', '=1/0');
    expect((await read('A1')).values).toEqual([['#DIV/0! (Function DIVIDE parameter 2 cannot be zero.)']]);
    expect((await read('A1', 'FORMATTED_VALUE')).values).toEqual([['#DIV/0!']]);
  });
});

describe('writing values', () => {
  const write = (range: string, values: unknown[][], valueInputOption = 'RAW') =>
    google.call('sheets_write', () =>
      google.sheets.spreadsheets.values.update({
        spreadsheetId: id,
        range,
        valueInputOption,
        requestBody: { values },
      }),
    );

  it('RAW keeps texts, USER_ENTERED types them in', async () => {
    await write('A1:A4', [['=1+1'], ['007'], [5], [true]]);
    expect((await read('A1:A4')).values).toEqual([['=1+1'], ['007'], [5], [true]]);
    await write('B1:B6', [['=1+1'], ['007'], ['12%'], ['1 000,5'], ["'15"], ['1.5']], 'USER_ENTERED');
    expect((await read('B1:B6')).values).toEqual([[2], [7], [0.12], [1000.5], ['15'], ['1.5']]);
  });

  it('null leaves a cell, an empty text empties it', async () => {
    await write('A1:C1', [[1, 2, 3]]);
    await write('A1:C1', [[null, '', 4]]);
    expect((await read('A1:C1')).values).toEqual([[1, '', 4]]);
  });

  it('stays within the range it named, and within the grid', async () => {
    await expect(write('A1:B1', [[1, 2, 3]])).rejects.toThrow('tried writing to column [3]');
    await expect(write('A1000', [[1], [2]])).rejects.toThrow('tried writing to row [1001]');
    expect((await read('A1:Z1000')).values).toBeUndefined();
  });

  it('a batch of ranges is atomic', async () => {
    const batch = google.call('sheets_write', () =>
      google.sheets.spreadsheets.values.batchUpdate({
        spreadsheetId: id,
        requestBody: {
          valueInputOption: 'RAW',
          data: [
            { range: 'A1', values: [[1]] },
            { range: 'Nowhere!A1', values: [[1]] },
          ],
        },
      }),
    );
    await expect(batch).rejects.toThrow('Unable to parse range: Nowhere!A1');
    expect((await read('A1')).values).toBeUndefined();
  });
});

describe('reading a spreadsheet', () => {
  const get = (params: object) =>
    google.call('sheets_read', () => google.sheets.spreadsheets.get({ spreadsheetId: id, ...params }));

  it('a mask selects fields, walks lists and asks for cells', async () => {
    g.people.addTab(id, 'Второй');
    g.people.type(id, 'Sheet1', 'B2', 'да');
    expect(await get({ fields: 'sheets.properties(title,index),properties.locale' })).toEqual({
      properties: { locale: 'ru_RU' },
      sheets: [{ properties: { title: 'Sheet1', index: 0 } }, { properties: { title: 'Второй', index: 1 } }],
    });
    const { sheets } = await get({ fields: 'sheets(data/rowData/values/userEnteredValue)' });
    expect(sheets).toEqual([
      { data: [{ rowData: [{}, { values: [{}, { userEnteredValue: { stringValue: 'да' } }] }] }] },
      { data: [{}] },
    ]);
  });

  it('ranges choose tabs and blocks; offsets of 0 and a tab id of 0 are not said in ranges', async () => {
    const second = g.people.addTab(id, 'Второй');
    g.people.request(
      id,
      (sheetId) => ({
        mergeCells: {
          range: { sheetId, startRowIndex: 0, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 1 },
          mergeType: 'MERGE_ALL',
        },
      }),
      'Sheet1',
    );
    g.people.typeMany(id, 'Sheet1', { A1: 1, C3: 2 });
    const { sheets } = await get({ ranges: ['Sheet1!A1:A2', 'Sheet1!C3:D4'], includeGridData: true });
    expect(sheets!.map((sheet) => sheet.properties!.sheetId)).toEqual([0]);
    expect(
      sheets![0]!.data!.map(({ startRow, startColumn, rowData }) => [startRow, startColumn, rowData?.length]),
    ).toEqual([
      [undefined, undefined, 1],
      [2, 2, 1],
    ]);
    expect(sheets![0]!.data![1]!.rowMetadata).toHaveLength(2);
    expect(sheets![0]!.merges).toEqual([
      { startRowIndex: 0, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 1 },
    ]);
    const whole = await get({});
    expect(whole.sheets!.map((sheet) => [sheet.properties!.sheetId, sheet.data])).toEqual([
      [0, undefined],
      [second, undefined],
    ]);
  });
});
