import { describe, expect, it } from 'vitest';
import { onBehalf } from '../../../etl/run/on-behalf.ts';
import type { Observation } from '../../../shared/observation/observation.ts';
import { district, organisation, register } from '../../fixtures/small-register.ts';

const units = register(
  [organisation('s1'), organisation('s2'), organisation('t1', { district: 'd2' })],
  [district('d1'), district('d2')],
);

const of = (unit: string, file: string): Observation => ({
  unit,
  element: 'e',
  period: '2024/25',
  status: 'value',
  value: 1,
  place: { file, tab: 'f', cell: 'D9' },
});

/** Whose values of a workbook (or CSV file) of `unit` are taken, and of whom it is said that they are not. */
function judge(
  unit: string | undefined,
  units_: readonly string[],
  kind: 'workbook' | 'observations' = 'workbook',
) {
  const { observations, issues, enteredBy } = onBehalf(
    [{ id: 1, path: 'a.xlsx', kind, ...(unit && { unit, submittedByPost: 'методист' }) }],
    [{ sourceId: 1, observations: units_.map((code) => of(code, 'a.xlsx')) }],
    units,
  );
  return {
    taken: observations.flatMap((given) => given.observations.map((o) => o.unit)),
    refused: issues.map(({ code, organisation: whose, params }) => `${code} ${whose} ${params?.taken}`),
    by: enteredBy.get('a.xlsx'),
  };
}

describe('values that a workbook gives of others', () => {
  it.each([
    ['a school of itself', 's1', ['s1', 's1'], ['s1', 's1'], [], undefined],
    ['a district of itself', 'd1', ['d1'], ['d1'], [], undefined],
    ['a district of its schools', 'd1', ['d1', 's1', 's2'], ['d1', 's1', 's2'], [], 'd1'],
    [
      'a district of a school of another, told once',
      'd1',
      ['s1', 't1', 't1'],
      ['s1'],
      ['organisation.unknown t1 other_district'],
      'd1',
    ],
    ['a district of another', 'd1', ['d2'], [], ['organisation.unknown d2 other_district'], 'd1'],
    ['a school of another', 's1', ['s1', 's2'], ['s1'], ['organisation.unknown s2 not_district'], undefined],
    // whoever reports unknown units reports these
    ['a district of nobody known', 'd1', ['x9'], ['x9'], [], 'd1'],
  ] as const)('%s', (_, unit, given, taken, refused, by) => {
    const judged = judge(unit, given);
    expect(judged.taken).toEqual(taken);
    expect(judged.refused).toEqual(refused);
    expect(judged.by).toEqual(by && { district: by, post: 'методист' });
  });

  it('leaves CSV files alone, which speak for whom they name', () => {
    expect(judge(undefined, ['s1', 't1'], 'observations')).toEqual({
      taken: ['s1', 't1'],
      refused: [],
      by: undefined,
    });
  });
});
