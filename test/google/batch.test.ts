import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { GoogleError } from '../../etl/google/client/google-error.ts';
import { ownGoogle } from './own-google.ts';

type Request = sheets_v4.Schema$Request;

const { g, google } = await ownGoogle();
let id: string;

beforeEach(() => {
  id = g.people.newBook('Книга', g.folderId);
  g.people.request(
    id,
    () => ({ updateSheetProperties: { properties: { sheetId: 0, title: 'Лист' }, fields: 'title' } }),
    'Sheet1',
  );
});

async function batch(...requests: Request[]): Promise<sheets_v4.Schema$Response[]> {
  const answer = await google.call('sheets_write', () =>
    google.sheets.spreadsheets.batchUpdate({ spreadsheetId: id, requestBody: { requests } }),
  );
  return answer.replies ?? [];
}

async function get(fields: string): Promise<sheets_v4.Schema$Spreadsheet> {
  return google.call('sheets_read', () => google.sheets.spreadsheets.get({ spreadsheetId: id, fields }));
}

const range = (a: number, b: number, c: number, d: number, sheetId = 0): sheets_v4.Schema$GridRange => ({
  sheetId,
  startRowIndex: a,
  endRowIndex: b,
  startColumnIndex: c,
  endColumnIndex: d,
});

const cells = (rowIndex: number, columnIndex: number, ...rows: (number | string)[][]): Request => ({
  updateCells: {
    start: { sheetId: 0, rowIndex, columnIndex },
    rows: rows.map((row) => ({
      values: row.map((value) => ({
        userEnteredValue:
          typeof value === 'number'
            ? { numberValue: value }
            : value.startsWith('=')
              ? { formulaValue: value }
              : { stringValue: value },
      })),
    })),
    fields: 'userEnteredValue',
  },
});

const chart = (chartId: number): Request => ({
  addChart: {
    chart: {
      chartId,
      spec: {
        title: 'Доли',
        basicChart: {
          chartType: 'COLUMN',
          domains: [{ domain: { sourceRange: { sources: [range(0, 4, 0, 1)] } } }],
          series: [{ series: { sourceRange: { sources: [range(0, 4, 1, 2)] } }, targetAxis: 'LEFT_AXIS' }],
        },
      },
      position: { overlayPosition: { anchorCell: { sheetId: 0, rowIndex: 5, columnIndex: 2 } } },
    },
  },
});

describe('a batch', () => {
  it('is all or nothing', async () => {
    const before = g.people.book(id);
    await expect(
      batch(
        cells(0, 0, ['раз']),
        { addSheet: { properties: { title: 'Новый' } } },
        { deleteSheet: { sheetId: 99 } },
      ),
    ).rejects.toThrow('Invalid requests[2].deleteSheet: No sheet with id: 99');
    expect(g.people.book(id)).toEqual(before);
  });

  it('answers one reply per request, empty where there is nothing to say', async () => {
    const replies = await batch(
      cells(0, 0, ['раз']),
      { addSheet: { properties: { sheetId: 5, title: 'Пять', index: 0 } } },
      chart(77),
    );
    expect(replies).toMatchObject([
      {},
      { addSheet: { properties: { sheetId: 5, title: 'Пять', index: 0 } } },
      { addChart: { chart: { chartId: 77 } } },
    ]);
    expect(g.people.tabs(id)).toEqual(['Пять', 'Лист']);
  });

  it('refuses an empty one', async () => {
    await expect(batch()).rejects.toThrow('Must specify at least one request.');
  });
});

