import { describe, expect, it } from 'vitest';
import { criteriaRows, unknownKeys } from '../../../shared/criteria/criteria-rows.ts';
import { statusOf } from '../../../shared/criteria/mark.ts';
import type { RecordRow } from '../../../shared/record/record.ts';
import { criteriaCatalog } from '../../fixtures/criteria-catalog.ts';
import { recordRow } from '../../fixtures/record-row.ts';
import { district, organisation, register } from '../../fixtures/small-register.ts';

const catalog = criteriaCatalog();
const units = register(
  [organisation('s1'), organisation('s2', { closed: '2020-01-01' })],
  [district('d1', { roadmaps: ['map'] }), district('d2')],
);
const rows = (...records: RecordRow[]) =>
  criteriaRows({ catalog, register: units, schoolYear: '2021/22', records });
const told = (list: ReturnType<typeof rows>, key: string) => {
  const { own, byDistrict, status } = list.find(({ item }) => item.key === key)!;
  return [own, byDistrict, status];
};

describe('status of a mark', () => {
  it.each([
    ['yes', '+', 'met'],
    ['no', '+', 'not_met'],
    ['yes', '-', 'not_met'],
    ['no', '-', 'met'],
    ['partly', '-', 'partly'],
    ['not_applicable', '-', 'not_applicable'],
    ['yes', '', 'met'],
    [undefined, '-', 'no_data'],
  ] as const)('%s of polarity «%s» is %s', (mark, polarity, status) => {
    expect(statusOf(mark, polarity)).toBe(status);
  });
});

describe('criteria of units', () => {
  it('each district has its own criteria, each open organisation those of organisations', () => {
    expect(rows().map(({ unit, item }) => `${unit} ${item.key}`)).toEqual([
      'd1 map/talents/1.1/district',
      'd1 map/talents/2.2/district',
      'd1 map/talents/2.3/district',
      'd1 map/talents/2.4/district',
      's1 map/talents/1.1/organisation',
      's1 map/leaders/2.2/organisation',
    ]);
  });

  it('a district without criteria of its own may name those of another roadmap', () => {
    const named = register([], [district('d2', { columns: { code: 'd2', criteria: 'map' } })]);
    const found = criteriaRows({ catalog, register: named, schoolYear: '2021/22', records: [] });
    expect(found).toHaveLength(4);
  });

  it('marks of the school year count; the district is its own judge', () => {
    const key = 'map/talents/2.3/district';
    const list = rows(
      recordRow('criteria_self', { mark: 'no' }, { key }),
      recordRow('criteria_self', { mark: 'yes' }, { key: 'map/talents/1.1/district', schoolYear: '2020/21' }),
      recordRow(
        'criteria_self',
        {},
        { key: 'map/talents/2.2/district', answers: { mark: 'not_applicable' } },
      ),
    );
    expect(told(list, key)).toEqual(['no', 'no', 'met']);
    expect(told(list, 'map/talents/1.1/district')).toEqual([undefined, undefined, 'no_data']);
    expect(told(list, 'map/talents/2.2/district')).toEqual([
      'not_applicable',
      'not_applicable',
      'not_applicable',
    ]);
  });

  const goals = 'map/talents/1.1/organisation';
  const faults = 'map/leaders/2.2/organisation';
  const review = (values: RecordRow['values'], more: Partial<RecordRow> = {}) =>
    recordRow('criteria_review', { organisation: 's1', ...values }, more);
  const own = recordRow('criteria_self', { mark: 'yes' }, { unit: 's1', key: goals });

  it.each([
    ['no decision', [], ['yes', undefined, 'met'], [undefined, undefined, 'no_data']],
    [
      'all confirmed',
      [review({ mark: 'confirmed' })],
      ['yes', 'yes', 'met'],
      [undefined, undefined, 'no_data'],
    ],
    [
      'the more exact decision weighs more, wherever it stands',
      [review({ mark: 'no', criterion: goals }), review({ mark: 'partly', direction: 'talents' })],
      ['yes', 'no', 'not_met'],
      [undefined, undefined, 'no_data'],
    ],
    [
      'of equally exact ones the lower row counts',
      [review({ mark: 'no' }), review({ mark: 'yes' })],
      ['yes', 'yes', 'met'],
      [undefined, 'yes', 'not_met'],
    ],
    [
      'a criterion that could not be read is no decision about all',
      [review({ mark: 'no' }, { answers: { criterion: 'rejected' } })],
      ['yes', undefined, 'met'],
      [undefined, undefined, 'no_data'],
    ],
    [
      'decisions of another district do not count',
      [review({ mark: 'no' }, { unit: 'd2' })],
      ['yes', undefined, 'met'],
      [undefined, undefined, 'no_data'],
    ],
  ] as const)('%s', (_, decisions, first, second) => {
    const list = rows(own, ...decisions);
    expect([told(list, goals), told(list, faults)]).toEqual([first, second]);
  });
});

it('a row whose key the catalogue does not know is reported where it stands', () => {
  const known = recordRow('criteria_self', { mark: 'yes' }, { key: 'map/talents/1.1/district' });
  const foreign = recordRow('criteria_self', { mark: 'yes' }, { key: 'map/talents/9.9/district' });
  expect(unknownKeys([known, foreign], new Set(['map/talents/1.1/district']))).toEqual([
    {
      code: 'key.unknown',
      place: { file: 'a.xlsx', tab: 'Лист', cell: 'B2' },
      organisation: 'd1',
      element: 'criteria_self',
      period: '2021/22',
      params: { written: 'map/talents/9.9/district' },
    },
  ]);
});
