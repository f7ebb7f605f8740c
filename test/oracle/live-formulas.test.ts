import { read, type WorkBook } from '@e965/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadCatalog } from '../../etl/catalog/load.ts';
import { readWorkbook } from '../../etl/xlsx/read.ts';
import { writeWorkbook } from '../../etl/xlsx/write.ts';
import { resolveConcrete } from '../../shared/catalog/concrete.ts';
import type { Catalog, DataElement } from '../../shared/catalog/types.ts';
import { withRejected } from '../../shared/check/reject.ts';
import { runChecks } from '../../shared/check/run-checks.ts';
import { inputsOf } from '../../shared/expression/inputs.ts';
import { type Cell, columnsOf } from '../../shared/indicator/columns.ts';
import { evaluate } from '../../shared/indicator/evaluate.ts';
import type { IndicatorResult } from '../../shared/indicator/types.ts';
import { readEntryTabs } from '../../shared/parse/read-entry-tabs.ts';
import { parseCell } from '../../shared/parse/scalar-to-value.ts';
import type { CellScalar } from '../../shared/parse/workbook.ts';
import { parsePeriod } from '../../shared/period/period.ts';
import { cellAddress } from '../../shared/plan/address.ts';
import { calculate } from '../../shared/plan/calculate.ts';
import { layout } from '../../shared/plan/layout.ts';
import type { Plan, Scalar } from '../../shared/plan/plan.ts';
import { shownId } from '../../shared/template/indicator-sheet.ts';
import { templatePlan } from '../../shared/template/template-plan.ts';
import type { TemplateUnit } from '../../shared/template/unit.ts';
import {
  district,
  fixtureCatalog,
  fixtureRegister,
  kindergarten,
  nineYear,
  school,
} from '../shared/template/catalog-fixture.ts';
import { recalculated, withoutResults } from './recalculate.ts';

const schoolYear = '2024/25';

/** Mulberry32: the same numbers for the same seed. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const missing = [
  'н/д',
  'нет данных',
  'Нет сведений',
  'x',
  'Х',
  'не ведём',
  'неприменимо',
  'нет',
  '-',
  '—',
  ' н/д ',
];
const answers: readonly Scalar[] = [
  'да',
  'да',
  'да',
  'нет',
  'нет',
  'Да',
  ' да ',
  1,
  0,
  2,
  'н/д',
  'х',
  'может быть',
];
const strange: readonly Scalar[] = [-1, 2.5, 'много', 600, 1e9, 99.999, 0.1];
/** Numbers pasted as text, and texts that only look like numbers. */
const pasted: readonly string[] = [
  '12',
  '12,5',
  '7.25',
  '1 234',
  '1\u00a0234',
  '1\u202f234,5',
  '1.234,5',
  '1 10',
  '12,',
  '85 %',
  '−3',
  '+3',
  '1e3',
  '1-2',
  '12/5',
  '12:30',
  '0012',
  'Н / Д.',
  '--',
];

/** What people type: mostly numbers, small and with zeros, sometimes nothing, a word, or something wrong. */
function typedBy(chance: () => number, element: DataElement): Scalar | undefined {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!;
  const kind = chance();
  if (element.type === 'text' || element.type === 'date') return undefined;
  if (kind < 0.06) return undefined;
  if (element.type === 'yes_no') return pick(answers);
  if (kind < 0.14) return pick(missing);
  if (kind < 0.18) return pick(strange);
  if (kind < 0.24) return pick(pasted);
  if (kind < 0.3) return 0;
  const number = Math.floor(chance() * 40);
  return element.type === 'integer' ? number : Number((number + chance()).toFixed(2));
}

const scalarOf = (typed: Scalar | undefined): CellScalar => {
  if (typed === undefined) return { type: 'empty' };
  if (typeof typed === 'number') return { type: 'number', value: typed };
  return typeof typed === 'string' ? { type: 'text', value: typed } : { type: 'boolean', value: typed };
};

interface Case {
  readonly name: string;
  readonly catalog: Catalog;
  readonly unit: TemplateUnit;
  readonly seed: number;
  readonly withPrevious: boolean;
}

interface Made {
  readonly plan: Plan;
  readonly results: readonly IndicatorResult[];
  /** `<element> <period>` → what the typed value means. */
  readonly cells: ReadonlyMap<string, Cell>;
  /** `<check> <period>` → how often it failed. */
  readonly failures: ReadonlyMap<string, number>;
}

/** Whether an indicator, or one it reads, has `and`, `or`, `not`, `if` or `any_of` in it. */
const choosesItsOperand = (catalog: Catalog, code: string): boolean =>
  catalog.indicators.some(
    (i) =>
      (code === i.code || code.startsWith(`${i.code}.`)) &&
      (/\b(and|or|not|if|any_of)\b/.test(`${i.text.numerator} ${i.text.denominator}`) ||
        [i.numerator, i.denominator].some((side) =>
          (side ? inputsOf(side) : []).some((input) => choosesItsOperand(catalog, input)),
        )),
  );