describe('what Google refuses', () => {
  const add = (properties: sheets_v4.Schema$SheetProperties): Request => ({ addSheet: { properties } });
  const protect = (protectedRangeId: number): Request => ({
    addProtectedRange: { protectedRange: { protectedRangeId, range: range(0, 1, 0, 1) } },
  });
  const named = (name: string, namedRangeId?: string): Request => ({
    addNamedRange: {
      namedRange: { name, ...(namedRangeId ? { namedRangeId } : {}), range: range(0, 1, 0, 1) },
    },
  });
  const metadata = (metadataId: number): Request => ({
    createDeveloperMetadata: {
      developerMetadata: { metadataId, metadataKey: 'k', visibility: 'DOCUMENT', location: { sheetId: 0 } },
    },
  });
  const cases: [name: string, requests: Request[], message: string][] = [
    [
      'a title twice',
      [add({ title: 'лист' })],
      'Invalid requests[0].addSheet: A sheet with the name "лист" already exists.',
    ],
    [
      'an id of a tab twice',
      [add({ sheetId: 0, title: 'А' })],
      'Invalid requests[0].addSheet: A sheet with id 0 already exists',
    ],
    ['a title of 101 letters', [add({ title: 'я'.repeat(101) })], 'cannot be greater than 100 characters'],
    ['a chart id twice', [chart(7), chart(7)], 'Invalid requests[1].addChart'],
    ['a protection id twice', [protect(7), protect(7)], 'Invalid requests[1].addProtectedRange'],
    ['a metadata id twice', [metadata(7), metadata(7)], 'Invalid requests[1].createDeveloperMetadata'],
    ['a named range id twice', [named('a_', 'x'), named('b_', 'x')], 'Invalid requests[1].addNamedRange'],
    ['a name twice', [named('Доля'), named('доля')], 'Cannot add named range with name доля'],
    ['a name like a cell', [named('AB12')], 'The name you provided is invalid'],
    [
      'removing the only tab',
      [{ deleteSheet: { sheetId: 0 } }],
      "You can't remove all the sheets in a document.",
    ],
    [
      'cells of no tab',
      [{ repeatCell: { range: range(0, 1, 0, 1, 8), cell: {}, fields: '*' } }],
      'No grid with id: 8',
    ],
    [
      'a start below the grid',
      [cells(1000, 0, [1])],
      'GridCoordinate.rowIndex[1000] is after last row in grid[999]',
    ],
    [
      'a row too many',
      [cells(999, 0, [1], [2])],
      'Attempting to write row: 1000, beyond the last requested row of: 999',
    ],
    [
      'a column too many',
      [cells(0, 25, [1, 2])],
      'Attempting to write column: 26, beyond the last requested column of: 25',
    ],
    [
      'a range that starts past the grid',
      [{ repeatCell: { range: range(1000, 1001, 0, 1), cell: { note: 'x' }, fields: 'note' } }],
      "Range ('Лист'!A1001) exceeds grid limits. Max rows: 1000, max columns: 26",
    ],
    [
      'more than ten million cells',
      [add({ title: 'Большой', gridProperties: { rowCount: 400_000, columnCount: 25 } })],
      'above the limit of 10000000 cells',
    ],
    [
      'a text of 50,001 letters',
      [cells(0, 0, ['я'.repeat(50_001)])],
      'more than the maximum of 50000 characters',
    ],
    [
      'freezing every row',
      [add({ title: 'Л', gridProperties: { rowCount: 2, columnCount: 2, frozenRowCount: 2 } })],
      "You can't freeze all visible rows",
    ],
    [
      'half of a merge',
      [
        { mergeCells: { range: range(0, 2, 0, 2), mergeType: 'MERGE_ALL' } },
        { unmergeCells: { range: range(0, 1, 0, 1) } },
      ],
      'You must select all cells in a merged range',
    ],
    [
      'a chart on no tab',
      [{ updateChartSpec: { chartId: 5, spec: { basicChart: {} } } }],
      'Invalid requests[0].updateChartSpec: No chart with id: 5',
    ],
    [
      'a condition without its values',
      [
        {
          setDataValidation: {
            range: range(0, 1, 0, 1),
            rule: { condition: { type: 'NUMBER_BETWEEN', values: [{ userEnteredValue: '1' }] } },
          },
        },
      ],
      "Condition 'NUMBER_BETWEEN' requires exactly 2 ConditionValues",
    ],
    [
      'a protection that locks out the one who makes it',
      [
        {
          addProtectedRange: {
            protectedRange: { range: { sheetId: 0 }, editors: { users: ['office@district.example'] } },
          },
        },
      ],
      "You can't remove yourself as an editor.",
    ],
  ];
  it.each(cases)('%s', async (_, requests, message) => {
    const before = g.people.book(id);
    const refusal = await batch(...requests).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(GoogleError);
    expect((refusal as GoogleError).code).toBe('bad_request');
    expect((refusal as GoogleError).message).toContain(message);
    expect(g.people.book(id)).toEqual(before);
  });
});

