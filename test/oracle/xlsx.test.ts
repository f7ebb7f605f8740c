import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { read } from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { entryFormula } from '../../etl/drawing/entry-formula.ts';
import { unpack } from '../../etl/xlsx/normalise.ts';
import { writeWorkbook } from '../../etl/xlsx/write.ts';
import type { EntryRule, Plan } from '../../shared/plan/plan.ts';
import { chartPlan } from '../etl/xlsx/chart-plan.ts';
import { samplePlan } from '../etl/xlsx/sample-plan.ts';
import { organisationView, sectionedSummary } from '../fixtures/sectioned-summary.ts';
import { formulaPlan } from '../shared/plan/formula-table.ts';
import { convert, renderToPng } from './render.ts';

const run = promisify(execFile);
const reference = path.resolve(import.meta.dirname, '../..', process.env.MSOKO_REFERENCE ?? '../shared');
const checker = path.join(reference, 'ooxml', 'check.sh');

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'msoko-xlsx-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function save(name: string, plan: Plan): Promise<string> {
  const file = path.join(folder, `${name}.xlsx`);
  await writeFile(file, await writeWorkbook(plan));
  return file;
}

describe('parts against the schemas of ISO/IEC 29500', () => {
  it.skipIf(!existsSync(checker)).each<[string, () => Plan]>([
    ['entry', samplePlan],
    ['charts', chartPlan],
    ['formulas', formulaPlan],
    ['summary', sectionedSummary],
    ['organisation', organisationView],
  ])('%s', async (name, plan) => {
    const file = await save(name, plan());
    const { stdout } = await run('bash', [checker, file]);
    expect(stdout).toBe('');
  });
});

describe('in LibreOffice', () => {
  test('a printed page per tab, each with something on it', async () => {
    const pages = await renderToPng(await save('print', samplePlan()), path.join(folder, 'pages'));
    expect(pages).toHaveLength(2);
    // a blank A4 page at this size is under 4 kB
    for (const page of pages) expect((await readFile(page)).length).toBeGreaterThan(8000);
  });

  test('charts survive being opened and saved', async () => {
    const converted = await convert(await save('kept', chartPlan()), 'xlsx', path.join(folder, 'kept'));
    const files = [...unpack(await readFile(converted)).keys()];
    expect(files.filter((name) => /^xl\/charts\/chart\d+\.xml$/.test(name))).toHaveLength(5);
  });
});

const words = { promptTitle: '', prompt: '', error: '' };
const integer: EntryRule = { type: 'integer', min: 0, max: 30, ...words };
const decimal: EntryRule = { type: 'decimal', min: 0, max: 100, ...words };

/** Rule, what is typed, whether it may stay. Excel and LibreOffice evaluate the same formula in the rule. */
const typed: readonly (readonly [EntryRule, string | number | boolean, boolean])[] = [
  [integer, 0, true],
  [integer, 30, true],
  [integer, 31, false],
  [integer, -1, false],
  [integer, 1.5, false],
  [integer, '12', false],
  [integer, 'двенадцать', false],
  [integer, 'н/д', true],
  [integer, ' Н/Д ', true],
  [integer, 'нет данных', true],
  [integer, 'Нет сведений', true],
  [integer, 'x', true],
  [integer, 'Х', true],
  [integer, 'не ведём', true],
  [integer, 'не ведем', true],
  [integer, 'неприменимо', true],
  [integer, 'нет', false],
  [integer, '-', false],
  [integer, '*', false],
  [integer, '?', false],
  [integer, 'нет*', false],
  [integer, 'данных', false],
  [decimal, 99.95, true],
  [decimal, 100.01, false],
  [decimal, 'н/д', true],
  [decimal, '45,5', false],
];

test('entry rules refuse what they should, worked out by LibreOffice', async () => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Л');
  for (const [index, [rule, value]] of typed.entries()) {
    sheet.getCell(index + 1, 1).value = value;
    sheet.getCell(index + 1, 2).value = { formula: entryFormula(rule, `A${index + 1}`) };
  }
  const file = path.join(folder, 'rules.xlsx');
  await workbook.xlsx.writeFile(file);
  const converted = read(await readFile(await convert(file, 'xlsx', path.join(folder, 'rules'))));
  const verdicts = typed.map(([rule, value], index) => [
    rule.type,
    value,
    converted.Sheets.Л?.[`B${index + 1}`]?.w,
  ]);
  expect(verdicts).toEqual(typed.map(([rule, value, stays]) => [rule.type, value, stays ? 'TRUE' : 'FALSE']));
});
