import { beforeAll, describe, expect, it } from 'vitest';
import { type Snapshot, unpackTab } from '../../appsscript/calls/review.ts';
import { readSource } from '../../etl/source/read-source.ts';
import { writeWorkbook } from '../../etl/xlsx/write.ts';
import type { Catalog } from '../../shared/catalog/types.ts';
import { withRejected } from '../../shared/check/reject.ts';
import { runChecks } from '../../shared/check/run-checks.ts';
import { columnsOf } from '../../shared/indicator/columns.ts';
import { evaluate } from '../../shared/indicator/evaluate.ts';
import type { IndicatorResult } from '../../shared/indicator/types.ts';
import { compareIssues } from '../../shared/issue/compare-issues.ts';
import type { Issue, Place } from '../../shared/issue/issue.ts';
import type { Observation } from '../../shared/observation/observation.ts';
import { parsePeriod } from '../../shared/period/period.ts';
import type { Plan, Scalar } from '../../shared/plan/plan.ts';
import type { Organisation } from '../../shared/register/register.ts';
import { figures } from '../../shared/review/figures.ts';
import { type Review, review } from '../../shared/review/review.ts';
import { templatePlan } from '../../shared/template/template-plan.ts';
import { bookOfPlan } from '../appsscript/fakes/book-of-plan.ts';
import { openRealm } from '../appsscript/realm.ts';
import { fixtureCatalog, fixtureRegister, nineYear, school } from '../shared/template/catalog-fixture.ts';

const schoolYear = '2024/25';
const date = '2025-09-30';
const document = { file: 'book' };

type Values = Readonly<Record<string, Scalar>>;

/** A fill with every kind of answer and fault. */
const typed: Values = {
  'q.pupils.noo 2024/25:start': 40,
  'q.basic.noo 2024/25:start': 30,
  'q.pupils.ooo 2024/25:start': 10,
  'q.basic.ooo 2024/25:start': 12,
  'q.above.noo 2024/25:start': '7,0',
  'q.above.ooo 2024/25:start': 'х',
  'q.meta 2024/25:start': 'н/д',
  'q.score 2024/25:middle': 12.5,
  'q.meta 2024/25:middle': 4,
  'oge.graduates 2024/25': 20,
  'oge.passed 2024/25': 19,
  'gia.date 2024/25': '2025-05-20',
  'gia.order 2024/25': 'Иванова Мария Петровна',
  'ol.held 2024/25:q1': 'да',
  'ol.observers 2024/25:q1': 'нет',
  'ol.people 2024/25:q1': 38,
  'ol.prizes 2024/25:q1': 4,
  'ol.people 2024/25:q2': 39,
  'ol.people 2024/25:q3': 'двадцать',
  'vpr.n.ru.g4 2024/25': 3,
  'vpr.ok.ru.g4 2024/25': 2,
};

const before: Readonly<Record<string, number>> = {
  'q.basic.noo 2023/24:end': 20,
  'q.pupils.noo 2023/24:end': 40,
  'ol.people 2023/24:q4': 30,
};

const planOf = (organisation: Organisation, catalog: Catalog, values: Values): Plan =>
  templatePlan({
    catalog,
    register: fixtureRegister,
    unit: { level: 'organisation', organisation },
    schoolYear,
    workspace: 'gor',
    catalogVersion: '1',
    previous: (element, period) => before[`${element} ${period}`],
    fill: {
      value: (element, period) => values[`${element} ${period}`],
      submitted: 'да',
      submittedOn: '2025-06-01',
      submittedByPost: 'директор',
    },
  });

/** What the nightly run makes of this workbook alone: by the whole catalogue, register and last year's values. */
async function night(organisation: Organisation, catalog: Catalog, plan: Plan) {
  const { observations, issues } = readSource('book', await writeWorkbook(plan), { catalog });
  const earlier = Object.entries(before).map(([key, value]) => {
    const [element = '', period = ''] = key.split(' ');
    return { unit: organisation.code, element, period, status: 'value' as const, value };
  });
  const columns = columnsOf(fixtureRegister, catalog, [...earlier, ...observations]);
  const placeOf = (unit: string, element: string, period: string): Place | undefined =>
    observations.find((o) => o.unit === unit && o.element === element && o.period === period)?.place;
  const checked = runChecks({ catalog, observations: columns, date: '9999-12-31' }, placeOf);
  const sound = withRejected(columns, catalog, checked.rejected);
  return {
    observations,
    issues: [...issues, ...checked.issues].sort(compareIssues),
    rows: [...evaluate({ catalog, observations: sound, date }).rows()].filter(
      (row) =>
        row.level === 'organisation' &&
        row.unit === organisation.code &&
        parsePeriod(row.period)?.schoolYear === schoolYear,
    ),
  };
}

/** What the add-on makes of the same plan, rendered into a spreadsheet. */
async function sheet(
  plan: Plan,
): Promise<{ readonly found: Review; readonly reads: number; readonly tabs: number }> {
  const realm = await openRealm(bookOfPlan(plan));
  const snapshot = realm.call('snapshot') as Snapshot;
  expect(realm.calls.count('write')).toBe(0);
  const found = review({ sheets: snapshot.tabs.map(unpackTab) }, document, date);
  return { found, reads: realm.calls.count('read'), tabs: snapshot.tabs.length };
}

const plainObservation = ({ place: { tab, cell }, ...o }: Observation) => ({ ...o, tab, cell });
const plainIssue = ({ place: { tab, cell }, ...issue }: Issue) => ({ ...issue, tab, cell });
const byKey = (rows: readonly IndicatorResult[]) =>
  [...rows].sort((a, b) => (`${a.indicator} ${a.period}` < `${b.indicator} ${b.period}` ? -1 : 1));

describe.each([
  ['a school of all levels', school],
  ['a school of nine years', nineYear],
])('the add-on says what the night says: %s', (_, organisation) => {
  let expected: Awaited<ReturnType<typeof night>>;
  let own: Awaited<ReturnType<typeof sheet>>;
  beforeAll(async () => {
    const plan = planOf(organisation, fixtureCatalog, typed);
    expected = await night(organisation, fixtureCatalog, plan);
    own = await sheet(plan);
  });

  it('gives the same observations', () => {
    expect(own.found.observations.map(plainObservation)).toEqual(expected.observations.map(plainObservation));
  });

  it('gives the same issues', () => {
    expect(own.found.issues.map(plainIssue)).toEqual(expected.issues.map(plainIssue));
    const codes = new Set(own.found.issues.map(({ code }) => code));
    expect([...codes]).toEqual(
      expect.arrayContaining([
        'cell.not_number',
        'cell.range',
        'check.part_over_whole',
        'cell.personal_data',
      ]),
    );
  });

  it('gives the same figures', () => {
    expect(byKey(figures(own.found).map(({ result }) => result))).toEqual(byKey(expected.rows));
    expect(expected.rows.filter(({ value }) => value !== undefined).length).toBeGreaterThan(10);
  });

  it('reads each tab in few trips', () => {
    expect(own.reads).toBeLessThanOrEqual(4 * own.tabs);
  });
});
