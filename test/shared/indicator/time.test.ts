import { describe, expect, test } from 'vitest';
import type { DataElement, Form } from '../../../shared/catalog/types.ts';
import { type SmallCatalog, smallCatalog } from '../../fixtures/small-catalog.ts';
import { lines } from '../../fixtures/small-figures.ts';
import { organisation, register } from '../../fixtures/small-register.ts';

type Indicators = NonNullable<SmallCatalog['indicators']>;

interface Setting {
  readonly frequency?: Form['frequency'];
  readonly toTime?: DataElement['toTime'];
  readonly date?: string;
  readonly opened?: string;
  readonly closed?: string;
}

/** Rows of organisation s1 without the leading words. */
function rows(indicators: Indicators, cells: string, s: Setting = {}): string[] {
  const { frequency = 'school_year', toTime = 'last', opened, closed } = s;
  const catalog = smallCatalog({
    forms: { f: { frequency } },
    elements: { a: { toTime }, b: { toTime } },
    indicators,
  });
  return lines({
    catalog,
    register: register([organisation('s1', { ...(opened && { opened }), ...(closed && { closed }) })]),
    cells,
    ...(s.date && { date: s.date }),
  })
    .filter((l) => l.startsWith('i s1 '))
    .map((l) => l.slice(5));
}

const count: Indicators = [{ code: 'i', kind: 'count', numerator: 'a' }];

describe('rows in time', () => {
  test('from the school year of the first observation to the date', () => {
    expect(rows(count, 's1 a@2022/23 5', { date: '2024-09-01' })).toEqual([
      '2022/23 = 5 (5) 1 of 1',
      '2023/24 ! not_reported 0 of 1',
      '2024/25 ! not_reported 0 of 1',
    ]);
    expect(rows(count, 's1 a@2022/23 5', { date: '2024-08-31' })).toHaveLength(2);
    expect(rows(count, 's1 a@2022/23 5', { date: '2022-08-31' })).toEqual([]);
    expect(rows(count, '')).toEqual([]);
  });
  test('a missing observation starts the rows too', () => {
    expect(rows(count, 's1 a@2024/25 н/д')).toEqual(['2024/25 ! no_data 0 of 1']);
  });
  test('quarters of the calendar and their school year', () => {
    expect(rows(count, 's1 a@2024-Q4 5', { frequency: 'quarter', date: '2025-01-01' })).toEqual([
      '2024-Q4 = 5 (5) 1 of 1',
      '2024/25 = 5 (5) 1 of 1',
      '2025-Q1 ! not_reported 0 of 1',
    ]);
  });
  test('no period begun: no row of the school year either', () => {
    expect(rows(count, 's1 a@2024-Q4 5', { frequency: 'quarter', date: '2024-09-30' })).toEqual([]);
  });
  test('a calendar year is not gathered', () => {
    expect(rows(count, 's1 a@2025 5', { frequency: 'year' })).toEqual(['2025 = 5 (5) 1 of 1']);
  });
  test('stages stand in the order start, middle, end and at the school year', () => {
    const cells = 's1 a@2024/25:start 3\ns1 a@2024/25:middle 2';
    expect(rows(count, cells, { frequency: 'stage' })).toEqual([
      '2024/25 = 2 (2) 1 of 1',
      '2024/25:end ! not_reported 0 of 1',
      '2024/25:middle = 2 (2) 1 of 1',
      '2024/25:start = 3 (3) 1 of 1',
    ]);
  });
});