const isOfYear = (period: string | undefined): boolean =>
  period !== undefined && parsePeriod(period)?.schoolYear === schoolYear;

const codeOf = (unit: TemplateUnit): string =>
  unit.level === 'organisation' ? unit.organisation.code : unit.district.code;

/** Fills a workbook, and evaluates the same typed values with the engine. */
function make({ catalog, unit, seed, withPrevious }: Case): Made {
  const chance = random(seed);
  const cells: Cell[] = [];
  const before = new Map<string, number>();
  // values that counted: no part above its whole
  const previous = (element: string, period: string): number => {
    const key = `${element} ${period}`;
    const value =
      before.get(key) ?? Math.floor(chance() * 30) + (/pupils|people|graduates|\.n\b/.test(element) ? 31 : 1);
    before.set(key, value);
    return value;
  };
  const plan = templatePlan({
    catalog,
    register: fixtureRegister,
    unit,
    schoolYear,
    workspace: 'oracle',
    catalogVersion: '1',
    ...(withPrevious ? { previous } : {}),
    fill: {
      submitted: seed % 2 === 0 ? 'да' : 'нет',
      value: (element, period) => {
        const rules = resolveConcrete(catalog, element)!.element;
        const content = typedBy(chance, rules);
        const { status, value } = parseCell(scalarOf(content), rules);
        cells.push({
          unit: codeOf(unit),
          element,
          period,
          status,
          ...(value === undefined ? {} : { value }),
        });
        return content;
      },
    },
  });
  const typed = new Map(cells.map((cell) => [`${cell.element} ${cell.period}`, cell]));
  for (const [key, value] of before) {
    const [element = '', period = ''] = key.split(' ');
    cells.push({ unit: codeOf(unit), element, period, status: 'value', value });
  }
  const observations = columnsOf(fixtureRegister, catalog, cells);
  const evaluation = { catalog, observations, date: '2025-08-31' };
  const { issues, rejected } = runChecks(evaluation, () => undefined);
  const failures = new Map<string, number>();
  for (const { params, period, organisation } of issues) {
    if (organisation !== codeOf(unit) || !isOfYear(period)) continue;
    // only what stands as a rule is live; a fall of cumulative counts is found at night
    if (params?.rule === undefined) continue;
    const key = `${params.rule} ${period}`;
    failures.set(key, (failures.get(key) ?? 0) + 1);
  }
  const clean = { ...evaluation, observations: withRejected(observations, catalog, rejected) };
  const results = [...evaluate(clean).rows()].filter(
    (row) => row.unit === codeOf(unit) && row.level === unit.level && isOfYear(row.period),
  );
  return { plan, results, cells: typed, failures };
}

const cases: Case[] = [];
let real: Catalog;
const made: Made[] = [];
let saved: Uint8Array[] = [];
let books: WorkBook[] = [];
let formulas = 0;

beforeAll(async () => {
  real = await loadCatalog({});
  const units: readonly (readonly [string, TemplateUnit])[] = [
    ['school', { level: 'organisation', organisation: school }],
    ['nine-year school', { level: 'organisation', organisation: nineYear }],
    ['kindergarten', { level: 'organisation', organisation: kindergarten }],
    ['district', { level: 'district', district }],
  ];
  let seed = 20240901;
  for (const [name, unit] of units) {
    for (let i = 0; i < (name === 'school' ? 8 : 4); i++) {
      cases.push({ name, catalog: fixtureCatalog, unit, seed: seed++, withPrevious: i % 3 === 0 });
    }
    for (let i = 0; i < (name === 'school' ? 3 : 1); i++)
      cases.push({ name, catalog: real, unit, seed: seed++, withPrevious: false });
  }
  const files: Uint8Array[] = [];
  for (const one of cases) {
    const result = make(one);
    made.push(result);
    const stripped = withoutResults(await writeWorkbook(result.plan));
    formulas += stripped.formulas;
    files.push(stripped.bytes);
  }
  saved = recalculated(files);
  books = saved.map((bytes) => read(bytes));
});

const shown = (book: WorkBook, sheet: string, row: number, column: number): unknown =>
  book.Sheets[sheet]?.[cellAddress(row, column)]?.v;

const isEmpty = (value: unknown): boolean => value === undefined || value === '';

