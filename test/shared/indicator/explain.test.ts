import { describe, expect, test } from 'vitest';
import { columnsOf } from '../../../shared/indicator/columns.ts';
import { ExplainError, type Explanation, explain, type Question } from '../../../shared/indicator/explain.ts';
import type { ExplainedExpression } from '../../../shared/indicator/explain-expression.ts';
import { type SmallCatalog, smallCatalog } from '../../fixtures/small-catalog.ts';
import { cells, line } from '../../fixtures/small-figures.ts';
import { district, organisation, register } from '../../fixtures/small-register.ts';

const units = register(
  [
    organisation('s1'),
    organisation('s2'),
    organisation('s3', { closed: '2024-08-31' }),
    organisation('s4', { types: ['preschool'] }),
    organisation('s5', { columns: { place: 'город' } }),
    organisation('t1', { district: 'd2' }),
  ],
  [district('d1'), district('d2', { roadmaps: ['rutul'] })],
);

function tree(small: SmallCatalog, text: string, question: Question): string[] {
  const catalog = smallCatalog(small);
  const all = cells(text);
  const at = (unit: string, element: string, period: string) =>
    all.findIndex((c) => c.unit === unit && c.element === element && c.period === period);
  const explanation = explain(
    { catalog, observations: columnsOf(units, catalog, all), date: '2025-05-31' },
    question,
    (unit, element, period) => {
      const found = at(unit, element, period);
      return found < 0 ? undefined : { file: 'x.csv', line: found + 1 };
    },
  );
  return printed(explanation, '');
}

const known = (e: { value?: number; reason: string }) => (e.value === undefined ? e.reason : `${e.value}`);

function steps(e: ExplainedExpression, indent: string): string[] {
  const cell = e.cell ? ` ← L${e.cell.place?.line} ${e.cell.status}${e.cell.counts ? '' : ' stray'}` : '';
  const nested = e.indicator ? ` → ${e.indicator}` : '';
  return [
    `${indent}${e.text} ${e.period}: ${known(e)}${cell}${nested}`,
    ...e.parts.flatMap((p) => steps(p, `${indent}  `)),
  ];
}

function printed(e: Explanation, indent: string): string[] {
  const head = e.result ? line(e.result) : `${e.unit} is not expected: ${e.absence}`;
  return [
    `${indent}${head}`,
    ...e.sides.flatMap(({ side, of }) => steps(of, `${indent}  ${side} `)),
    ...e.units.flatMap((u) => printed(u, `${indent}  `)),
  ];
}

