import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { read } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeWorkbook } from '../../etl/xlsx/write.ts';
import { calculate } from '../../shared/plan/calculate.ts';
import { layout } from '../../shared/plan/layout.ts';
import { formulaPlan, formulas, libreOfficeDiffers } from '../shared/plan/formula-table.ts';
import { convert } from './render.ts';

/** LibreOffice works every formula out anew; its answers must be the results we write. */
describe('formulas recalculated by LibreOffice', () => {
  let folder = '';
  let results: Record<string, { t: string; v?: unknown; w?: string }> = {};

  beforeAll(async () => {
    execFileSync('soffice', ['--version']);
    folder = await mkdtemp(path.join(tmpdir(), 'msoko-formulas-'));
    const file = path.join(folder, 'formulas.xlsx');
    await writeFile(file, await writeWorkbook(formulaPlan()));
    const converted = await convert(file, 'xlsx', path.join(folder, 'out'));
    const workbook = read(await readFile(converted), { sheetStubs: false });
    results = workbook.Sheets.Лист as typeof results;
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const plan = formulaPlan();
  const calculated = calculate(plan, layout(plan));

  test.each(formulas.map(([name], index) => [name, index] as const))('%s', (name, index) => {
    const own = libreOfficeDiffers.get(name) ?? calculated.value(`f${index}`);
    const theirs = results[`C${index + 1}`];
    if (typeof own === 'object') {
      expect(theirs?.t === 'e' ? theirs.w : theirs).toBe(own.error);
    } else if (typeof own === 'number') {
      expect(theirs?.t).toBe('n');
      expect(theirs?.v).toBeCloseTo(own, 9);
    } else {
      expect(theirs?.v ?? '').toBe(own);
    }
  });
});
