import { beforeAll, describe, expect, it } from 'vitest';
import { loadCatalog } from '../../../etl/catalog/load.ts';
import { demoTable } from '../../../etl/demo/demo-table.ts';
import { oneDistrict } from '../../../etl/demo/demonstration.ts';
import { recipes } from '../../../etl/demo/recipes.ts';
import { type ReportValues, reportValues } from '../../../etl/demo/report-values.ts';
import { examsCsv } from '../../../etl/demo/results.ts';
import { toDistrict, toOrganisation } from '../../../etl/workspace/to-organisation.ts';
import { concreteCodes, resolveConcrete } from '../../../shared/catalog/concrete.ts';
import { isTyped } from '../../../shared/catalog/typed.ts';
import type { Catalog } from '../../../shared/catalog/types.ts';
import { runChecks } from '../../../shared/check/run-checks.ts';
import { inputsOf } from '../../../shared/expression/inputs.ts';
import { type Cell, columnsOf } from '../../../shared/indicator/columns.ts';
import { parsePeriod } from '../../../shared/period/period.ts';
import { isOpen } from '../../../shared/register/register.ts';
import { owedForms } from '../../../shared/template/owed.ts';
import { profileOf, type UnitProfile } from '../../../shared/template/unit.ts';

const { years: demoYears, faults, ways } = oneDistrict;
const register = {
  organisations: demoTable('organisations.csv').map(toOrganisation),
  districts: demoTable('districts.csv').map(toDistrict),
};
const profiles: readonly UnitProfile[] = [
  ...register.districts.map((district) => profileOf({ level: 'district', district }, register)),
  ...register.organisations.map((organisation) =>
    profileOf({ level: 'organisation', organisation }, register),
  ),
];
const openIn = (schoolYear: string) => profiles.filter((unit) => isOpen(unit, parsePeriod(schoolYear)!));

let catalog: Catalog;
const values = new Map<string, ReportValues>();
const said = (unit: string, schoolYear: string, element: string, period = schoolYear) =>
  values.get(`${unit} ${schoolYear}`)?.get(`${element} ${period}`);

beforeAll(async () => {
  catalog = await loadCatalog({});
  for (const schoolYear of demoYears) {
    for (const unit of openIn(schoolYear))
      values.set(`${unit.code} ${schoolYear}`, reportValues(catalog, unit, schoolYear));
  }
});

describe('recipes', () => {
  it('are of elements that people type, and take shares of what stands above them', () => {
    const columns = Object.keys(register.organisations[0]!.columns);
    const above = new Set<string>();
    for (const { element, of, asked } of recipes) {
      const found = catalog.elements.get(element) ?? resolveConcrete(catalog, element)?.element;
      expect(found && isTyped(catalog, found), element).toBe(true);
      for (const code of [of, asked].flatMap((e) => (e ? inputsOf(e) : []))) {
        const base = resolveConcrete(catalog, code)?.element.code ?? code;
        expect(above.has(code) || above.has(base) || columns.includes(code), `${element} of ${code}`).toBe(
          true,
        );
      }
      above.add(element);
      if (found) above.add(found.code);
    }
  });
});

