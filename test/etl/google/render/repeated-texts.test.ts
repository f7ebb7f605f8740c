import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { describe, expect, it } from 'vitest';
import { repeatedTexts } from '../../../../etl/google/render/repeated-texts.ts';

const text = (stringValue: string): sheets_v4.Schema$CellData => ({ userEnteredValue: { stringValue } });
const number = (numberValue: number): sheets_v4.Schema$CellData => ({ userEnteredValue: { numberValue } });
const column = (...cells: sheets_v4.Schema$CellData[]): sheets_v4.Schema$RowData[] =>
  cells.map((cell, row) => ({ values: [number(row), cell] }));

describe('texts repeated down a column', () => {
  it('are taken out of the rows and written by one request, runs of four and more', () => {
    const rows = column(...'aaaabbbcccccc'.split('').map(text));
    expect(repeatedTexts(rows, 7)).toEqual(
      [
        [0, 4, 'a'],
        [7, 13, 'c'],
      ].map(([startRowIndex, endRowIndex, stringValue]) => ({
        repeatCell: {
          range: { sheetId: 7, startRowIndex, endRowIndex, startColumnIndex: 1, endColumnIndex: 2 },
          cell: { userEnteredValue: { stringValue } },
          fields: 'userEnteredValue',
        },
      })),
    );
    const left = rows.map(({ values }) => values![1]!.userEnteredValue?.stringValue ?? '');
    expect(left.join('')).toBe('bbb');
    expect(rows.map(({ values }) => values![0])).toEqual(rows.map((_, row) => number(row)));
  });

  it.each<[string, sheets_v4.Schema$CellData]>([
    ['numbers', number(5)],
    ['formulas', { userEnteredValue: { formulaValue: '=A1' } }],
    ['cells with notes', { ...text('a'), note: 'n' }],
    ['links', { ...text('a'), textFormatRuns: [{ startIndex: 0, format: { link: { uri: 'https://x' } } }] }],
    ['empty cells', {}],
  ])('%s stay where they are', (_, cell) => {
    const rows = column(cell, cell, cell, cell, cell);
    const before = structuredClone(rows);
    expect(repeatedTexts(rows, 7)).toEqual([]);
    expect(rows).toEqual(before);
  });
});
