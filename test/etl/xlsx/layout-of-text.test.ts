import { describe, expect, test } from 'vitest';
import { rowHeights } from '../../../etl/drawing/row-heights.ts';
import { textWidth, wrappedLines } from '../../../etl/drawing/text-width.ts';
import { headerFooter } from '../../../etl/xlsx/writing/page-setup.ts';
import { insertElement } from '../../../etl/xlsx/writing/sheet-elements.ts';
import type { PlanSheet } from '../../../shared/plan/plan.ts';

describe('text width', () => {
  // advance widths of Arial: a digit 1139, a space 569, `я` 1110 of 2048 units
  test.each([
    ['0', 10, 5.56],
    ['00 00', 10, 25.02],
    ['яя', 10, 10.84],
  ])('«%s» at %d pt', (text, size, points) => {
    expect(Math.abs(textWidth(text, size, false) - points) / points).toBeLessThan(0.04);
  });

  test.each([
    ['', 100, 1],
    ['одно', 100, 1],
    ['один\nдва', 100, 2],
    ['слово слово слово слово', 40, 4],
    ['0'.repeat(40), 100, 3],
  ])('«%s» in %d pt takes %d lines', (text, width, lines) => {
    expect(wrappedLines(text, width, 10, false)).toBe(lines);
  });
});

describe('row heights', () => {
  const sheet = (more: Partial<PlanSheet>): PlanSheet => ({
    name: 'Л',
    columns: [{ width: 10 }, { width: 10 }, { width: 10, hidden: true }],
    rows: [],
    print: { orientation: 'portrait' },
    ...more,
  });
  const long = 'слово '.repeat(12).trim();
  const heights = (more: Partial<PlanSheet>): number[] => rowHeights(sheet(more));

  test('grow with wrapped text only', () => {
    const rows = [
      { cells: [{ column: 1, value: long, style: 'text' as const }] },
      { cells: [{ column: 1, value: long, style: 'key' as const }] },
      { height: 33, cells: [{ column: 1, value: long, style: 'text' as const }] },
    ];
    const [wrapped = 0, single = 0, given] = heights({ rows });
    expect(single).toBeLessThan(17);
    expect(wrapped).toBeGreaterThan(4 * single);
    expect(given).toBe(33);
  });

  test('a merge has the width of its visible columns', () => {
    const rows = [{ cells: [{ column: 1, value: long, style: 'text' as const }] }];
    const [alone = 0] = heights({ rows });
    const merge = { firstRow: 1, firstColumn: 1, lastRow: 1, lastColumn: 2 };
    const [merged = 0] = heights({ rows, merges: [merge] });
    const [withHidden = 0] = heights({ rows, merges: [{ ...merge, lastColumn: 3 }] });
    expect(merged).toBeLessThan(alone * 0.7);
    expect(withHidden).toBe(merged);
  });

  test('a tall merge enlarges its last row', () => {
    const rows = [
      { cells: [{ column: 1, value: long, style: 'text' as const }] },
      { cells: [] },
      { cells: [] },
    ];
    const [alone = 0] = heights({ rows });
    const tall = heights({ rows, merges: [{ firstRow: 1, firstColumn: 1, lastRow: 3, lastColumn: 1 }] });
    expect(tall[0]).toBe(tall[1]);
    expect(Math.abs(tall.reduce((a, b) => a + b, 0) - alone)).toBeLessThan(1);
  });

  test('stay under what Excel allows', () => {
    expect(heights({ rows: [{ cells: [{ column: 1, value: long.repeat(30), style: 'text' }] }] })).toEqual([
      409,
    ]);
  });
});

describe('header and footer', () => {
  const sheet = (name: string, footer?: string): PlanSheet => ({
    name,
    columns: [],
    rows: [],
    print: footer === undefined ? { orientation: 'portrait' } : { orientation: 'portrait', footer },
  });

  test('text cannot be read as a code', () => {
    const { oddHeader, oddFooter } = headerFooter(sheet('10 & 11', 'а&б'), 'Титул');
    expect(oddHeader).toBe('&R&8 10 && 11');
    expect(oddFooter).toBe('&L&8 а&&б&R&8 Стр. &P из &N');
  });

  test.each([200, 201, 202, 203, 204, 205, 220, 221])('%d ampersands are cut in pairs', (count) => {
    const { oddFooter = '' } = headerFooter(sheet('Л', '&'.repeat(count)), '');
    expect(oddFooter.length).toBeLessThanOrEqual(255);
    const run = /^&L&8 (&+)&R/.exec(oddFooter)?.[1] ?? '';
    expect(run.length % 2).toBe(0);
  });
});

describe('insertElement', () => {
  const xml =
    '<worksheet><sheetData><row/></sheetData><mergeCells><mergeCell/></mergeCells><pageMargins/></worksheet>';
  test.each([
    ['conditionalFormatting', '</mergeCells><x/><pageMargins/>'],
    ['hyperlinks', '</mergeCells><x/><pageMargins/>'],
    ['autoFilter', '</sheetData><x/><mergeCells>'],
    ['drawing', '<pageMargins/><x/></worksheet>'],
  ] as const)('%s', (name, expected) => {
    expect(insertElement(xml, name, '<x/>')).toContain(expected);
  });
});