describe('masks of updates', () => {
  const look = async (): Promise<sheets_v4.Schema$CellData> =>
    (await get('sheets.data.rowData.values(userEnteredValue,userEnteredFormat,note)')).sheets![0]!.data![0]!
      .rowData![0]!.values![0]!;

  it.each<[mask: string, cell: sheets_v4.Schema$CellData, expected: sheets_v4.Schema$CellData]>([
    [
      'userEnteredValue',
      { userEnteredValue: { numberValue: 2 }, note: 'new' },
      { userEnteredValue: { numberValue: 2 }, note: 'old' },
    ],
    [
      'note',
      { userEnteredValue: { numberValue: 2 }, note: 'new' },
      { userEnteredValue: { numberValue: 1 }, note: 'new' },
    ],
    ['note', {}, { userEnteredValue: { numberValue: 1 }, note: undefined }],
    [
      'userEnteredFormat.textFormat.bold',
      { userEnteredFormat: { textFormat: { bold: true, fontSize: 30 } } },
      { userEnteredFormat: { textFormat: { bold: true, italic: true } }, note: 'old' },
    ],
    [
      'userEnteredFormat(textFormat.italic,wrapStrategy)',
      { userEnteredFormat: { wrapStrategy: 'WRAP' } },
      { userEnteredFormat: { wrapStrategy: 'WRAP' } },
    ],
  ])('%s', async (fields, cell, expected) => {
    await batch({
      updateCells: {
        start: { sheetId: 0 },
        rows: [
          {
            values: [
              {
                userEnteredValue: { numberValue: 1 },
                note: 'old',
                userEnteredFormat: { textFormat: { italic: true } },
              },
            ],
          },
        ],
        fields: '*',
      },
    });
    await batch({ updateCells: { start: { sheetId: 0 }, rows: [{ values: [cell] }], fields } });
    const found = await look();
    for (const key of Object.keys(expected) as (keyof sheets_v4.Schema$CellData)[])
      expect(found[key]).toEqual(expected[key]);
  });

  it('a range without rows is emptied, a start leaves the rest alone', async () => {
    await batch(cells(0, 0, [1, 2], [3, 4]));
    await batch({
      updateCells: {
        range: range(0, 1, 0, 2),
        rows: [{ values: [{ userEnteredValue: { numberValue: 9 } }] }],
        fields: 'userEnteredValue',
      },
    });
    expect([0, 1].map((c) => g.people.read(id, 'Лист', `${'AB'[c]}1`))).toEqual([9, undefined]);
    expect(g.people.read(id, 'Лист', 'B2')).toBe(4);
  });

  it('a grid made smaller loses what lay beyond', async () => {
    await batch(cells(0, 0, [1, 2], [3, 4]));
    await batch({
      updateSheetProperties: {
        properties: { sheetId: 0, gridProperties: { rowCount: 1 } },
        fields: 'gridProperties.rowCount',
      },
    });
    const { properties } = (await get('sheets.properties')).sheets![0]!;
    expect(properties!.gridProperties).toEqual({ rowCount: 1, columnCount: 26 });
    expect(g.people.read(id, 'Лист', 'B1')).toBe(2);
  });
});

