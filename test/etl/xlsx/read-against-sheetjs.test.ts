import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readWorkbook } from '../../../etl/xlsx/read.ts';
import { oddWorkbook } from '../../fixtures/odd-workbook.ts';
import { byExcelJs, byHand, bySheetJs, nearCells, randomBook } from '../../fixtures/random-workbooks.ts';
import { cellTable, sheetJsTable } from '../../fixtures/sheetjs-cells.ts';

function ours(bytes: Uint8Array) {
  const reading = readWorkbook(bytes);
  if (!reading.ok) throw new Error(reading.issue.code);
  return reading.workbook;
}

it('reads what SheetJS reads of a workbook with every kind of cell', async () => {
  const bytes = await oddWorkbook();
  const workbook = ours(bytes);
  const table = cellTable(workbook);
  expect(table).toEqual(sheetJsTable(bytes));
  expect(Object.keys(table).length).toBeGreaterThan(55);
  expect(workbook.modified).toBe('2024-10-01T08:30:00Z');
  expect(workbook.sheets.map((sheet) => [sheet.name, sheet.hidden])).toEqual([
    ['Форма & «лист»', false],
    ['Слияния', true],
    ['Пустой', true],
  ]);
  expect(workbook.sheets[1]?.merges).toEqual([{ firstRow: 2, lastRow: 4, firstColumn: 2, lastColumn: 4 }]);
});

/**
 * Where the two differ on purpose: SheetJS gives text under a date or percent format as it stands (so do we), shows
 * merged cells' hidden values (we leave them out), numbers an absent style 0 (we: plain), reads `t="d"` as an instant
 * with a time zone (we: the day as written), keeps cells outside the sheet (we drop them), and turns an unknown
 * shared text into an empty cell (we refuse the file).
 */
it.each([
  ['exceljs', byExcelJs],
  ['SheetJS', bySheetJs],
  ['hand', byHand],
] as const)('reads what SheetJS reads of any workbook written by %s', async (_, write) => {
  await fc.assert(
    fc.asyncProperty(randomBook, async (book) => {
      const bytes = await write(book);
      const workbook = ours(bytes);
      const table = cellTable(workbook);
      expect(table).toEqual(sheetJsTable(bytes));
      const written = write === bySheetJs ? nearCells(book.cells) : book.cells;
      expect(Object.keys(table)).toHaveLength(written.length);
      expect(workbook.sheets.map(({ hidden }) => hidden)).toEqual([false, book.hidden]);
    }),
    { numRuns: Number(process.env.MSOKO_FUZZ_RUNS ?? 20) },
  );
});
