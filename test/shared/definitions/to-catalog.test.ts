import { describe, expect, it } from 'vitest';
import { readDefinitions } from '../../../shared/definitions/read-definitions.ts';
import { toCatalog } from '../../../shared/definitions/to-catalog.ts';
import { formatExpression } from '../../../shared/expression/format.ts';
import { templatePlan } from '../../../shared/template/template-plan.ts';
import { smallCatalog } from '../../fixtures/small-catalog.ts';
import { district, organisation, register } from '../../fixtures/small-register.ts';

const catalog = smallCatalog({
  dimensions: { grade: ['g4', 'g9'] },
  elements: {
    wrote: { dims: ['grade'], type: 'integer', min: 0, name: 'Писали' },
    passed: { dims: ['grade'], type: 'integer', min: 0, required: true, help: 'Без пересдачи' },
    plan: { type: 'yes_no' },
  },
  indicators: [
    {
      code: 'vpr.passed',
      kind: 'share',
      numerator: 'passed',
      denominator: 'wrote',
      dims: ['grade'],
      factor: 100,
    },
  ],
  checks: [{ check: 'check.part_over_whole', left: 'passed', op: '<=', right: 'wrote', severity: 'error' }],
});

/** Rows of `_forms` as a spreadsheet gives them. */
function formsRows(): unknown[][] {
  const units = register([organisation('s1')], [district('d1')]);
  const plan = templatePlan({
    catalog,
    register: units,
    unit: { level: 'organisation', organisation: units.organisations[0]! },
    schoolYear: '2024/25',
    workspace: 'r1/d1',
    catalogVersion: '1',
  });
  const sheet = plan.sheets.find(({ name }) => name === '_forms');
  return (sheet?.rows ?? []).map((row) => row.cells.map((cell) => cell.value));
}

describe('the catalogue of one workbook', () => {
  const built = toCatalog(readDefinitions(formsRows()));

  it('has the elements as they were defined', () => {
    expect([...built.elements.keys()]).toEqual(['wrote', 'passed', 'plan']);
    for (const [code, element] of built.elements) {
      const { type, min, required, dims, name, help, level, rollup, toTime } = catalog.elements.get(code)!;
      expect(element).toMatchObject({ type, required, dims, name, help, level, rollup, toTime });
      expect(element.min).toBe(min);
    }
  });

  it('has indicators and checks with their expressions', () => {
    const [indicator] = built.indicators;
    expect(indicator && formatExpression(indicator.numerator!)).toBe('passed');
    expect(indicator?.factor).toBe(100);
    const [check] = built.checks;
    expect(check && [formatExpression(check.left), check.op, formatExpression(check.right)]).toEqual([
      'passed',
      '<=',
      'wrote',
    ]);
    expect(built.dimensions.get('grade')?.members.map(({ member }) => member)).toEqual(['g4', 'g9']);
  });

  it('leaves out a row that somebody damaged and keeps the rest', () => {
    const rows = formsRows().map((row) => (row[1] === 'plan' ? ['element', 'plan', '{"code":'] : row));
    expect([...toCatalog(readDefinitions(rows)).elements.keys()]).toEqual(['wrote', 'passed']);
  });
});

describe('what a workbook carries beside definitions', () => {
  const rich = smallCatalog({
    elements: {
      own: {},
      senior: { appliesIf: 'programmes has СОО' },
    },
    indicators: [
      { code: 'either', kind: 'count', numerator: 'any_of(own, senior)' },
      { code: 'more', kind: 'change', numerator: 'own', validFrom: '2024/25' },
      { code: 'more', kind: 'change', numerator: 'own + 0', validTo: '2023/24' },
    ],
    checks: [{ check: 'check.part_over_whole', left: 'own', right: '9', scope: "size = 'small'" }],
  });
  const units = register([
    organisation('s1', { opened: '2010-09-01', columns: { size: 'small', head: 'не нужен' } }),
  ]);
  const plan = templatePlan({
    catalog: rich,
    register: units,
    unit: { level: 'organisation', organisation: units.organisations[0]! },
    schoolYear: '2024/25',
    workspace: 'r1/d1',
    catalogVersion: '1',
    previous: (element, period) => (element === 'own' && period === '2023/24' ? 7 : undefined),
  });
  const forms = plan.sheets.find(({ name }) => name === '_forms');
  const definitions = readDefinitions((forms?.rows ?? []).map((row) => row.cells.map((cell) => cell.value)));

  it('is the unit, with no column but those that its conditions read', () => {
    expect(definitions.unit.get('s1')).toEqual({
      code: 's1',
      name: 'organisation s1',
      level: 'organisation',
      district: 'd1',
      types: ['school'],
      programmes: ['НОО', 'ООО'],
      opened: '2010-09-01',
      columns: { size: 'small' },
    });
  });

  it("is last year's values", () => {
    expect([...definitions.earlier]).toEqual([['f', { code: 'f', values: { own: { '2023/24': 7 } } }]]);
  });

  it('is the version of an indicator that counted the year before; what is not owed is not missed', () => {
    const { indicators } = toCatalog(definitions);
    expect(indicators.map((i) => [i.code, i.validFrom, i.validTo, formatExpression(i.numerator!)])).toEqual([
      ['either', '', '', 'any_of(own)'],
      ['more', '', '2023/24', 'own + 0'],
      ['more', '2024/25', '', 'own'],
    ]);
  });
});
