import { describe, expect, test } from 'vitest';
import { type SmallCatalog, smallCatalog } from '../../fixtures/small-catalog.ts';
import { figures, lines } from '../../fixtures/small-figures.ts';
import { district, organisation, register } from '../../fixtures/small-register.ts';

const two = register([organisation('s1'), organisation('s2')]);
const ab = { a: {}, b: {} };
type Indicators = NonNullable<SmallCatalog['indicators']>;

const run = (indicators: Indicators, cells: string, extra: Partial<SmallCatalog> = {}) =>
  lines({ catalog: smallCatalog({ elements: ab, indicators, ...extra }), register: two, cells });

describe('kinds (contracts §1)', () => {
  test('share: sums of both sides, never a mean of percentages', () => {
    // 1/2 and 3/10 → 4/12 = 33.33…
    expect(
      run(
        [{ code: 'i', kind: 'share', numerator: 'a', denominator: 'b' }],
        's1 a 1\ns1 b 2\ns2 a 3\ns2 b 10',
      ),
    ).toEqual([
      'i d1 2024/25 = 33.333333333333336 (4/12) 2 of 2',
      'i s1 2024/25 = 50 (1/2) 1 of 1',
      'i s2 2024/25 = 30 (3/10) 1 of 1',
      'i r1 2024/25 = 33.333333333333336 (4/12) 2 of 2',
    ]);
  });
  test('presence: 0 or 1 of one', () => {
    expect(run([{ code: 'i', kind: 'presence', numerator: 'a > 2' }], 's1 a 7\ns2 a 2')).toEqual([
      'i d1 2024/25 = 50 (1/2) 2 of 2',
      'i s1 2024/25 = 100 (1/1) 1 of 1',
      'i s2 2024/25 = 0 (0/1) 1 of 1',
      'i r1 2024/25 = 50 (1/2) 2 of 2',
    ]);
  });
  test('presence counts once, however large', () => {
    expect(run([{ code: 'i', kind: 'presence', numerator: 'a' }], 's1 a 7\ns2 a -0.5')[0]).toBe(
      'i d1 2024/25 = 100 (2/2) 2 of 2',
    );
  });
  test('count: factor is inside numerator = value, denominator empty', () => {
    expect(run([{ code: 'i', kind: 'count', numerator: 'a', factor: 2 }], 's1 a 3\ns2 a 4')).toEqual([
      'i d1 2024/25 = 14 (14) 2 of 2',
      'i s1 2024/25 = 6 (6) 1 of 1',
      'i s2 2024/25 = 8 (8) 1 of 1',
      'i r1 2024/25 = 14 (14) 2 of 2',
    ]);
  });
  test('mean: sum of totals over sum of n', () => {
    expect(
      run(
        [{ code: 'i', kind: 'mean', numerator: 'a', denominator: 'b' }],
        's1 a 9\ns1 b 2\ns2 a 1\ns2 b 2',
      )[0],
    ).toBe('i d1 2024/25 = 2.5 (10/4) 2 of 2');
  });
  test('index: of its own level', () => {
    expect(
      run([{ code: 'i', kind: 'index', numerator: 'a', denominator: 'b' }], 's1 a 9\ns1 b 2\ns2 a 1'),
    ).toEqual(['i s1 2024/25 = 4.5 (9/2) 1 of 1', 'i s2 2024/25 ! not_reported 0 of 1']);
  });
  test('group: no rows', () => {
    expect(run([{ code: 'i', kind: 'group' }], 's1 a 1')).toEqual([]);
  });
  test('level = district leaves out the organisation rows', () => {
    expect(run([{ code: 'i', kind: 'count', numerator: 'a', level: 'district' }], 's1 a 1\ns2 a 2')).toEqual([
      'i d1 2024/25 = 3 (3) 2 of 2',
      'i r1 2024/25 = 3 (3) 2 of 2',
    ]);
  });
  test('Wilson interval in percent, of share and presence only', () => {
    const rows = figures({
      catalog: smallCatalog({
        elements: { ...ab, c: { type: 'decimal1' } },
        indicators: [
          { code: 'i', kind: 'share', numerator: 'a', denominator: 'b' },
          { code: 'j', kind: 'share', numerator: 'c', denominator: 'b' },
          { code: 'k', kind: 'mean', numerator: 'a', denominator: 'b' },
        ],
      }),
      register: two,
      cells: 's1 a 8\ns1 b 10\ns1 c 0.5\ns2 a 0\ns2 b 5\ns2 c 1',
    });
    const at = (indicator: string, unit: string) =>
      rows.find((r) => r.indicator === indicator && r.unit === unit)!;
    // 8 of 10, by the formula on paper: centre (0.8 + z²/20)/(1 + z²/10) = 0.71674…, half width 0.22656…
    expect(at('i', 's1').low).toBeCloseTo(49.0162, 4);
    expect(at('i', 's1').high).toBeCloseTo(94.3318, 4);
    expect(at('i', 's2').low).toBe(0);
    // z²/(5 + z²) = 3.8414588/8.8414588
    expect(at('i', 's2').high).toBeCloseTo(43.4482, 4);
    expect(at('j', 's1')).not.toHaveProperty('low');
    expect(at('k', 's1')).not.toHaveProperty('low');
  });
});