describe('live formulas in LibreOffice', () => {
  it('had no results to copy from', () => {
    expect(formulas).toBeGreaterThan(5000);
    expect(books).toHaveLength(cases.length);
  });

  it('equal the calculator of the plan in every cell', () => {
    let compared = 0;
    for (const [i, { plan }] of made.entries()) {
      const calculated = calculate(plan, layout(plan));
      for (const [sheetIndex, sheet] of plan.sheets.entries()) {
        for (const [rowIndex, row] of sheet.rows.entries()) {
          for (const cell of row.cells) {
            if (!cell.formula) continue;
            const ours = calculated.at(sheetIndex, rowIndex + 1, cell.column);
            const theirs = shown(books[i]!, sheet.name, rowIndex + 1, cell.column);
            const where = `${cases[i]!.name} ${cases[i]!.seed} ${sheet.name} ${cellAddress(rowIndex + 1, cell.column)}`;
            compared++;
            if (typeof ours === 'number') expect(theirs, where).toBeCloseTo(ours, 9);
            else if (ours === '') expect(isEmpty(theirs), where).toBe(true);
            else expect(theirs, where).toBe(ours);
          }
        }
      }
    }
    expect(compared).toBeGreaterThan(5000);
  });

  it('give the value of the engine, or none where it has none, with the same reason', () => {
    let values = 0;
    let empty = 0;
    for (const [i, { plan, results }] of made.entries()) {
      const { places } = layout(plan);
      const byCell = new Map(results.map((row) => [`${row.indicator} ${row.period}`, row]));
      for (const [id, place] of places) {
        if (!id.startsWith('shown ')) continue;
        const [, code = '', ...key] = id.split(' ');
        const row = byCell.get(`${code} ${key[key.length - 1]}`);
        const where = `${cases[i]!.name} ${cases[i]!.seed} ${id}`;
        expect(row, where).toBeDefined();
        const live = shown(books[i]!, place.sheet, place.row, place.column);
        if (row!.value === undefined) {
          empty++;
          expect(isEmpty(live), `${where}: ${live} instead of ${row!.reason}`).toBe(true);
          const result = places.get(`counted figure ${code} ${key.join(' ')}`)!;
          // of and, or, if, any_of the engine names the operand that decided; the workbook the first that is missing
          if (choosesItsOperand(cases[i]!.catalog, code)) continue;
          const reason = shown(books[i]!, result.sheet, result.row, result.column);
          expect(`${where} ${reason}`).toBe(`${where} ${row!.reason}`);
        } else {
          values++;
          expect(typeof live, `${where}: ${live} instead of ${row!.value}`).toBe('number');
          expect(Math.abs((live as number) - row!.value), where).toBeLessThanOrEqual(
            1e-9 * Math.max(1, Math.abs(row!.value)),
          );
        }
      }
    }
    expect(values).toBeGreaterThan(300);
    expect(empty).toBeGreaterThan(300);
  });

  it('show every indicator that the engine gives a value for, but those of official results and flags', () => {
    for (const [i, { plan, results }] of made.entries()) {
      const { places } = layout(plan);
      for (const row of results) {
        if (row.value === undefined || /^(vpr\.|i\.flagged)/.test(row.indicator)) continue;
        const ids = [row.period, `year ${row.period}`].map((key) => shownId(row.indicator, key));
        expect(
          ids.some((id) => places.has(id)),
          `${cases[i]!.name} ${cases[i]!.seed} ${ids[0]}`,
        ).toBe(true);
      }
    }
  });

  it('raise the flags of shared/check and speak exactly in their rows', () => {
    let failed = 0;
    for (const [i, { plan, failures }] of made.entries()) {
      const found = new Map<string, number>();
      for (const [id, place] of layout(plan).places) {
        if (!/^check \S+ \S* ?\S+$/.test(id)) continue;
        const [, check = '', ...rest] = id.split(' ');
        if (shown(books[i]!, place.sheet, place.row, place.column) !== 1) continue;
        const key = `${check} ${rest[rest.length - 1]}`;
        found.set(key, (found.get(key) ?? 0) + 1);
        failed++;
      }
      expect(Object.fromEntries(found), `${cases[i]!.name} ${cases[i]!.seed}`).toEqual(
        Object.fromEntries(failures),
      );
    }
    expect(failed).toBeGreaterThan(50);
  });

  it('leave every key where the reader finds it', () => {
    let compared = 0;
    for (const [i, { cells }] of made.entries()) {
      const reading = readWorkbook(saved[i]!);
      if (!reading.ok) throw new Error(reading.issue.code);
      const { meta, observations, issues } = readEntryTabs(reading.workbook, cases[i]!.catalog, {
        file: 'f.xlsx',
      });
      const where = `${cases[i]!.name} ${cases[i]!.seed}`;
      expect(meta, where).toMatchObject({ unit: codeOf(cases[i]!.unit), schoolYear, workspace: 'oracle' });
      expect(meta!.status, where).toBe(cases[i]!.seed % 2 === 0 ? 'submitted' : 'draft');
      // a unit that owes nothing has no entry tab, which the reader calls a missing key
      if (cells.size === 0) continue;
      const asked = issues.filter(
        ({ code }) => code.startsWith('key.') || (code.startsWith('workbook.') && code !== 'workbook.draft'),
      );
      expect(asked).toEqual([]);
      const read = new Map(observations.map((o) => [`${o.element} ${o.period}`, [o.status, o.value]]));
      const typed = new Map([...cells].map(([key, cell]) => [key, [cell.status, cell.value]]));
      expect(Object.fromEntries(read), where).toEqual(Object.fromEntries(typed));
      compared += typed.size;
    }
    expect(compared).toBeGreaterThan(500);
  });
});