describe('the invented reports', () => {
  it('answer everything that is owed, of every form', () => {
    const answered = new Set<string>();
    for (const schoolYear of demoYears) {
      for (const unit of openIn(schoolYear)) {
        for (const { form, periods, elements } of owedForms(catalog, unit, schoolYear)) {
          const missing = elements
            .filter(({ element }) => isTyped(catalog, element))
            .flatMap(({ element }) => concreteCodes(catalog, element))
            .flatMap((code) => periods.map(({ key }) => [code, key] as const))
            .filter(([code, period]) => said(unit.code, schoolYear, code, period) === undefined);
          expect(missing, `${unit.code} ${form.code}`).toEqual([]);
          answered.add(form.code);
        }
      }
    }
    const typed = [...catalog.elements.values()].filter((e) => isTyped(catalog, e)).map((e) => e.form);
    expect([...answered].sort()).toEqual(expect.arrayContaining([...new Set(typed)].sort()));
  });

  it('break no check but where a slip was planned', () => {
    const cells: Cell[] = [];
    for (const [key, report] of values) {
      const unit = key.split(' ')[0]!;
      for (const [at, value] of report) {
        const [element = '', period = ''] = at.split(' ');
        const status = value === 'x' ? 'not_applicable' : 'value';
        const answer = { да: 1, нет: 0, x: undefined }[value as string];
        cells.push({
          ...{ unit, element, period, status },
          ...(status === 'value' && { value: typeof value === 'number' ? value : answer! }),
        });
      }
    }
    const observations = columnsOf(register, catalog, cells);
    const { issues } = runChecks({ catalog, observations, date: '9999-12-31' }, () => undefined);
    expect(issues.map((i) => `${i.organisation} ${i.period} ${i.params?.rule}`)).toEqual([]);
  });

  it('gather over the year: cumulative figures never fall and end where the year ends', () => {
    for (const schoolYear of demoYears) {
      const quarters = ['q1', 'q2', 'q3', 'q4'].map(
        (q) => said('school-01', schoolYear, 'tl.olympiad.school', `${schoolYear}:${q}`) as number,
      );
      expect(quarters).toEqual([...quarters].sort((a, b) => a - b));
      expect(quarters[0]).toBeLessThan(quarters[3]!);
    }
  });

  it('tell a story: one school stays on the list, one leaves it, a gymnasium was never on it', () => {
    const listed = (unit: string) => demoYears.map((year) => said(unit, year, 'lr.listed.low_results'));
    expect(listed('school-08')).toEqual(['да', 'да', 'да']);
    expect([listed('school-06')[0], listed('school-06')[2]]).toEqual(['да', 'нет']);
    expect(listed('school-03')).toEqual(['нет', 'нет', 'нет']);
    expect(said('school-08', '2024/25', 'lr.lessons_planned')).toBeGreaterThan(100_000);
    expect(said('school-03', '2024/25', 'lr.lessons_planned')).toBe('x');
  });

  it('agree with the results of exams: nobody failed whom the school does not count', () => {
    for (const schoolYear of demoYears) {
      const organisations = register.organisations.filter((o) => values.has(`${o.code} ${schoolYear}`));
      const [header = '', ...lines] = examsCsv(
        organisations,
        schoolYear,
        (code) => values.get(`${code} ${schoolYear}`)!,
      )
        .trim()
        .split('\n');
      expect(header.split(',').slice(6)).toEqual([
        ...['participants', 'mark2', 'mark3', 'mark4', 'mark5', 'below_min', 'high'],
      ]);
      expect(lines.length).toBeGreaterThan(40);
      for (const line of lines) {
        const [, procedure, , , , unit = '', n, ...marks] = line.split(',');
        const of = procedure === 'ОГЭ' ? 'oge' : 'ege';
        const four = marks.slice(0, 4).map(Number);
        expect(four.reduce((a, b) => a + b, 0)).toBe(Number(n));
        expect(Math.min(...four)).toBeGreaterThanOrEqual(0);
        expect(Number(n)).toBeLessThanOrEqual(said(unit, schoolYear, `${of}.participants.all`) as number);
        expect(four[0]).toBeLessThanOrEqual(said(unit, schoolYear, `${of}.below_min.all`) as number);
      }
    }
  });
});

describe('the planned slips', () => {
  it('are each in a cell that is filled, and of units that report', () => {
    for (const { unit, element, period } of faults) {
      const { schoolYear } = parsePeriod(period)!;
      expect(said(unit, schoolYear, element, period), `${unit} ${element} ${period}`).toBeDefined();
      expect(ways.get(`${unit} ${schoolYear}`)).not.toBe('silent');
    }
  });
});