describe('pairs, coverage, reasons', () => {
  const share: Indicators = [{ code: 'i', kind: 'share', numerator: 'a', denominator: 'b' }];

  test('a unit enters only with both sides', () => {
    expect(run(share, 's1 a 1\ns1 b 2\ns2 a 3')).toEqual([
      'i d1 2024/25 = 50 (1/2) 1 of 2',
      'i s1 2024/25 = 50 (1/2) 1 of 1',
      'i s2 2024/25 ! not_reported 0 of 1',
      'i r1 2024/25 = 50 (1/2) 1 of 2',
    ]);
  });
  test.each([
    ['s1 a !\ns1 b н/д', 'rejected 0 of 1'],
    ['s1 a н/д', 'not_reported 0 of 1'],
    ['s1 a н/д\ns1 b x', 'no_data 0 of 1'],
    ['s1 a x\ns1 b 5', 'not_applicable 0 of 0'],
    ['s1 a 0\ns1 b 0', 'zero_denominator (0/0) 1 of 1'],
  ])('%j → %s', (cells, expected) => {
    expect(run(share, cells).find((l) => l.startsWith('i s1'))).toBe(`i s1 2024/25 ! ${expected}`);
  });
  test('above the organisation: the first reason of all expected', () => {
    expect(run(share, 's1 a н/д\ns1 b 1\ns2 a !\ns2 b 1')[0]).toBe('i d1 2024/25 ! rejected 0 of 2');
    expect(run(share, 's1 a н/д\ns1 b 1\ns2 a x\ns2 b 1')[0]).toBe('i d1 2024/25 ! no_data 0 of 1');
    expect(run(share, 's1 a x\ns1 b 1\ns2 a x\ns2 b 1')[0]).toBe('i d1 2024/25 ! not_applicable 0 of 0');
    expect(run(share, 's1 a 0\ns1 b 0\ns2 a 0\ns2 b 0')[0]).toBe(
      'i d1 2024/25 ! zero_denominator (0/0) 2 of 2',
    );
  });
  test('a zero denominator of one unit enters the sums above', () => {
    expect(run(share, 's1 a 1\ns1 b 0\ns2 a 1\ns2 b 4')[0]).toBe('i d1 2024/25 = 50 (2/4) 2 of 2');
  });
  test('too few: by the denominator of each level', () => {
    expect(run([{ ...share[0]!, minN: 5 }], 's1 a 1\ns1 b 2\ns2 a 3\ns2 b 4')).toEqual([
      'i d1 2024/25 = 66.66666666666667 (4/6) 2 of 2',
      'i s1 2024/25 ! too_few (1/2) 1 of 1',
      'i s2 2024/25 ! too_few (3/4) 1 of 1',
      'i r1 2024/25 = 66.66666666666667 (4/6) 2 of 2',
    ]);
    expect(run([{ ...share[0]!, minN: 5 }], 's1 a 0\ns1 b 0')[1]).toBe(
      'i s1 2024/25 ! zero_denominator (0/0) 1 of 1',
    );
  });
});