describe('what moves with the rows', () => {
  const furnish = () =>
    batch(
      cells(0, 0, ['a', 1], ['b', 2], ['c', 3], ['сумма', '=SUM(B1:B3)+$B$2'], ['цитата', '="B2"&B2']),
      { addProtectedRange: { protectedRange: { protectedRangeId: 1, range: range(1, 3, 0, 2) } } },
      { addNamedRange: { namedRange: { namedRangeId: 'n', name: 'Данные', range: range(0, 3, 1, 2) } } },
      {
        createDeveloperMetadata: {
          developerMetadata: {
            metadataId: 1,
            metadataKey: 'key',
            metadataValue: 'b',
            visibility: 'DOCUMENT',
            location: { dimensionRange: { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 2 } },
          },
        },
      },
      { mergeCells: { range: range(1, 2, 3, 5), mergeType: 'MERGE_ALL' } },
      {
        addConditionalFormatRule: {
          rule: {
            ranges: [range(1, 3, 1, 2)],
            booleanRule: { condition: { type: 'NOT_BLANK' }, format: { textFormat: { bold: true } } },
          },
          index: 0,
        },
      },
      {
        setDataValidation: {
          range: range(1, 2, 1, 2),
          rule: { condition: { type: 'NUMBER_GREATER', values: [{ userEnteredValue: '0' }] }, strict: true },
        },
      },
      chart(9),
    );

  interface Places {
    protection?: number[];
    name?: number[];
    metadata?: number;
    merge?: number[];
    condition?: number[];
    validation?: number;
    anchor?: number;
    source?: number[];
    formula?: string;
    sum?: unknown;
  }
  const rows = (at: sheets_v4.Schema$GridRange | undefined) => at && [at.startRowIndex!, at.endRowIndex!];
  function places(formulaCell: string): Places {
    const book = g.people.book(id);
    const [tab] = book.tabs;
    const row = Number(formulaCell.slice(1)) - 1;
    return {
      protection: rows(tab!.protectedRanges[0]?.range),
      name: rows(book.namedRanges[0]?.range),
      metadata: book.metadata[0]?.location?.dimensionRange?.startIndex ?? undefined,
      merge: rows(tab!.merges[0]),
      condition: rows(tab!.conditionalFormats[0]?.ranges?.[0]),
      validation: tab!.rows.findIndex((line) => line?.[1]?.dataValidation),
      anchor: tab!.charts[0]?.position?.overlayPosition?.anchorCell?.rowIndex ?? undefined,
      source: rows(tab!.charts[0]?.spec?.basicChart?.series?.[0]?.series?.sourceRange?.sources?.[0]),
      formula: tab!.rows[row]?.[1]?.userEnteredValue?.formulaValue ?? undefined,
      sum: g.people.read(id, 'Лист', formulaCell),
    };
  }
  const start: Places = {
    protection: [1, 3],
    name: [0, 3],
    metadata: 1,
    merge: [1, 2],
    condition: [1, 3],
    validation: 1,
    anchor: 5,
    source: [0, 4],
    formula: '=SUM(B1:B3)+$B$2',
    sum: 8,
  };

  it('stands where it was put', async () => {
    await furnish();
    expect(places('B4')).toEqual(start);
  });

  it('follows two rows inserted above the second', async () => {
    await furnish();
    await batch({
      insertDimension: {
        range: { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 3 },
        inheritFromBefore: true,
      },
    });
    expect(places('B6')).toEqual({
      protection: [3, 5],
      name: [0, 5],
      metadata: 3,
      merge: [3, 4],
      condition: [3, 5],
      validation: 3,
      anchor: 7,
      source: [0, 6],
      formula: '=SUM(B1:B5)+$B$4',
      sum: 8,
    });
    expect(g.people.book(id).tabs[0]!.properties.gridProperties.rowCount).toBe(1002);
  });

  it('loses what is deleted and closes up', async () => {
    await furnish();
    await batch({
      deleteDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 2 } },
    });
    expect(places('B3')).toEqual({
      protection: [1, 2],
      name: [0, 2],
      metadata: undefined,
      merge: undefined,
      condition: [1, 2],
      validation: -1,
      anchor: 4,
      source: [0, 3],
      formula: '=SUM(B1:B2)+#REF!',
      sum: '#REF! (Reference does not exist)',
    });
    expect(g.people.book(id).tabs[0]!.rows[3]?.[1]?.userEnteredValue?.formulaValue).toBe('="B2"&#REF!');
  });

  it('follows a row dragged to the end', async () => {
    await furnish();
    await batch({
      moveDimension: {
        source: { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 2 },
        destinationIndex: 10,
      },
    });
    const moved = places('B3');
    expect(moved.metadata).toBe(9);
    expect(moved.merge).toEqual([9, 10]);
    expect(moved.validation).toBe(9);
    expect(moved.formula).toBe('=SUM(B1:B3)+$B$10');
    expect(g.people.read(id, 'Лист', 'A10')).toBe('b');
  });

  it('formulas know a renamed tab and mourn a deleted one', async () => {
    await batch(cells(0, 0, [5]), {
      addSheet: { properties: { sheetId: 3, title: 'Итог' } },
    });
    g.people.type(id, 'Итог', 'A1', "='Лист'!A1*2");
    g.people.renameTab(id, 'Лист', "Д'Артаньян");
    expect(g.people.read(id, 'Итог', 'A1')).toBe(10);
    expect(g.people.book(id).tabs[1]!.rows[0]![0]!.userEnteredValue).toEqual({
      formulaValue: "='Д''Артаньян'!A1*2",
    });
    g.people.deleteTab(id, "Д'Артаньян");
    expect(g.people.book(id).tabs[0]!.rows[0]![0]!.userEnteredValue).toEqual({ formulaValue: '=#REF!*2' });
  });
});

