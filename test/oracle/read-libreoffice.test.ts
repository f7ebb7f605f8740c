import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWorkbook } from '../../etl/xlsx/read.ts';
import { oddWorkbook } from '../fixtures/odd-workbook.ts';
import { type CellTable, cellTable, sheetJsTable } from '../fixtures/sheetjs-cells.ts';
import { convertIn } from './libreoffice.ts';

let folder = '';
let saved: Uint8Array;

const tableOf = (bytes: Uint8Array): CellTable => {
  const reading = readWorkbook(bytes);
  if (!reading.ok) throw new Error(reading.issue.code);
  return cellTable(reading.workbook);
};

/** LibreOffice writes numbers with 15 significant digits. */
const fifteenDigits = (text: string): string =>
  text.replace(/^number (\S+)/, (_, number: string) => `number ${Number(Number(number).toPrecision(15))}`);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'msoko-read-'));
  const source = join(folder, 'книга.xlsx');
  writeFileSync(source, await oddWorkbook());
  saved = new Uint8Array(readFileSync(convertIn(folder, source, 'xlsx', 'xlsx')));
  convertIn(folder, source, 'xls', 'xls');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a workbook saved by LibreOffice', () => {
  it('is read as SheetJS reads it, cell by cell', () => {
    expect(tableOf(saved)).toEqual(sheetJsTable(saved));
  });

  it('holds what was in it before', async () => {
    const values = (table: CellTable): CellTable =>
      // LibreOffice saves FALSE and TRUE as formulas and works every formula out anew
      Object.fromEntries(
        Object.entries(table)
          .filter(([, text]) => !text.endsWith('formula'))
          .map(([place, text]) => [place, fifteenDigits(text.trim())]),
      );
    const before = values(tableOf(await oddWorkbook()));
    const after = values(tableOf(saved));
    const kept = Object.keys(before).filter((place) => place in after);
    expect(kept.length).toBeGreaterThanOrEqual(50);
    for (const place of kept) expect([place, after[place]]).toEqual([place, before[place]]);
  });

  it('in the old format is told apart', () => {
    const reading = readWorkbook(new Uint8Array(readFileSync(join(folder, 'xls', 'книга.xls'))));
    expect(reading).toEqual({ ok: false, issue: { code: 'file.xls', params: {} } });
  });
});