describe('gathering to the school year', () => {
  const year = (cells: string, s: Setting) =>
    rows(count, cells, { frequency: 'school_quarter', ...s })
      .filter((l) => l.startsWith('2024/25 '))
      .map((l) => l.slice(8))
      .join();
  const q = (...typed: string[]) => typed.map((t, i) => `s1 a@2024/25:q${i + 1} ${t}`).join('\n');
  const march = '2025-03-31';

  test.each([
    ['last', q('1', '2', '3', '9'), march, '= 3 (3) 1 of 1'],
    ['last', q('1', '2', 'н/д'), march, '= 2 (2) 1 of 1'],
    ['last', q('', 'н/д', 'x'), march, '! not_reported 0 of 1'],
    ['max', q('1', '5', ''), march, '= 5 (5) 1 of 1'],
    ['max', q('-4', '-5', ''), march, '= -4 (-4) 1 of 1'],
    ['sum', q('1', '2', '3', '9'), march, '= 6 (6) 1 of 1'],
    ['sum', q('1', '2', 'н/д'), march, '! no_data 0 of 1'],
    ['sum', q('1', 'x', '3'), march, '= 4 (4) 1 of 1'],
    ['mean', q('1', 'x', '4'), march, '= 2.5 (2.5) 1 of 1'],
    ['mean', q('1', '', '4'), march, '! not_reported 0 of 1'],
    ['mean', q('1', '2', '4', '1'), '2025-04-01', '= 2 (2) 1 of 1'],
    ['last', q('x', 'x', 'x'), march, '! not_applicable 0 of 0'],
  ] as const)('%s of %j on %s %s', (toTime, cells, date, expected) => {
    expect(year(cells, { toTime, date })).toBe(expected);
  });
  test('only periods in which the unit was open', () => {
    // q1 is September and October
    expect(year(q('7', '2', '3'), { toTime: 'sum', date: march, opened: '2024-11-01' })).toBe(
      '= 5 (5) 1 of 1',
    );
    expect(year(q('7', '2', '3'), { toTime: 'last', date: march, closed: '2024-11-01' })).toBe(
      '= 2 (2) 1 of 1',
    );
  });
  test('open in no period begun: not expected', () => {
    expect(year(q('7', '2'), { date: march, opened: '2025-04-01' })).toBe('');
  });
  test('each element by itself, then the expression', () => {
    const share: Indicators = [{ code: 'i', kind: 'share', numerator: 'a', denominator: 'b' }];
    const cells = 's1 a@2024/25:q1 1\ns1 b@2024/25:q1 4\ns1 b@2024/25:q2 5';
    const got = rows(share, cells, { frequency: 'school_quarter', date: '2024-11-01' });
    expect(got).toEqual([
      '2024/25 = 20 (1/5) 1 of 1',
      '2024/25:q1 = 25 (1/4) 1 of 1',
      '2024/25:q2 ! not_reported 0 of 1',
    ]);
  });
});

describe('prev', () => {
  const growth: Indicators = [{ code: 'i', kind: 'index', numerator: 'a - prev(a)' }];
  test('one step back; nothing there is no_base', () => {
    expect(rows(growth, 's1 a@2023/24 5\ns1 a@2024/25 7')).toEqual([
      '2023/24 ! no_base 0 of 1',
      '2024/25 = 2 (2) 1 of 1',
    ]);
  });
  test.each([['н/д'], ['!'], ['x'], ['']])('%j there is no_base', (typed) => {
    expect(rows(growth, `s1 a@2023/24 ${typed}\ns1 a@2024/25 7`)[1]).toBe('2024/25 ! no_base 0 of 1');
  });
  test('a division by zero there is no_base', () => {
    const ratio: Indicators = [{ code: 'i', kind: 'index', numerator: 'prev(a / b)' }];
    expect(rows(ratio, 's1 a@2023/24 1\ns1 b@2023/24 0')[1]).toBe('2024/25 ! no_base 0 of 1');
  });
  test('not open then is no_base, though something was typed', () => {
    expect(rows(growth, 's1 a@2023/24 5\ns1 a@2024/25 7', { opened: '2024-09-01' })).toEqual([
      '2024/25 ! no_base 0 of 1',
    ]);
  });
  test('from the start of a year to the end of the one before', () => {
    const cells = 's1 a@2023/24:end 4\ns1 a@2024/25:start 9';
    expect(rows(growth, cells, { frequency: 'stage' })).toContain('2024/25:start = 5 (5) 1 of 1');
  });
  test('no_base comes after no_data of this period', () => {
    expect(rows(growth, 's1 a@2024/25 н/д')).toEqual(['2024/25 ! no_data 0 of 1']);
  });
  test('two steps', () => {
    const far: Indicators = [{ code: 'i', kind: 'index', numerator: 'a - prev(prev(a))' }];
    expect(rows(far, 's1 a@2022/23 1\ns1 a@2024/25 7')).toEqual([
      '2022/23 ! no_base 0 of 1',
      '2023/24 ! not_reported 0 of 1',
      '2024/25 = 6 (6) 1 of 1',
    ]);
  });
  test('of an indicator without a definition then: no_definition', () => {
    const indicators: Indicators = [
      { code: 'n', kind: 'count', numerator: 'a', validFrom: '2024/25' },
      { code: 'i', kind: 'index', numerator: 'a + prev(n)' },
    ];
    // 2023/24: n has no definition in this period, so nobody owes it
    expect(rows(indicators, 's1 a@2023/24 5\ns1 a@2024/25 7')).toEqual(['2024/25 ! no_definition 0 of 1']);
  });
});

