import { describe, expect, it } from 'vitest';
import { districtUnits } from '../../../shared/summary/district-units.ts';
import { lasting, mostTelling, yearOnYear } from '../../../shared/summary/highlights.ts';
import { indicatorTable } from '../../../shared/summary/indicator-rows.ts';
import type { SummaryInput } from '../../../shared/summary/input.ts';
import { matrix } from '../../../shared/summary/matrix.ts';
import { catalog, district, indicator, organisation, result, summaryInput } from './district.ts';

const year = '2024/25';
const table = (input: SummaryInput) => indicatorTable(input, districtUnits(input));
const cross = (input: SummaryInput) => matrix(input, districtUnits(input));

describe('indicatorTable', () => {
  it('prints headings, members below their title, and shorter periods below the year', () => {
    const input = summaryInput({
      catalog: catalog({
        indicators: [
          indicator('g', { kind: 'group', no: '1', title: 'Раздел' }),
          indicator('g.empty', { kind: 'group', no: '9', title: 'Пустой раздел' }),
          indicator('g.by_subject', { parent: 'g', no: '1.10', dims: ['subject'] }),
          indicator('g.plain', { parent: 'g', no: '1.9' }),
        ],
      }),
      results: [
        result('g.by_subject.math', 'gor', year, 10),
        result('g.by_subject.math', 'gor', `${year}:end`, 'not_reported'),
        result('g.by_subject.math', 'gor', `${year}:start`, 10),
        result('g.by_subject.ru', 'gor', year, 20),
        result('g.plain', 'gor', year, 'zero_denominator'),
      ],
    });
    expect(
      table(input).rows.map((r) =>
        r.type === 'group'
          ? ['group', r.no, r.depth]
          : [r.code, r.period.key, r.depth, r.result.value ?? r.result.reason],
      ),
    ).toEqual([
      ['group', '1', 0],
      ['g.plain', year, 1, 'zero_denominator'],
      ['group', '1.10', 1],
      ['g.by_subject.ru', year, 2, 20],
      ['g.by_subject.math', year, 2, 10],
      ['g.by_subject.math', `${year}:start`, 2, 10],
      ['g.by_subject.math', `${year}:end`, 2, 'not_reported'],
    ]);
  });

  it('leaves out members of which nothing was ever heard, never a plain indicator', () => {
    const input = summaryInput({
      catalog: catalog({ indicators: [indicator('a', { dims: ['subject'] }), indicator('b')] }),
      results: [
        result('a.ru', 'gor', year, 'not_reported'),
        result('a.math', 'gor', year, 'no_data'),
        result('b', 'gor', year, 'not_reported'),
      ],
    });
    expect(table(input).rows.flatMap((r) => (r.type === 'value' ? [r.code] : []))).toEqual(['a.math', 'b']);
  });

  it('sets up to five earlier years beside, missing ones empty', () => {
    const input = summaryInput({
      catalog: catalog({ indicators: [indicator('a'), indicator('b')] }),
      results: [
        result('a', 'gor', '2018/19', 9),
        result('a', 'gor', '2019/20', 1),
        result('a', 'gor', '2021/22', 2),
        result('a', 'gor', '2023/24', 0),
        result('a', 'gor', year, 5),
        result('b', 'gor', '2023/24', 'rejected'),
        result('b', 'gor', year, 6),
      ],
    });
    const { years, rows } = table(input);
    expect(years).toEqual(['2019/20', '2021/22', '2023/24']);
    expect(rows.map((r) => r.type === 'value' && r.past)).toEqual([
      [
        { schoolYear: '2019/20', value: 1 },
        { schoolYear: '2021/22', value: 2 },
        { schoolYear: '2023/24', value: 0 },
      ],
      [{ schoolYear: '2019/20' }, { schoolYear: '2021/22' }, { schoolYear: '2023/24' }],
    ]);
    expect(rows.map((r) => r.type === 'value' && r.trend?.delta)).toEqual([5, undefined]);
    expect(lasting(table(input)).map((r) => r.code)).toEqual(['a']);
  });

  it('sets the region beside only where it has more districts', () => {
    const base = summaryInput({
      catalog: catalog({ indicators: [indicator('a')] }),
      results: [result('a', 'gor', year, 5), result('a', 'RU-00', year, 7, { level: 'region' })],
    });
    expect(table(base).hasRegion).toBe(false);
    const districts = [district('gor', 'Горный район'), district('other', 'Лесной район')];
    const input = { ...base, register: { ...base.register, districts } };
    expect(table(input).rows[0]).toMatchObject({ region: { value: 7 } });
    const apart = {
      ...base.register,
      districts: [districts[0]!, district('other', 'Лесной район', 'RU-11')],
    };
    expect(table({ ...base, register: apart }).hasRegion).toBe(false);
  });

  it('calls a share of few people weak, but not a full count of organisations', () => {
    const interval = { denominator: 12, low: 39, high: 86 };
    const input = summaryInput({
      catalog: catalog({
        indicators: [
          indicator('a'),
          indicator('b', { kind: 'presence' }),
          indicator('c', { kind: 'presence' }),
        ],
      }),
      results: [
        result('a', 'gor', year, 66, interval),
        result('b', 'gor', year, 66, { ...interval, reported: 12, expected: 12 }),
        result('c', 'gor', year, 66, { ...interval, reported: 12, expected: 15 }),
      ],
    });
    expect(table(input).rows.map((r) => r.type === 'value' && r.fewData)).toEqual([true, false, true]);
  });

  it('prints the definition of the school year', () => {
    const input = summaryInput({
      catalog: catalog({
        indicators: [
          indicator('a', { title: 'старое', validTo: '2023/24' }),
          indicator('a', { title: 'новое', validFrom: '2024/25' }),
        ],
      }),
      results: [result('a', 'gor', year, 5)],
    });
    expect(table(input).rows.map((r) => r.type === 'value' && r.indicator.title)).toEqual(['новое']);
  });
});

