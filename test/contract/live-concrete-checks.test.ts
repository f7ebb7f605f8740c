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

const filled = (
  value: (element: string) => Scalar | undefined,
  extra: Partial<Parameters<typeof templatePlan>[0]> = {},
): Plan =>
  templatePlan({
    catalog,
    register: fixtureRegister,
    unit: { level: 'organisation', organisation: school },
    schoolYear: '2024/25',
    workspace: 'gor',
    catalogVersion: '1',
    fill: { value },
    ...extra,
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

  it('a jump against last year is asked about while people type', () => {
    const { message } = catalog.checks.find((check) => check.code === 'jump.pupils')!;
    const now = (pupils: number) =>
      filled((e) => (e === 'pupils.total' ? pupils : undefined), {
        previous: (e, period) => (e === 'pupils.total' && period === '2023/24' ? 100 : undefined),
      });
    expect(messages(now(69), 'pupils.total')).toEqual([message]);
    expect(messages(now(130), 'pupils.total')).toEqual(['']);
  });

  it('the sum of the levels that a school has, by its programmes', () => {
    const codes = ['pupils.sum_of_levels', 'pupils.sum_noo_ooo'];
    const texts = codes.map((code) => catalog.checks.find((check) => check.code === code)!.message);
    const values = new Map([
      ['pupils.noo', 3],
      ['pupils.ooo', 4],
      ['pupils.soo', 5],
      ['pupils.total', 13],
    ]);
    const of = (programmes: readonly string[]) =>
      filled((e) => values.get(e), {
        unit: {
          level: 'organisation',
          organisation: {
            ...school,
            programmes,
            columns: { ...school.columns, programmes: programmes.join(' ') },
          },
        },
      });
    expect(messages(of(['НОО', 'ООО', 'СОО']), 'pupils.noo')).toEqual([texts[0]]);
    const nine = of(['НОО', 'ООО']);
    expect(messages(nine, 'pupils.noo')).toEqual([texts[1]]);
    const rules = nine.sheets.find(({ name }) => name === '_forms')!.rows.map(({ cells }) => cells[1]?.value);
    expect(codes.map((code) => rules.includes(code))).toEqual([false, true]);
  });

  it('are all live in the sheet, as far as `_forms` carries them: no comparison waits for the add-on', () => {
    const { sheets } = filled(() => undefined, { previous: () => 5 });
    const firstTwo = (name: string) =>
      sheets.find((sheet) => sheet.name === name)!.rows.map(({ cells }) => cells.map(({ value }) => value));
    const checks = firstTwo('_forms').flatMap(([kind, code]) => (kind === 'check' ? [code] : []));
    const live = new Set(firstTwo('_calc').map(([label]) => label));
    expect(checks.filter((code) => !live.has(`check ${code}`))).toEqual([]);
    expect(checks.length).toBeGreaterThan(100);
    expect(checks).toEqual(expect.arrayContaining(['oge.passed_ovz_in_all', 'oge.passed_in_participants']));
  });
});