describe('tabs', () => {
  it('a duplicate takes everything along under new ids', async () => {
    await batch(chart(9), {
      createDeveloperMetadata: {
        developerMetadata: {
          metadataId: 4,
          metadataKey: 'k',
          metadataValue: 'v',
          visibility: 'DOCUMENT',
          location: { sheetId: 0 },
        },
      },
    });
    await batch({ duplicateSheet: { sourceSheetId: 0, newSheetId: 12, newSheetName: 'Копия' } });
    const book = g.people.book(id);
    const copy = book.tabs.find((tab) => tab.properties.sheetId === 12)!;
    expect(copy.charts[0]!.chartId).not.toBe(9);
    expect(copy.charts[0]!.position!.overlayPosition!.anchorCell!.sheetId).toBe(12);
    expect(book.metadata.map((item) => item.location!.sheetId)).toEqual([0, 12]);
    expect(new Set(book.metadata.map((item) => item.metadataId)).size).toBe(2);
  });

  it('deleting takes names and marks along', async () => {
    await batch(
      { addSheet: { properties: { sheetId: 4, title: 'Второй' } } },
      { addNamedRange: { namedRange: { name: 'Имя', range: range(0, 1, 0, 1, 4) } } },
      {
        createDeveloperMetadata: {
          developerMetadata: { metadataKey: 'k', visibility: 'DOCUMENT', location: { sheetId: 4 } },
        },
      },
    );
    await batch({ deleteSheet: { sheetId: 4 } });
    const book = g.people.book(id);
    expect([book.namedRanges, book.metadata]).toEqual([[], []]);
  });

  it('move: the new index counts before the move', async () => {
    await batch(
      { addSheet: { properties: { sheetId: 1, title: 'Б' } } },
      { addSheet: { properties: { sheetId: 2, title: 'В' } } },
    );
    await batch({ updateSheetProperties: { properties: { sheetId: 0, index: 2 }, fields: 'index' } });
    expect(g.people.tabs(id)).toEqual(['Б', 'Лист', 'В']);
    g.people.moveTab(id, 'Б', 2);
    expect(g.people.tabs(id)).toEqual(['Лист', 'В', 'Б']);
  });
});

describe('protection', () => {
  it('keeps editors out who are not named, and lets the owner of a file in', async () => {
    await batch(cells(0, 0, ['мое']), {
      addProtectedRange: {
        protectedRange: {
          range: { sheetId: 0 },
          unprotectedRanges: [range(1, 2, 0, 1)],
          editors: { users: [g.serviceAccount] },
        },
      },
    });
    const teacher = g.people.as('teacher@school.example');
    g.people.share(id, 'teacher@school.example', 'writer');
    expect(() => teacher.type(id, 'Лист', 'A1', 'чужое')).toThrow('protected cell');
    expect(() => teacher.insertRows(id, 'Лист', 1)).toThrow('protected cell');
    expect(() => teacher.deleteTab(id, 'Лист')).toThrow();
    teacher.type(id, 'Лист', 'A2', 'можно');
    expect(g.people.read(id, 'Лист', 'A1')).toBe('мое');
    expect(g.people.read(id, 'Лист', 'A2')).toBe('можно');
    // editors are told to those who may edit
    const { protectedRanges } = (await get('sheets.protectedRanges')).sheets![0]!;
    expect(protectedRanges![0]).toMatchObject({
      requestingUserCanEdit: true,
      editors: { users: [g.serviceAccount] },
    });
    await batch(cells(0, 0, ['снова мое']));
  });
});

describe('copying', () => {
  it('repeats a line and moves relative references', async () => {
    await batch(cells(0, 0, [1, '=A1*10'], [2, 3]), {
      copyPaste: {
        source: range(0, 1, 1, 2),
        destination: range(0, 2, 1, 2),
        pasteType: 'PASTE_NORMAL',
        pasteOrientation: 'NORMAL',
      },
    });
    expect(['B1', 'B2'].map((a1) => g.people.read(id, 'Лист', a1))).toEqual([10, 20]);
  });
});
