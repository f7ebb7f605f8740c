import { describe, expect, it } from 'vitest';
import { formAsks } from '../../../shared/catalog/form-asks.ts';
import type { Frequency } from '../../../shared/period/period.ts';
import { parsePeriod, periodsOfSchoolYear } from '../../../shared/period/period.ts';

const asked = (frequency: Frequency, due: string): string[] =>
  periodsOfSchoolYear(frequency, '2024/25')
    .filter((period) => formAsks({ frequency, due }, period))
    .map((period) => period.key);

describe('periods in which a form asks', () => {
  it.each<[string, Frequency, string, string]>([
    ['all without a deadline', 'stage', '', '2024/25:start 2024/25:middle 2024/25:end'],
    ['all with one deadline', 'stage', '06-10', '2024/25:start 2024/25:middle 2024/25:end'],
    ['not where a dash stands', 'stage', '10-25 - 06-10', '2024/25:start 2024/25:end'],
    ['first and last', 'school_quarter', '09-25 - - 04-25', '2024/25:q1 2024/25:q4'],
    [
      'all where the list is not one per period',
      'school_quarter',
      '09-25 -',
      '2024/25:q1 2024/25:q2 2024/25:q3 2024/25:q4',
    ],
    ['all with whole days, which hold dashes', 'half_year', '2025-01-20 2025-06-20', '2025-H1 2025-H2'],
  ])('%s', (_, frequency, due, keys) => {
    expect(asked(frequency, due)).toEqual(keys.split(' '));
  });

  it('a month list leaves July and August out', () => {
    const due = '10-05 11-05 12-05 12-31 02-05 03-05 04-05 05-05 06-05 06-30 - -';
    expect(asked('month', due)).toEqual(
      '2024-09 2024-10 2024-11 2024-12 2025-01 2025-02 2025-03 2025-04 2025-05 2025-06'.split(' '),
    );
  });

  it('says yes for periods of another kind and without a form', () => {
    const year = parsePeriod('2024/25')!;
    expect(formAsks({ frequency: 'stage', due: '- - -' }, year)).toBe(true);
    expect(formAsks(undefined, year)).toBe(true);
  });
});