describe('change', () => {
  const change: Indicators = [{ code: 'i', kind: 'change', numerator: 'a', denominator: 'b', factor: 100 }];
  const units = register([organisation('s1'), organisation('s2')]);
  const all = (indicators: Indicators, cells: string) =>
    lines({
      catalog: smallCatalog({ elements: { a: {}, b: {} }, indicators }),
      register: units,
      cells,
    }).filter((l) => l.includes(' 2024/25 '));

  test('like with like: over the units that gave both periods', () => {
    const cells = `s1 a@2023/24 1\ns1 b@2023/24 4\ns1 a 3\ns1 b 4\ns2 a 9\ns2 b 10`;
    // 100 × 3/4 − 100 × 1/4 = 50
    expect(all(change, cells)).toEqual([
      'i d1 2024/25 = 50 1 of 2',
      'i s1 2024/25 = 50 1 of 1',
      'i s2 2024/25 ! no_base 0 of 1',
      'i r1 2024/25 = 50 1 of 2',
    ]);
  });
  test('ratio of sums in each period', () => {
    const cells = `s1 a@2023/24 1\ns1 b@2023/24 4\ns1 a 3\ns1 b 4\ns2 a@2023/24 0\ns2 b@2023/24 6\ns2 a 6\ns2 b 6`;
    // now 9/10, then 1/10
    expect(all(change, cells)[0]).toBe('i d1 2024/25 = 80 2 of 2');
  });
  test('without a denominator: the difference of sums', () => {
    const plain: Indicators = [{ code: 'i', kind: 'change', numerator: 'a', factor: 2 }];
    expect(all(plain, 's1 a@2023/24 5\ns1 a 3\ns2 a@2023/24 1\ns2 a 1')).toEqual([
      'i d1 2024/25 = -4 2 of 2',
      'i s1 2024/25 = -4 1 of 1',
      'i s2 2024/25 = 0 1 of 1',
      'i r1 2024/25 = -4 2 of 2',
    ]);
  });
  test('denominators of zero in either period', () => {
    expect(all(change, 's1 a@2023/24 1\ns1 b@2023/24 0\ns1 a 3\ns1 b 4')[1]).toBe(
      'i s1 2024/25 ! zero_denominator 1 of 1',
    );
    expect(all(change, 's1 a@2023/24 1\ns1 b@2023/24 2\ns1 a 0\ns1 b 0')[1]).toBe(
      'i s1 2024/25 ! zero_denominator 1 of 1',
    );
  });
  test('of the reasons of both periods the first counts', () => {
    expect(all(change, 's1 a@2023/24 1\ns1 a н/д\ns1 b 1\ns2 a x\ns2 b 1')).toEqual([
      'i d1 2024/25 ! no_data 0 of 2',
      'i s1 2024/25 ! no_data 0 of 1',
      'i s2 2024/25 ! no_base 0 of 1',
      'i r1 2024/25 ! no_data 0 of 2',
    ]);
    expect(all(change, 's1 a@2023/24 1\ns1 b@2023/24 1\ns1 a x\ns1 b 1')[1]).toBe(
      'i s1 2024/25 ! not_applicable 0 of 0',
    );
  });
  test('each period by its own definition and factor', () => {
    const versions: Indicators = [
      { code: 'i', kind: 'change', numerator: 'a', factor: 10, validTo: '2023/24' },
      { code: 'i', kind: 'change', numerator: 'b', factor: 1, validFrom: '2024/25' },
    ];
    // 1 × 30 − 10 × 2
    expect(all(versions, 's1 a@2023/24 2\ns1 b 30')[1]).toBe('i s1 2024/25 = 10 1 of 1');
  });
  test('no definition one step back', () => {
    expect(
      all([{ ...change[0]!, validFrom: '2024/25' }], 's1 a@2023/24 1\ns1 b@2023/24 1\ns1 a 1\ns1 b 1')[1],
    ).toBe('i s1 2024/25 ! no_definition 0 of 1');
  });
});

describe('versions', () => {
  test('by school year, inclusive; no row outside', () => {
    const versions: Indicators = [
      { code: 'i', kind: 'count', numerator: 'b', validFrom: '2024/25', validTo: '2024/25' },
      { code: 'i', kind: 'count', numerator: 'a', validFrom: '2022/23', validTo: '2022/23' },
    ];
    const cells = 's1 a@2022/23 1\ns1 b@2022/23 9\ns1 a@2023/24 2\ns1 b@2024/25 3';
    expect(rows(versions, cells, { date: '2026-01-01' })).toEqual([
      '2022/23 = 1 (1) 1 of 1',
      '2024/25 = 3 (3) 1 of 1',
    ]);
  });
  test('a calendar period takes the definition of the school year of its first day', () => {
    const versions: Indicators = [
      { code: 'i', kind: 'count', numerator: 'a', validTo: '2024/25' },
      { code: 'i', kind: 'count', numerator: 'b', validFrom: '2025/26' },
    ];
    const cells = 's1 a@2025-Q3 1\ns1 b@2025-Q3 2\ns1 a@2025-Q4 1\ns1 b@2025-Q4 2';
    expect(rows(versions, cells, { frequency: 'quarter', date: '2025-10-01' })).toContain(
      '2025-Q3 = 1 (1) 1 of 1',
    );
    expect(rows(versions, cells, { frequency: 'quarter', date: '2025-10-01' })).toContain(
      '2025-Q4 = 2 (2) 1 of 1',
    );
  });
});
