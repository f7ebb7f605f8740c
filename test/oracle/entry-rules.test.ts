import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { read } from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCatalog } from '../../etl/catalog/load.ts';
import { entryFormula } from '../../etl/drawing/entry-formula.ts';
import type { Catalog, DataElement } from '../../shared/catalog/types.ts';
import { parseCell } from '../../shared/parse/scalar-to-value.ts';
import type { CellScalar } from '../../shared/parse/workbook.ts';
import type { EntryRule, Plan, Scalar } from '../../shared/plan/plan.ts';
import { templatePlan } from '../../shared/template/template-plan.ts';
import type { TemplateUnit } from '../../shared/template/unit.ts';
import { yesNoAnswers } from '../../shared/texts/spreadsheet.ts';
import {
  district,
  element,
  fixtureCatalog,
  fixtureRegister,
  kindergarten,
  nineYear,
  organisation,
  school,
} from '../shared/template/catalog-fixture.ts';
import { convert } from './render.ts';

/** What people type; texts that write a number are left to `pasted` below. */
const typed: readonly Scalar[] = [
  ...[0, 1, 2, 12, 30, 37, 38, 39, 99.5, 100, 100.01, 499, 500, 501, 1234, 1e6, -1, -0.5, 0.5, 2.5, 12.345],
  ...[9e15, 1e16, 1e300, 20000, 32873, 32874, 45555, 45555.5, 73050, 73051],
  ...['н/д', 'Н/Д', ' н/д ', 'нет данных', 'Нет сведений', 'нет  данных', 'x', 'X', 'х', 'Х'],
  ...['не ведём', 'НЕ ВЕДЁМ', 'не ведем', 'неприменимо', 'не применимо', 'Неприменимо'],
  ...[
    'нет',
    'да',
    '-',
    '—',
    '*',
    '?',
    'н*',
    'н?д',
    'нет*',
    'данных',
    '|',
    'н/д|нет данных',
    'xx',
    'двенадцать',
  ],
  ...['12 человек', '1 10', '1e3', 'Иванова Мария Петровна', 'нд', 'нет сведений по школе'],
];

/** A rule refuses them on purpose: typed into a cell they become numbers; as texts they come by pasting, which no rule sees. */
const pasted: readonly string[] = ['12', '12,5', '1 234', '85 %'];

const scalarOf = (value: Scalar): CellScalar =>
  typeof value === 'number' ? { type: 'number', value } : { type: 'text', value: String(value) };

/** Whether the reader takes it for a value or an answer, without a remark. */
function isClean(value: Scalar, rules: DataElement): boolean {
  const { status, issues } = parseCell(scalarOf(value), rules);
  return status !== 'rejected' && status !== 'not_reported' && issues.length === 0;
}

interface Ruled {
  readonly rule: EntryRule;
  readonly rules: DataElement;
}

/** Every different rule of the plans with an element it stands for. */
function rulesOf(plan: Plan, catalog: Catalog, found: Map<string, Ruled>): void {
  for (const sheet of plan.sheets) {
    for (const row of sheet.rows) {
      const key = row.cells.find((cell) => cell.column === 1)?.value;
      const rules = catalog.elements.get(String(key));
      for (const { entry } of row.cells) {
        if (!entry || !rules) continue;
        const { type, min, max, digits, list } = entry;
        found.set(JSON.stringify([type, min, max, digits, list, rules.unit]), { rule: entry, rules });
      }
    }
  }
}

const more = new Map(fixtureCatalog.elements)
  .set('k.share', element('k.share', 'kinder', 'Доля', { type: 'decimal1', unit: '%', max: 100 }))
  .set('k.change', element('k.change', 'kinder', 'Изменение', { type: 'integer', min: -50, max: 50 }));

let folder = '';
const found = new Map<string, Ruled>();

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'msoko-rules-'));
  const preschool = organisation('s9', 'school preschool', 'ДО НОО ООО СОО АООП');
  const units: readonly TemplateUnit[] = [
    ...[school, nineYear, kindergarten, preschool].map((one) => ({
      level: 'organisation' as const,
      organisation: one,
    })),
    { level: 'district', district },
  ];
  for (const catalog of [await loadCatalog({}), { ...fixtureCatalog, elements: more }]) {
    for (const unit of units) {
      const input = { catalog, register: fixtureRegister, unit, schoolYear: '2024/25' };
      rulesOf(templatePlan({ ...input, workspace: 'gor', catalogVersion: '1' }), catalog, found);
    }
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Whether each value may stay, worked out by LibreOffice from the very formula of the rule. */
async function verdicts(all: readonly Ruled[], values: readonly Scalar[]): Promise<boolean[][]> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Л');
  for (const [row, value] of values.entries()) {
    sheet.getCell(row + 1, 1).value = value as string;
    for (const [column, { rule }] of all.entries())
      sheet.getCell(row + 1, column + 2).value = { formula: entryFormula(rule, `$A${row + 1}`) };
  }
  const file = path.join(folder, 'rules.xlsx');
  await workbook.xlsx.writeFile(file);
  const saved = read(await readFile(await convert(file, 'xlsx', path.join(folder, 'out')))).Sheets.Л!;
  return all.map((_, column) =>
    values.map((__, row) => saved[`${String.fromCharCode(66 + column)}${row + 1}`]?.v === true),
  );
}

describe('the rules of all entry cells, worked out by LibreOffice', () => {
  it('accept exactly what the reader takes for a value or an answer', async () => {
    const numeric = [...found.values()].filter(({ rule }) => ['integer', 'decimal'].includes(rule.type));
    expect(numeric.length).toBeGreaterThanOrEqual(7);
    const values = [...typed, ...pasted];
    const live = await verdicts(numeric, values);
    for (const [i, { rule, rules }] of numeric.entries()) {
      const name = `${rules.code} ${rule.type} ${rule.min}–${rule.max}`;
      const table = values.map((value, row) => `${name}: ${value} ${live[i]![row]}`);
      const wanted = values.map(
        (value) => `${name}: ${value} ${!pasted.includes(value as string) && isClean(value, rules)}`,
      );
      expect(table).toEqual(wanted);
    }
  });

  it('accept days from 1990 to 2099 and answers in date cells', async () => {
    const dates = [...found.values()].filter(({ rule }) => rule.type === 'date');
    expect(dates.length).toBeGreaterThan(0);
    const values: readonly Scalar[] = [
      0,
      2025,
      32873,
      32874,
      45555,
      73050,
      73051,
      'н/д',
      'х',
      '20.09',
      'завтра',
    ];
    const [live] = await verdicts(dates.slice(0, 1), values);
    expect(live).toEqual([false, false, false, true, true, true, false, true, true, false, false]);
    for (const [row, value] of values.entries()) {
      // narrower than the reader: a slip of the year is caught while typing
      if (live![row]) expect(isClean(value, dates[0]!.rules), String(value)).toBe(true);
    }
  });

  it('offer in lists only what the reader takes', () => {
    const lists = [...found.values()].filter(({ rule }) => rule.type === 'yes_no');
    expect(lists.length).toBeGreaterThan(0);
    for (const { rules } of lists) {
      for (const answer of yesNoAnswers) expect(isClean(answer, rules), answer).toBe(true);
    }
  });

  it('leave no kind of rule unproved', () => {
    const kinds = new Set([...found.values()].map(({ rule }) => rule.type));
    // texts have no formula: their length is all that is ruled
    expect([...kinds].sort()).toEqual(['date', 'decimal', 'integer', 'text', 'yes_no']);
  });
});
