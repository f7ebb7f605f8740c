import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readWorkbook } from '../../../etl/xlsx/read.ts';
import { oddWorkbook } from '../../fixtures/odd-workbook.ts';
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

const value = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((n) => !Object.is(n, -0)),
  fc.integer(),
  fc.string({ minLength: 1, unit: fc.constantFrom(...'аЯё xX1,.-%&<>"\' \n\u00a0№') }),
  fc.boolean(),
);
const cell = fc.record({
  row: fc.integer({ min: 1, max: 300 }),
  column: fc.integer({ min: 1, max: 60 }),
  value,
  format: fc.constantFrom('General', '0.00', '0%', '#,##0'),
});

it('reads what SheetJS reads of any values at any places', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 120 }), async (cells) => {
      const book = new ExcelJS.Workbook();
      const sheet = book.addWorksheet('Л');
      for (const { row, column, value, format } of cells) {
        const target = sheet.getCell(row, column);
        target.value = value;
        target.numFmt = format;
      }
      const bytes = new Uint8Array(await book.xlsx.writeBuffer());
      expect(cellTable(ours(bytes))).toEqual(sheetJsTable(bytes));
    }),
    { numRuns: 25 },
  );
});
