import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { readWorkbook } from '../../etl/xlsx/read.ts';
import { bigWorkbook } from './big-workbook.ts';
import { interleave } from './measure.ts';
import { compared, type Section } from './report.ts';

/** Reading one filled workbook, whole, from a file on disk: by our reader, two libraries, and inflation alone. */
export async function benchReading(folder: string, quick: boolean): Promise<Section> {
  const file = join(folder, 'filled.xlsx');
  writeFileSync(file, await (quick ? bigWorkbook(0, 1) : bigWorkbook(43_000)));
  const reading = readWorkbook(readFileSync(file));
  if (!reading.ok) throw new Error(`our reader refuses its own renderer's file: ${reading.issue.code}`);
  const { sheets } = reading.workbook;
  const cells = sheets.reduce((sum, sheet) => sum + sheet.cells.length, 0);
  const times = await interleave(
    {
      ours: () => readWorkbook(readFileSync(file)),
      entry: () => readWorkbook(readFileSync(file), { select: ({ name }) => name !== '_calc' }),
      exceljs: () => new ExcelJS.Workbook().xlsx.readFile(file),
      sheetJs: () => XLSX.read(readFileSync(file), { type: 'buffer', dense: true }),
      inflate: () => unzipSync(readFileSync(file)),
    },
    quick ? { rounds: 1, warmUp: 0, atLeast: 0 } : { rounds: 9, warmUp: 3000, atLeast: 300 },
  );
  return {
    title: `1. Reading a filled workbook (${sheets.length} sheets, ${cells} cells)`,
    lines: [
      compared('our reader : exceljs readFile', times.ours, times.exceljs, 1 / 3),
      compared('our reader as a run calls it (no _calc) : exceljs readFile', times.entry, times.exceljs),
      compared('our reader : SheetJS, dense', times.ours, times.sheetJs),
      compared('our reader : inflating all parts (fflate)', times.ours, times.inflate),
    ],
  };
}
