import { describe, expect, test } from 'vitest';
import { type SmallCatalog, smallCatalog } from '../../fixtures/small-catalog.ts';
import { lines } from '../../fixtures/small-figures.ts';
import { district, organisation, register } from '../../fixtures/small-register.ts';

type Indicators = NonNullable<SmallCatalog['indicators']>;

describe('members (evaluation.md)', () => {
  const dimensions = { subject: ['ru', 'ma'], grade: ['g4', 'g5'] };
  const elements = { e: { dims: ['subject', 'grade'] }, t: { dims: ['grade'] }, z: {} };
  const own = (indicators: Indicators, cells: string) =>
    lines({
      catalog: smallCatalog({ dimensions, elements, indicators }),
      register: register([organisation('s1')]),
      cells: `s1 z 0\n${cells}`,
    }).filter((l) => l.includes(' s1 '));

  test('kept dims make concrete codes in the order of dims', () => {
    const kept: Indicators = [{ code: 'i', kind: 'count', numerator: 'e', dims: ['grade', 'subject'] }];
    expect(own(kept, 's1 e.ru.g4 1\ns1 e.ru.g5 2\ns1 e.ma.g4 3\ns1 e.ma.g5 4')).toEqual([
      'i.g4.ma s1 2024/25 = 3 (3) 1 of 1',
      'i.g4.ru s1 2024/25 = 1 (1) 1 of 1',
      'i.g5.ma s1 2024/25 = 4 (4) 1 of 1',
      'i.g5.ru s1 2024/25 = 2 (2) 1 of 1',
    ]);
  });
  test('the others are summed; both sides by their own dims', () => {
    const share: Indicators = [
      { code: 'i', kind: 'share', numerator: 'e', denominator: 't', dims: ['grade'] },
    ];
    expect(own(share, 's1 e.ru.g4 1\ns1 e.ma.g4 2\ns1 t.g4 6\ns1 e.ru.g5 1\ns1 t.g5 2')).toEqual([
      'i.g4 s1 2024/25 = 50 (3/6) 1 of 1',
      'i.g5 s1 2024/25 ! not_reported 0 of 1',
    ]);
  });
  test.each([
    ['s1 t.g4 1\ns1 t.g5 x', '= 1 (1) 1 of 1'],
    ['s1 t.g4 x\ns1 t.g5 x', '! not_applicable 0 of 0'],
    ['s1 t.g4 1\ns1 t.g5 н/д', '! no_data 0 of 1'],
    ['s1 t.g4 x\ns1 t.g5 !', '! rejected 0 of 1'],
  ])('%j summed %s', (cells, expected) => {
    expect(own([{ code: 'i', kind: 'count', numerator: 't' }], cells)).toEqual([`i s1 2024/25 ${expected}`]);
  });
  test('an old name of an element counts as the present one, in expressions and observations', () => {
    const renamed = smallCatalog({
      dimensions,
      elements: { e: { dims: ['subject'], aliases: ['old'] }, z: { aliases: ['zero'] } },
      indicators: [
        { code: 'i', kind: 'count', numerator: 'old.ru + zero' },
        { code: 'j', kind: 'count', numerator: 'old' },
      ],
    });
    const rows = lines({
      catalog: renamed,
      register: register([organisation('s1')]),
      cells: 's1 old.ru 1\ns1 e.ma 2\ns1 zero 10',
    });
    expect(rows.filter((l) => l.includes(' s1 '))).toEqual([
      'i s1 2024/25 = 11 (11) 1 of 1',
      'j s1 2024/25 = 3 (3) 1 of 1',
    ]);
  });
  test('a concrete code may be named', () => {
    expect(
      own([{ code: 'i', kind: 'count', numerator: 'e.ru.g4 + t.g5' }], 's1 e.ru.g4 1\ns1 t.g5 5'),
    ).toEqual(['i s1 2024/25 = 6 (6) 1 of 1']);
  });
});

