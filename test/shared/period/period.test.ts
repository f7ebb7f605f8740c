import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  frequencies,
  isDay,
  isShorterThanSchoolYear,
  nextSchoolYear,
  parsePeriod,
  periodsOfSchoolYear,
  previousPeriod,
  previousSchoolYear,
  schoolYearOf,
} from '../../../shared/period/period.ts';

const check = (key: string, expected: readonly [string, string, string, string]) =>
  it(`${key} is ${expected.join(' ')}`, () => {
    const p = parsePeriod(key);
    expect(p && [p.frequency, p.first, p.last, p.schoolYear]).toEqual(expected);
  });

describe('parsePeriod', () => {
  check('2024/25', ['school_year', '2024-09-01', '2025-08-31', '2024/25']);
  check('1999/00', ['school_year', '1999-09-01', '2000-08-31', '1999/00']);
  check('2024/25:start', ['stage', '2024-09-01', '2025-08-31', '2024/25']);
  check('2024/25:end', ['stage', '2024-09-01', '2025-08-31', '2024/25']);
  check('2024/25:q1', ['school_quarter', '2024-09-01', '2024-10-31', '2024/25']);
  check('2024/25:q2', ['school_quarter', '2024-11-01', '2024-12-31', '2024/25']);
  check('2024/25:q3', ['school_quarter', '2025-01-01', '2025-03-31', '2024/25']);
  check('2024/25:q4', ['school_quarter', '2025-04-01', '2025-08-31', '2024/25']);
  check('2025', ['year', '2025-01-01', '2025-12-31', '2024/25']);
  check('2025-H1', ['half_year', '2025-01-01', '2025-06-30', '2024/25']);
  check('2025-H2', ['half_year', '2025-07-01', '2025-12-31', '2024/25']);
  check('2024-Q4', ['quarter', '2024-10-01', '2024-12-31', '2024/25']);
  check('2025-Q3', ['quarter', '2025-07-01', '2025-09-30', '2024/25']);
  check('2024-02', ['month', '2024-02-01', '2024-02-29', '2023/24']);
  check('2100-02', ['month', '2100-02-01', '2100-02-28', '2099/00']);

  it.each([
    '',
    '2024/26',
    '2024/25:q5',
    '2024/25:',
    '2025-13',
    '2025-00',
    '2025-Q5',
    '2025-H3',
    '25',
    '2024-25',
    ' 2025',
  ])('refuses «%s»', (key) => expect(parsePeriod(key)).toBeUndefined());
});

describe('previousPeriod', () => {
  it.each([
    ['2024/25:start', '2023/24:end'],
    ['2024/25:end', '2024/25:middle'],
    ['2024/25', '2023/24'],
    ['2024/25:q1', '2023/24:q4'],
    ['2025', '2024'],
    ['2025-H1', '2024-H2'],
    ['2025-Q1', '2024-Q4'],
    ['2024-Q4', '2024-Q3'],
    ['2025-01', '2024-12'],
    ['2024-09', '2024-08'],
  ])('%s → %s', (key, expected) => expect(previousPeriod(parsePeriod(key)!).key).toBe(expected));
});

describe('school years', () => {
  it('begin on 1 September', () => {
    expect(schoolYearOf('2024-08-31')).toBe('2023/24');
    expect(schoolYearOf('2024-09-01')).toBe('2024/25');
    expect(previousSchoolYear('2000/01')).toBe('1999/00');
    expect(nextSchoolYear('1998/99')).toBe('1999/00');
  });

  it('hold the periods whose first day lies in them, back to back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1990, max: 2098 }),
        fc.constantFrom(...frequencies),
        (year, frequency) => {
          const key = `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
          const periods = periodsOfSchoolYear(frequency, key);
          for (const [i, p] of periods.entries()) {
            expect(p.schoolYear).toBe(key);
            expect(parsePeriod(p.key)).toEqual(p);
            if (i > 0) expect(previousPeriod(p).key).toBe(periods[i - 1]!.key);
            expect(isDay(p.first) && isDay(p.last) && p.first <= p.last).toBe(true);
          }
          expect(isShorterThanSchoolYear(frequency)).toBe(periods.length > 1);
        },
      ),
    );
  });
});

describe('isDay', () => {
  it.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['2024-13-01', false],
    ['2024-1-1', false],
    ['2024-04-31', false],
  ])('%s: %s', (text, expected) => expect(isDay(text)).toBe(expected));
});
