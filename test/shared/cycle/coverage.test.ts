import { describe, expect, it } from 'vitest';
import type { ActivityRow } from '../../../shared/activity/activity-rows.ts';
import { criteriaRows } from '../../../shared/criteria/criteria-rows.ts';
import { type CycleData, cycleCoverage } from '../../../shared/cycle/coverage.ts';
import { cycleFindings } from '../../../shared/cycle/cycle-findings.ts';
import { fitsText } from '../../../shared/cycle/match-rule.ts';
import type { RecordRow } from '../../../shared/record/record.ts';
import { criteriaCatalog } from '../../fixtures/criteria-catalog.ts';
import { recordRow } from '../../fixtures/record-row.ts';
import { district, organisation, register } from '../../fixtures/small-register.ts';

const catalog = criteriaCatalog();
const units = register([organisation('s1')], [district('d1', { roadmaps: ['map'] })]);
const nothing: CycleData = { indicators: () => false, values: () => false };

function states(given: {
  readonly records?: readonly RecordRow[];
  readonly activities?: readonly ActivityRow[];
  readonly data?: CycleData;
}) {
  const { records = [], activities = [], data = nothing } = given;
  const schoolYear = '2021/22';
  const criteria = criteriaRows({ catalog, register: units, schoolYear, records });
  const coverage = cycleCoverage({
    catalog,
    register: units,
    schoolYear,
    criteria,
    activities,
    records,
    data,
  });
  const found = cycleFindings(coverage, units, schoolYear);
  return {
    found,
    of: (unit: string, rule: string) => found.find((f) => f.unit === unit && f.rule === rule)!,
    said: found
      .filter(({ unit, verdict }) => unit === 'd1' && verdict !== 'not_enough_data')
      .map(({ rule, verdict, evidence }) => `${rule} ${verdict} ${String(evidence.state)}`),
  };
}

const self = (place: string, mark: string) =>
  recordRow('criteria_self', { mark }, { key: `map/talents/${place}/district` });

const activity = (id: string, status: ActivityRow['status'], day?: string): ActivityRow => ({
  activity: catalog.activities.find((one) => one.id === id)!,
  ...{ key: `map/${id}`, district: 'd1', unit: 'd1' },
  status,
  ...(day !== undefined && { due: { day, nominal: day } as NonNullable<ActivityRow['due']> }),
});

describe('words of rules', () => {
  it.each([
    ['показател', '', 'Наличие ПОКАЗАТЕЛЕЙ', true],
    ['показател', 'негативными', 'Наличие показателей с негативными последствиями', false],
    ['^анализ', '', 'Анализ результатов', true],
    ['^анализ', '', 'По результатам: анализ', false],
    ['учёт специфики', '', 'Учет  специфики', true],
    ['целей|задач', '', 'постановка задач', true],
  ])('%s without «%s» in «%s»: %s', (words, without, text, fits) => {
    const rule = { words: words.split('|'), without: without === '' ? [] : [without] };
    expect(fitsText(rule, text)).toBe(fits);
  });
});

describe('links of the cycle', () => {
  it('says nothing where nothing is known: every link of every direction, for both levels', () => {
    const { found } = states({});
    expect(found).toHaveLength(2 * 2 * 3);
    expect(new Set(found.map(({ verdict }) => verdict))).toEqual(new Set(['not_enough_data']));
    expect(found[0]).toEqual({
      kind: 'cycle',
      rule: 'map.talents.goals',
      level: 'district',
      unit: 'd1',
      period: '2021/22',
      verdict: 'not_enough_data',
      evidence: { state: 'unknown', criteria: { no_data: ['map/talents/1.1/district'] } },
    });
  });

  it.each([
    ['a criterion that is met', [self('1.1', 'yes')], ['map.talents.goals not_flagged yes']],
    ['one that is not', [self('1.1', 'no')], ['map.talents.goals flagged no']],
    ['one that is met partly', [self('2.2', 'partly')], ['map.talents.indicators not_flagged partly']],
    ['one that does not apply', [self('1.1', 'not_applicable')], []],
    ['minus polarity closes no link', [self('2.3', 'no')], []],
    ['own words before the heading', [self('2.4', 'yes')], ['map.talents.analysis not_flagged yes']],
    [
      'a document of a known kind',
      [recordRow('evidence', { direction: 'talents', kind: 'note' })],
      ['map.talents.analysis not_flagged yes'],
    ],
    [
      'a document of a kind that proves no link',
      [recordRow('evidence', { direction: 'talents', kind: 'letter' })],
      [],
    ],
    [
      'a document of the year before',
      [recordRow('evidence', { direction: 'talents', kind: 'note' }, { schoolYear: '2020/21' })],
      [],
    ],
    [
      'an expected result of one of its calendar years',
      [recordRow('criteria_expected', { mark: 'yes' }, { key: 'map/talents/2022/1' })],
      ['map.talents.analysis not_flagged yes'],
    ],
    [
      'an expected result of a later year',
      [recordRow('criteria_expected', { mark: 'no' }, { key: 'map/talents/2023/1' })],
      [],
    ],
    [
      'something for it and something against',
      [self('2.4', 'no'), recordRow('evidence', { direction: 'talents', kind: 'note' })],
      ['map.talents.analysis not_flagged partly'],
    ],
  ] as const)('%s', (_, records, said) => {
    expect(states({ records }).said).toEqual(said);
  });

  it.each([
    ['done', '2022-05-31', ['map.talents.analysis not_flagged yes']],
    ['done_late', '2021-09-01', ['map.talents.analysis not_flagged yes']],
    ['overdue', '2022-05-31', ['map.talents.analysis flagged no']],
    ['in_progress', '2022-05-31', []],
    ['overdue', '2022-12-30', []],
    ['done', undefined, ['map.talents.analysis not_flagged yes']],
    ['no_fixed_date', undefined, []],
  ] as const)('an activity %s, due %s', (status, day, said) => {
    expect(states({ activities: [activity('1', status, day)] }).said).toEqual(said);
  });

  it('data of the year, and evidence that names what it rests on', () => {
    const data = {
      indicators: (_: string, direction: string) => direction === 'leaders',
      values: () => true,
    };
    const { of } = states({ data, activities: [activity('2', 'overdue', '2022-05-31')] });
    expect(of('d1', 'map.leaders.indicators')).toMatchObject({
      verdict: 'not_flagged',
      evidence: { state: 'yes', activities: { overdue: ['2'] }, data: ['indicators'] },
    });
    expect(of('s1', 'map.leaders.indicators').verdict).toBe('not_flagged');
  });
});