describe('indicators as inputs', () => {
  const check = (indicators: Indicators, cells: string) =>
    lines({
      catalog: smallCatalog({ elements: { a: {}, b: {} }, indicators }),
      register: register([organisation('s1'), organisation('s2', { types: ['preschool'] })]),
      cells,
    }).filter((l) => l.startsWith('i '));

  test('give their value or their reason', () => {
    const indicators: Indicators = [
      { code: 'i', kind: 'count', numerator: 'n > 40' },
      { code: 'n', kind: 'share', numerator: 'a', denominator: 'b' },
    ];
    expect(check(indicators, 's1 a 1\ns1 b 2\ns2 a 1\ns2 b 0')).toEqual([
      'i d1 2024/25 = 1 (1) 1 of 2',
      'i s1 2024/25 = 1 (1) 1 of 1',
      'i s2 2024/25 ! zero_denominator 0 of 1',
      'i r1 2024/25 = 1 (1) 1 of 2',
    ]);
  });
  test('too few is passed on', () => {
    const indicators: Indicators = [
      { code: 'i', kind: 'count', numerator: 'n' },
      { code: 'n', kind: 'share', numerator: 'a', denominator: 'b', minN: 5 },
    ];
    expect(check(indicators, 's1 a 1\ns1 b 2')[1]).toBe('i s1 2024/25 ! too_few 0 of 1');
  });
  test('are owed where they are expected themselves', () => {
    const indicators: Indicators = [
      { code: 'i', kind: 'count', numerator: 'a + n' },
      { code: 'n', kind: 'count', numerator: 'b', scope: 'type has school' },
    ];
    expect(check(indicators, 's1 a 1\ns1 b 2\ns2 a 5\ns2 b 6')).toEqual([
      'i d1 2024/25 = 3 (3) 1 of 1',
      'i s1 2024/25 = 3 (3) 1 of 1',
      'i r1 2024/25 = 3 (3) 1 of 1',
    ]);
  });
  test('not applicable is passed on and leaves expected', () => {
    const indicators: Indicators = [
      { code: 'i', kind: 'count', numerator: 'n' },
      { code: 'n', kind: 'count', numerator: 'b' },
    ];
    expect(check(indicators, 's1 b x\ns2 b 1')).toEqual([
      'i d1 2024/25 = 1 (1) 1 of 1',
      'i s1 2024/25 ! not_applicable 0 of 0',
      'i s2 2024/25 = 1 (1) 1 of 1',
      'i r1 2024/25 = 1 (1) 1 of 1',
    ]);
  });
});