describe('explain', () => {
  const small: SmallCatalog = {
    elements: { a: { orgTypes: ['school'] }, b: {} },
    indicators: [
      {
        code: 'i',
        kind: 'share',
        numerator: 'a + 1',
        denominator: 'b',
        scope: 'not (place = город) or type has school',
      },
    ],
  };

  test('a district down to the cells, with those not in the figure and why', () => {
    const text = 's1 a 1\ns1 b 4\ns2 a 3\ns2 b н/д\ns3 a 5\ns4 b 6\nt1 a 1\nt1 b 2';
    const scoped = { ...small, indicators: [{ ...small.indicators![0]!, scope: 'place <> город' }] };
    expect(tree(small, text, { indicator: 'i', unit: 'd2', period: '2024/25' })).toEqual([
      'i d2 2024/25 = 100 (2/2) 1 of 1',
      '  i t1 2024/25 = 100 (2/2) 1 of 1',
      '    numerator a + 1 2024/25: 2',
      '    numerator   a 2024/25: 1 ← L7 value',
      '    numerator   1 2024/25: 1',
      '    denominator b 2024/25: 2 ← L8 value',
    ]);
    const whole = tree(small, text, { indicator: 'i', unit: 'd1', period: '2024/25' });
    expect(whole[0]).toBe('i d1 2024/25 = 50 (2/4) 1 of 3');
    expect(whole).toContain('  i s2 2024/25 ! no_data 0 of 1');
    expect(whole).toContain('    denominator b 2024/25: no_data ← L4 no_data');
    expect(whole).toContain('  s3 is not expected: closed');
    expect(whole).toContain('    numerator   a 2024/25: not_owed ← L5 value stray');
    expect(whole).toContain('  s4 is not expected: out_of_scope');
    const inTown = tree(scoped, text, { indicator: 'i', unit: 'd1', period: '2024/25' });
    expect(inTown).toContain('  s5 is not expected: out_of_scope');
  });
  test('an indicator is found under an old name, members and all', () => {
    const renamed: SmallCatalog = {
      dimensions: { subject: ['ru'] },
      elements: { a: { dims: ['subject'] } },
      indicators: [{ code: 'i', kind: 'count', numerator: 'a', dims: ['subject'], aliases: ['before'] }],
    };
    const asked = { indicator: 'before.ru', unit: 't1', period: '2024/25' };
    expect(tree(renamed, 't1 a.ru 3', asked)[0]).toBe('i.ru t1 2024/25 = 3 (3) 1 of 1');
  });
  test('type or programme: not owed; another roadmap', () => {
    const owed: SmallCatalog = {
      ...small,
      indicators: [{ code: 'i', kind: 'count', numerator: 'a', roadmaps: ['rutul'] }],
    };
    expect(tree(owed, 's1 a 1', { indicator: 'i', unit: 's1', period: '2024/25' })[0]).toBe(
      's1 is not expected: other_roadmap',
    );
    const all: SmallCatalog = { ...small, indicators: [{ code: 'i', kind: 'count', numerator: 'a' }] };
    expect(tree(all, 's1 a 1', { indicator: 'i', unit: 's4', period: '2024/25' })[0]).toBe(
      's4 is not expected: not_owed',
    );
  });
  test('a region down to its districts, members, gathered periods, prev and indicators', () => {
    const deep: SmallCatalog = {
      forms: { f: { frequency: 'half_year' } },
      dimensions: { grade: ['g4', 'g5'] },
      elements: { a: { dims: ['grade'], toTime: 'sum' } },
      indicators: [
        { code: 'n', kind: 'count', numerator: 'a', dims: ['grade'] },
        { code: 'i', kind: 'index', numerator: 'a - prev(n)', dims: ['grade'] },
        { code: 'k', kind: 'count', numerator: 'a' },
      ],
    };
    const text = 't1 a.g4@2025-H1 1\nt1 a.g5@2025-H1 2\nt1 a.g4@2024-H2 5';
    expect(tree(deep, text, { indicator: 'i.g4', unit: 't1', period: '2025-H1' })).toEqual([
      'i.g4 t1 2025-H1 = -4 (-4) 1 of 1',
      '  numerator a - prev(n) 2025-H1: -4',
      '  numerator   a 2025-H1: 1 ← L1 value',
      '  numerator   prev(n) 2025-H1: 5',
      '  numerator     n 2024-H2: 5 → n.g4',
    ]);
    const region = tree(deep, text, { indicator: 'k', unit: 'r1', period: '2024/25' });
    expect(region[0]).toBe('k r1 2024/25 = 3 (3) 1 of 5');
    expect(region.slice(region.indexOf('    k t1 2024/25 = 3 (3) 1 of 1'))).toEqual([
      '    k t1 2024/25 = 3 (3) 1 of 1',
      '      numerator a 2024/25: 3',
      '      numerator   a.g4 2024/25: 1',
      '      numerator     a.g4 2025-H1: 1 ← L1 value',
      '      numerator   a.g5 2024/25: 2',
      '      numerator     a.g5 2025-H1: 2 ← L2 value',
    ]);
  });
  test('a mixed indicator: the operand at the district, the other side below', () => {
    const mixed: SmallCatalog = {
      forms: { dist: { level: 'district' } },
      elements: { a: {}, p: { form: 'dist' } },
      indicators: [{ code: 'i', kind: 'share', numerator: 'a', denominator: 'p' }],
    };
    expect(tree(mixed, 't1 a 1\nd2 p 4', { indicator: 'i', unit: 'd2', period: '2024/25' })).toEqual([
      'i d2 2024/25 = 25 (1/4) 1 of 1',
      '  denominator p 2024/25: 4 ← L2 value',
      '  i t1 2024/25 !  1 of 1',
      '    numerator a 2024/25: 1 ← L1 value',
    ]);
  });
  test('a change shows both periods', () => {
    const change: SmallCatalog = {
      elements: { a: {} },
      indicators: [{ code: 'i', kind: 'change', numerator: 'a' }],
    };
    expect(tree(change, 's1 a 3\ns1 a@2023/24 1', { indicator: 'i', unit: 's1', period: '2024/25' })).toEqual(
      [
        'i s1 2024/25 = 2 1 of 1',
        '  numerator a 2024/25: 3 ← L1 value',
        '  numerator a 2023/24: 1 ← L2 value',
      ],
    );
  });
  test.each([
    [{ indicator: 'zz', unit: 's1', period: '2024/25' }, 'indicator'],
    [{ indicator: 'i', unit: 'zz', period: '2024/25' }, 'unit'],
    [{ indicator: 'i', unit: 's1', period: '2024' + '-25' }, 'period'],
  ])('%j is refused by name', (question, what) => {
    expect.assertions(2);
    try {
      tree(small, 's1 a 1', question);
    } catch (error) {
      expect(error).toBeInstanceOf(ExplainError);
      expect((error as ExplainError).what).toBe(what);
    }
  });
});