describe('matrix', () => {
  const base = summaryInput({
    catalog: catalog({ indicators: [indicator('a')] }),
    register: {
      organisations: ['s2', 's1', 's3', 's4']
        .map((code) => organisation(code))
        .concat(organisation('old', { closed: '2024-08-31' })),
      districts: [district('gor', 'Горный район')],
    },
  });

  it('shows a value, a reason, or that nothing is owed, in register order', () => {
    const input = {
      ...base,
      catalog: catalog({ indicators: [indicator('a'), indicator('b')] }),
      results: [
        result('a', 's1', year, 0),
        result('a', 's2', year, 'rejected'),
        result('a', 's3', '2023/24', 9),
        result('a', 's1', `${year}:start`, 4),
        result('b', 's3', year, 3),
        result('a', 'old', year, 3),
        result('a', 'gor', year, 0),
      ],
    };
    const found = cross(input);
    expect(found.organisations.map((o) => o.code)).toEqual(['s2', 's1', 's3']);
    expect(found.omitted).toEqual(['Школа s4']);
    expect(found.rows.map((r) => r.type === 'value' && r.cells)).toEqual([
      [
        { state: 'missing', reason: 'rejected' },
        { state: 'value', value: 0, fewData: false },
        { state: 'not_owed' },
      ],
      [{ state: 'not_owed' }, { state: 'not_owed' }, { state: 'value', value: 3, fewData: false }],
    ]);
    expect(found.rows.map((r) => r.type === 'value' && r.district)).toEqual([
      { value: 0, reason: '' },
      undefined,
    ]);
  });

  const values = (better: 'higher' | 'lower', numbers: readonly number[], extra = {}) => {
    const codes = ['s2', 's1', 's3', 's4'];
    const input = {
      ...base,
      catalog: catalog({ indicators: [indicator('a', { better, ...extra })] }),
      results: numbers.map((n, i) => result('a', codes[i]!, year, n)),
    };
    return cross(input).rows[0];
  };

  it('names both ends by the better side, with ties', () => {
    expect(values('higher', [50, 70, 70, 20])).toMatchObject({
      spread: {
        best: { organisations: ['s1', 's3'], value: 70 },
        worst: { organisations: ['s4'], value: 20 },
      },
    });
    expect(values('lower', [50, 70, 70, 20])).toMatchObject({
      spread: { best: { organisations: ['s4'] }, worst: { organisations: ['s1', 's3'] } },
    });
  });

  it('ranks neither two values, nor equal ones, nor counts, nor what is only monitored', () => {
    expect(values('higher', [50, 70])).not.toHaveProperty('spread');
    expect(values('higher', [50, 50, 50])).not.toHaveProperty('spread');
    expect(values('higher', [50, 70, 20], { kind: 'count' })).toMatchObject({ isRanked: false });
    expect(values('higher', [50, 70, 20], { negativeEffects: true })).not.toHaveProperty('spread');
  });
});

describe('highlights', () => {
  it('prefer noticeable changes, then judged ones, then large ones, in the order of print', () => {
    const wide = { denominator: 80, low: 40, high: 60 };
    const shares = ['a', 'b', 'c', 'd'];
    const input = summaryInput({
      catalog: catalog({
        indicators: shares.map((code, i) =>
          indicator(code, { no: `${i + 1}`, better: code === 'd' ? 'neutral' : 'higher' }),
        ),
      }),
      results: [
        result('a', 'gor', '2023/24', 50, wide),
        result('a', 'gor', year, 51, wide),
        result('b', 'gor', '2023/24', 50, wide),
        result('b', 'gor', year, 53, wide),
        result('c', 'gor', '2023/24', 50, { denominator: 9000, low: 49.9, high: 50.1 }),
        result('c', 'gor', year, 50.5, { denominator: 9000, low: 50.4, high: 50.6 }),
        result('d', 'gor', '2023/24', 50, wide),
        result('d', 'gor', year, 58, wide),
      ],
    });
    expect(yearOnYear(table(input), 2).map((r) => r.code)).toEqual(['b', 'c']);
    expect(yearOnYear(table(input), 3).map((r) => r.code)).toEqual(['a', 'b', 'c']);
  });

  it('take the widest spread of a well-known share', () => {
    const input = summaryInput({
      catalog: catalog({ indicators: ['a', 'b'].map((code) => indicator(code)) }),
      results: [
        ...['s1', 's2', 's3'].map((unit, i) => result('a', unit, year, 50 + i)),
        ...['s1', 's2', 's3'].map((unit, i) => result('b', unit, year, 50 + 10 * i)),
      ],
    });
    expect(mostTelling(cross(input))?.code).toBe('b');
    expect(mostTelling(cross(summaryInput()))).toBeUndefined();
  });
});