describe('district inputs', () => {
  const forms = { dist: { level: 'district' as const } };
  const elements = { a: {}, p: { form: 'dist' }, q: { form: 'dist' } };
  const units = register(
    [organisation('s1'), organisation('s2'), organisation('s3', { district: 'd2' })],
    [district('d1'), district('d2')],
  );
  const check = (indicators: Indicators, cells: string) =>
    lines({ catalog: smallCatalog({ forms, elements, indicators }), register: units, cells });
  const mixed: Indicators = [{ code: 'i', kind: 'share', numerator: 'a', denominator: 'p' }];

  test("organisations' sum meets the district's operand; no organisation rows", () => {
    expect(check(mixed, 's1 a 3\ns2 a 2\ns3 a 4\nd1 p 20\nd2 p 5')).toEqual([
      'i d1 2024/25 = 25 (5/20) 2 of 2',
      'i d2 2024/25 = 80 (4/5) 1 of 1',
      'i r1 2024/25 = 36 (9/25) 3 of 3',
    ]);
  });
  test('the operand in the numerator', () => {
    expect(
      check([{ code: 'i', kind: 'mean', numerator: 'p', denominator: 'a' }], 's1 a 3\ns2 a 2\nd1 p 20')[0],
    ).toBe('i d1 2024/25 = 4 (20/5) 2 of 2');
  });
  test('a district without its operand: its organisations expected, the region leaves it out', () => {
    expect(check(mixed, 's1 a 3\ns2 a !\ns3 a 4\nd1 p н/д\nd2 p 5')).toEqual([
      'i d1 2024/25 ! no_data 0 of 2',
      'i d2 2024/25 = 80 (4/5) 1 of 1',
      'i r1 2024/25 = 80 (4/5) 1 of 3',
    ]);
  });
  test('an operand that is not applicable: its organisations not expected', () => {
    expect(check(mixed, 's1 a 3\ns3 a 4\nd1 p x\nd2 p 5')).toEqual([
      'i d1 2024/25 ! not_applicable 0 of 0',
      'i d2 2024/25 = 80 (4/5) 1 of 1',
      'i r1 2024/25 = 80 (4/5) 1 of 1',
    ]);
  });
  test('a district whose organisations gave nothing brings no operand into the region', () => {
    expect(check(mixed, 's1 a н/д\ns3 a 4\nd1 p 100\nd2 p 5')).toEqual([
      'i d1 2024/25 ! not_reported 0 of 2',
      'i d2 2024/25 = 80 (4/5) 1 of 1',
      'i r1 2024/25 = 80 (4/5) 1 of 3',
    ]);
  });
  test('district inputs only: districts are counted', () => {
    expect(
      check([{ code: 'i', kind: 'share', numerator: 'q', denominator: 'p' }], 'd1 q 1\nd1 p 2\nd2 p 5'),
    ).toEqual([
      'i d1 2024/25 = 50 (1/2) 1 of 1',
      'i d2 2024/25 ! not_reported 0 of 1',
      'i r1 2024/25 = 50 (1/2) 1 of 2',
    ]);
  });
  test('an index of the district has district rows only', () => {
    expect(check([{ code: 'i', kind: 'index', numerator: 'q' }], 'd1 q 1\nd2 q 3')).toEqual([
      'i d1 2024/25 = 1 (1) 1 of 1',
      'i d2 2024/25 = 3 (3) 1 of 1',
    ]);
  });
  test('a change over both kinds of inputs', () => {
    const cells = `s1 a@2023/24 1\ns2 a@2023/24 1\nd1 p@2023/24 10
      s1 a 3\ns2 a н/д\nd1 p 10\ns3 a@2023/24 1\ns3 a 1\nd2 p 5`;
    const change: Indicators = [{ code: 'i', kind: 'change', numerator: 'a', denominator: 'p', factor: 100 }];
    // d1: only s1 gave both: 30 − 10; d2: no operand one step back
    expect(check(change, cells).filter((l) => l.includes('2024/25'))).toEqual([
      'i d1 2024/25 = 20 1 of 2',
      'i d2 2024/25 ! no_base 0 of 1',
      'i r1 2024/25 = 20 1 of 3',
    ]);
  });
  test('a mixed indicator as an input is a figure of the district', () => {
    const nested: Indicators = [...mixed, { code: 'k', kind: 'count', numerator: 'i > 50' }];
    expect(check(nested, 's1 a 3\ns2 a 2\ns3 a 4\nd1 p 20\nd2 p 5').filter((l) => l.startsWith('k'))).toEqual(
      ['k d1 2024/25 = 0 (0) 1 of 1', 'k d2 2024/25 = 1 (1) 1 of 1', 'k r1 2024/25 = 1 (1) 2 of 2'],
    );
  });
});

describe('flags', () => {
  const catalog = smallCatalog({
    elements: { a: {} },
    indicators: [
      { code: 'i', kind: 'count', numerator: 'a', scope: 'flag(risk)' },
      { code: 'j', kind: 'count', numerator: 'a', scope: 'not flag(risk)' },
    ],
  });
  const units = register([organisation('s1'), organisation('s2'), organisation('s3')]);
  test('decide by unit and school year; an unknown one holds in neither direction', () => {
    const flags = (unit: string, flag: string, year: string) =>
      unit === 's3' || flag !== 'risk' || year !== '2024/25' ? undefined : unit === 's1';
    const got = lines({ catalog, register: units, cells: 's1 a 1\ns2 a 2\ns3 a 3', flags });
    expect(got.filter((l) => l.includes(' d1 '))).toEqual([
      'i d1 2024/25 = 1 (1) 1 of 1',
      'j d1 2024/25 = 2 (2) 1 of 1',
    ]);
  });
});
