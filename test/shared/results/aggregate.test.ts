import { describe, expect, it } from 'vitest';
import type { Organisation, Register } from '../../../shared/register/register.ts';
import { aggregateResults, isResultExpected, programmeOfGrade } from '../../../shared/results/aggregate.ts';
import type { AssessmentResult } from '../../../shared/results/result.ts';

const organisation = (code: string, extra: Partial<Organisation> = {}): Organisation => ({
  code,
  name: code,
  types: ['school'],
  district: 'd1',
  programmes: ['НОО', 'ООО', 'СОО'],
  columns: {},
  ...extra,
});

const district = (code: string, region: string) => ({
  code,
  name: code,
  region,
  regionName: region,
  roadmaps: [],
  columns: {},
});

const result = (
  organisationCode: string,
  marks: readonly [number, number, number, number],
  extra: Partial<AssessmentResult> = {},
): AssessmentResult => ({
  schoolYear: '2024/25',
  procedure: 'oge',
  subject: 'math',
  grade: '9',
  stage: '',
  district: 'd1',
  organisation: organisationCode,
  participants: marks[0] + marks[1] + marks[2] + marks[3],
  mark2: marks[0],
  mark3: marks[1],
  mark4: marks[2],
  mark5: marks[3],
  place: { file: 'results.csv', line: 2 },
  ...extra,
});

describe('aggregateResults', () => {
  it('adds marks up and takes shares from the sums', () => {
    const register: Register = {
      organisations: [organisation('s1'), organisation('s2')],
      districts: [district('d1', 'RU-00')],
    };
    // the golden workspace: 2+1, 8+4, 6+4, 4+1 of 20+10
    const rows = aggregateResults([result('s1', [2, 8, 6, 4]), result('s2', [1, 4, 4, 1])], register);
    expect(
      rows.map((r) => [
        r.level,
        r.unit,
        r.participants,
        r.share2,
        r.share3,
        r.share4,
        r.share5,
        r.reported,
        r.expected,
      ]),
    ).toEqual([
      ['district', 'd1', 30, 10, 40, 1000 / 30, 500 / 30, 2, 2],
      ['organisation', 's1', 20, 10, 40, 30, 20, 1, 1],
      ['organisation', 's2', 10, 10, 40, 40, 10, 1, 1],
      ['region', 'RU-00', 30, 10, 40, 1000 / 30, 500 / 30, 2, 2],
    ]);
  });

  it('gives no share where nobody took part', () => {
    const rows = aggregateResults([result('s1', [0, 0, 0, 0])], {
      organisations: [organisation('s1')],
      districts: [],
    });
    expect(rows).toHaveLength(2);
    for (const r of rows) expect([r.participants, r.share2, r.share5]).toEqual([0, undefined, undefined]);
  });

  it('expects schools that teach the grade, whoever is of unknown kind, and whoever reported', () => {
    const register: Register = {
      organisations: [
        organisation('s1'),
        organisation('primary', { programmes: ['НОО'] }),
        organisation('unknown', { types: [], programmes: [] }),
        organisation('kinder', { types: ['preschool'], programmes: ['ДО'] }),
        organisation('closed', { closed: '2024-08-31' }),
        organisation('late', { opened: '2025-08-31' }),
        organisation('odd', { types: ['extracurricular'], programmes: ['ДОП'] }),
        organisation('elsewhere', { district: 'd2' }),
      ],
      districts: [district('d1', 'RU-00'), district('d2', 'RU-00')],
    };
    const rows = aggregateResults([result('s1', [1, 1, 1, 1]), result('odd', [1, 0, 0, 0])], register);
    const of = (level: string) =>
      rows.filter((r) => r.level === level).map((r) => [r.unit, r.reported, r.expected]);
    // d1: s1, unknown, late, odd; the region adds elsewhere; d2 has no row of its own
    expect(of('district')).toEqual([['d1', 2, 4]]);
    expect(of('region')).toEqual([['RU-00', 2, 5]]);
  });

  it('puts an unknown organisation into the district its row names, and no region row without a region', () => {
    const rows = aggregateResults([result('x', [1, 0, 0, 0], { district: 'd9' })], {
      organisations: [],
      districts: [district('d9', '')],
    });
    expect(rows.map((r) => [r.level, r.unit, r.expected])).toEqual([
      ['district', 'd9', 1],
      ['organisation', 'x', 1],
    ]);
  });

  it('keeps stages, years, subjects and grades apart, in code-point order of the keys', () => {
    const register: Register = { organisations: [organisation('s1')], districts: [] };
    const rows = aggregateResults(
      [
        result('s1', [1, 0, 0, 0], { grade: '9' }),
        result('s1', [1, 0, 0, 0], { grade: '11' }),
        result('s1', [1, 0, 0, 0], { stage: 'резерв' }),
        result('s1', [1, 0, 0, 0], { subject: 'inf' }),
        result('s1', [1, 0, 0, 0], { schoolYear: '2023/24' }),
      ],
      register,
    );
    expect(
      rows.filter((r) => r.level === 'district').map((r) => [r.schoolYear, r.subject, r.grade, r.stage]),
    ).toEqual([
      ['2023/24', 'math', '9', ''],
      ['2024/25', 'inf', '9', ''],
      ['2024/25', 'math', '11', ''],
      ['2024/25', 'math', '9', ''],
      ['2024/25', 'math', '9', 'резерв'],
    ]);
  });
});

describe('programmeOfGrade', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['1', 'НОО'],
    ['4', 'НОО'],
    ['5', 'ООО'],
    ['9', 'ООО'],
    ['10', 'СОО'],
    ['11', 'СОО'],
    ['12', undefined],
    ['0', undefined],
    ['', undefined],
    ['9а', undefined],
  ];
  for (const [grade, expected] of cases)
    it(`«${grade}» → ${expected}`, () => expect(programmeOfGrade(grade)).toBe(expected));
});

describe('isResultExpected', () => {
  it('asks for the programme only where the grade is one', () => {
    const primary = organisation('p', { programmes: ['НОО'] });
    expect([
      isResultExpected(primary, '2024/25', '4'),
      isResultExpected(primary, '2024/25', '9'),
      isResultExpected(primary, '2024/25', 'выпуск'),
    ]).toEqual([true, false, true]);
  });
});