describe('who owes (contracts §1, evaluation.md)', () => {
  const count: Indicators = [{ code: 'i', kind: 'count', numerator: 'a' }];
  const check = (
    catalog: Partial<SmallCatalog>,
    o: Parameters<typeof organisation>[1],
    expected: string | undefined,
  ) =>
    expect(
      lines({
        catalog: smallCatalog({ elements: ab, indicators: count, ...catalog }),
        register: register([organisation('s1', o)]),
        cells: 's1 a 5',
      }).find((l) => l.startsWith('i s1')),
    ).toBe(expected);
  const row = 'i s1 2024/25 = 5 (5) 1 of 1';

  test('types of form and element: both hold', () => {
    check({ forms: { f: { orgTypes: ['school'] } } }, {}, row);
    check({ forms: { f: { orgTypes: ['preschool'] } } }, {}, undefined);
    check({ forms: { f: { orgTypes: ['preschool', 'school'] } } }, {}, row);
    check({ elements: { a: { orgTypes: ['preschool'] } } }, {}, undefined);
    check(
      { forms: { f: { orgTypes: ['school'] } }, elements: { a: { orgTypes: ['preschool'] } } },
      { types: ['school', 'preschool'] },
      row,
    );
  });
  test('programmes: one of them', () => {
    check({ forms: { f: { programmes: ['СОО'] } } }, {}, undefined);
    check({ forms: { f: { programmes: ['СОО', 'ООО'] } } }, {}, row);
  });
  test('applies_if: unknown does not hold', () => {
    check({ elements: { a: { appliesIf: 'locality = село' } } }, { columns: { locality: 'село' } }, row);
    check(
      { elements: { a: { appliesIf: 'locality = село' } } },
      { columns: { locality: 'город' } },
      undefined,
    );
    check({ elements: { a: { appliesIf: 'locality <> село' } } }, { columns: { locality: ' ' } }, undefined);
    check({ elements: { a: { appliesIf: 'not (locality = село)' } } }, {}, undefined);
  });
  test('scope', () => {
    check({ indicators: [{ ...count[0]!, scope: 'programmes has ООО' }] }, {}, row);
    check({ indicators: [{ ...count[0]!, scope: 'programmes has СОО' }] }, {}, undefined);
    check({ indicators: [{ ...count[0]!, scope: 'pupils >= 100' }] }, { columns: { pupils: '100' } }, row);
    check({ indicators: [{ ...count[0]!, scope: 'pupils >= 100' }] }, {}, undefined);
  });
  test('open on at least one day', () => {
    check({}, { opened: '2025-08-31' }, row);
    check({}, { opened: '2025-09-01' }, undefined);
    check({}, { closed: '2024-09-01' }, row);
    check({}, { closed: '2024-08-31' }, undefined);
  });
  test('roadmaps limit the districts', () => {
    const catalog = smallCatalog({ elements: ab, indicators: [{ ...count[0]!, roadmaps: ['botlikh'] }] });
    const units = register(
      [organisation('s1'), organisation('s2', { district: 'd2' })],
      [district('d1', { roadmaps: ['rutul', 'botlikh'] }), district('d2', { roadmaps: ['rutul'] })],
    );
    expect(lines({ catalog, register: units, cells: 's1 a 1\ns2 a 2' })).toEqual([
      'i d1 2024/25 = 1 (1) 1 of 1',
      'i s1 2024/25 = 1 (1) 1 of 1',
      'i r1 2024/25 = 1 (1) 1 of 1',
    ]);
  });
});

