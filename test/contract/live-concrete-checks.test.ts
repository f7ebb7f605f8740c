import { beforeAll, describe, expect, it } from 'vitest';
import { loadCatalog } from '../../etl/catalog/load.ts';
import type { Catalog } from '../../shared/catalog/types.ts';
import { calculate } from '../../shared/plan/calculate.ts';
import { layout } from '../../shared/plan/layout.ts';
import type { Plan, Scalar } from '../../shared/plan/plan.ts';
import { templatePlan } from '../../shared/template/template-plan.ts';
import { fixtureRegister, school } from '../shared/template/catalog-fixture.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await loadCatalog({});
});

const filled = (value: (element: string) => Scalar | undefined): Plan =>
  templatePlan({
    catalog,
    register: fixtureRegister,
    unit: { level: 'organisation', organisation: school },
    schoolYear: '2024/25',
    workspace: 'gor',
    catalogVersion: '1',
    fill: { value },
  });

/** The messages beside the rows of an element. */
function messages(plan: Plan, element: string): unknown[] {
  const calculated = calculate(plan, layout(plan));
  return plan.sheets.flatMap((sheet, tab) =>
    sheet.rows.flatMap((row, index) => {
      if (row.cells.find((cell) => cell.column === 1)?.value !== element) return [];
      const message = row.cells.find((cell) => cell.id?.startsWith('message '));
      return message ? [calculated.at(tab, index + 1, message.column)] : [];
    }),
  );
}

describe('checks over concrete codes', () => {
  it.each([
    ['oge.graduates_ovz_in_all', 'oge.graduates'],
    ['oge.participants_ovz_in_all', 'oge.participants'],
    ['oge.passed_ovz_in_all', 'oge.passed'],
    ['oge.below_min_ovz_in_all', 'oge.below_min'],
    ['ege.graduates_ovz_in_all', 'ege.graduates'],
    ['ege.participants_ovz_in_all', 'ege.participants'],
    ['ege.passed_ovz_in_all', 'ege.passed'],
    ['ege.below_min_ovz_in_all', 'ege.below_min'],
  ])('%s speaks beside %s, and only where it fails', (code, element) => {
    const { message } = catalog.checks.find((check) => check.code === code)!;
    const both = (ovz: number, all: number) =>
      filled((e) => (e === `${element}.ovz` ? ovz : e === `${element}.all` ? all : undefined));
    expect(messages(both(4, 3), element)).toEqual([message]);
    expect(messages(both(3, 3), element)).toEqual(['']);
    expect(
      messages(
        filled((e) => (e === `${element}.ovz` ? 4 : undefined)),
        element,
      ),
    ).toEqual(['']);
  });

  it('stand in `_forms` for the add-on', () => {
    const forms = filled(() => undefined).sheets.find(({ name }) => name === '_forms')!;
    const codes = forms.rows.map(({ cells }) => cells[1]?.value);
    expect(codes).toContain('oge.passed_ovz_in_all');
    expect(codes).toContain('oge.passed_in_participants');
  });
});