describe('expressions', () => {
  const value = (numerator: string, cells: string, elements: SmallCatalog['elements'] = ab) =>
    lines({
      catalog: smallCatalog({ elements, indicators: [{ code: 'i', kind: 'index', numerator }] }),
      register: register([organisation('s1')]),
      cells: `s1 z 0\n${cells}`,
    })
      .map((l) => l.replace('i s1 2024/25 ', ''))
      .join();
  test.each([
    ['a + b * 2', 's1 a 1\ns1 b 2', '= 5 (5) 1 of 1'],
    ['-a - -b', 's1 a 1\ns1 b 2', '= 1 (1) 1 of 1'],
    ['a > b', 's1 a 1\ns1 b 2', '= 0 (0) 1 of 1'],
    ['a + b = 0.3', 's1 a 0.1\ns1 b 0.2', '= 1 (1) 1 of 1'],
    ['a + b', 's1 a 0.1\ns1 b 0.2', '= 0.3 (0.3) 1 of 1'],
    ['a / b', 's1 a 1\ns1 b 0', '! zero_denominator 0 of 1'],
    ['a / b', 's1 a 2\ns1 b 3', '= 0.666666667 (0.666666667) 1 of 1'],
    ['a > 0 or b > 0', 's1 a 1\ns1 b н/д', '= 1 (1) 1 of 1'],
    ['a > 0 or b > 0', 's1 a 0\ns1 b н/д', '! no_data 0 of 1'],
    ['a > 0 and b > 0', 's1 a 0\ns1 b н/д', '= 0 (0) 1 of 1'],
    ['a > 0 and b > 0', 's1 a 1', '! not_reported 0 of 1'],
    ['not a', 's1 a 0', '= 1 (1) 1 of 1'],
    ['not a', 's1 a 5', '= 0 (0) 1 of 1'],
    ['if(a > 0, b, 7)', 's1 a 0\ns1 b н/д', '= 7 (7) 1 of 1'],
    ['if(a > 0, b, 7)', 's1 a 1\ns1 b н/д', '! no_data 0 of 1'],
    ['if(a > 0, b, 7)', 's1 a н/д\ns1 b 1', '! no_data 0 of 1'],
    ['sum(a, b, 1)', 's1 a 1\ns1 b 2', '= 4 (4) 1 of 1'],
    ['min(a, b)', 's1 a 1\ns1 b 2', '= 1 (1) 1 of 1'],
    ['max(a, b)', 's1 a 1\ns1 b 2', '= 2 (2) 1 of 1'],
    ['max(a, b)', 's1 a 1', '! not_reported 0 of 1'],
    ['any_of(a, b)', 's1 a 1', '= 1 (1) 1 of 1'],
    ['any_of(a, b)', 's1 a 1\ns1 b 4', '= 4 (4) 1 of 1'],
    ['any_of(a, b)', 's1 a -3\ns1 b x', '= -3 (-3) 1 of 1'],
    ['any_of(a, b)', 's1 a н/д\ns1 b x', '! no_data 0 of 1'],
    ['any_of(a, b)', 's1 a x\ns1 b x', '! not_applicable 0 of 0'],
    ['flag(risk)', '', '! no_data 0 of 1'],
  ])('%s with %j → %s', (numerator, cells, expected) => {
    // a flag has no owner of its own
    const whole = numerator.startsWith('flag') ? `a * 0 + ${numerator}` : numerator;
    expect(value(whole, numerator.startsWith('flag') ? 's1 a 1' : cells)).toBe(expected);
  });

  const partly = { a: {}, b: { orgTypes: ['preschool'] } };
  test('any_of asks of a unit only what it owes', () => {
    expect(value('any_of(a, b)', 's1 a 1\ns1 b 9', partly)).toBe('= 1 (1) 1 of 1');
    expect(value('any_of(a, b)', 's1 a x\ns1 b 9', partly)).toBe('! not_applicable 0 of 0');
    expect(value('any_of(b, 0)', 's1 b 9', partly)).toBe('');
  });
  test('if asks for the inputs of both branches', () => {
    expect(value('if(a > 0, a, b)', 's1 a 1', partly)).toBe('');
  });
  test('a condition decided by one side is still not owed without the other', () => {
    expect(value('a > 0 or b > 0', 's1 a 1', partly)).toBe('');
  });
});
