import { beforeAll, describe, expect, it } from 'vitest';
import { type Snapshot, unpackTab } from '../../appsscript/calls/review.ts';
import { loadCatalog } from '../../etl/catalog/load.ts';
import { readSource } from '../../etl/source/read-source.ts';
import { writeWorkbook } from '../../etl/xlsx/write.ts';
import { resolveConcrete } from '../../shared/catalog/concrete.ts';
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
import type { RecordRow } from '../../shared/record/record.ts';
import type { Organisation } from '../../shared/register/register.ts';
import { figures } from '../../shared/review/figures.ts';
import { review } from '../../shared/review/review.ts';
import type { GivenRow } from '../../shared/template/record-sheet.ts';
import { templatePlan } from '../../shared/template/template-plan.ts';
import type { Book } from '../appsscript/fakes/book.ts';
import { bookOfPlan } from '../appsscript/fakes/book-of-plan.ts';
import { openRealm } from '../appsscript/realm.ts';
import { filledPlan, type Value, valueIn } from '../fixtures/filled-plan.ts';
import { recordCatalog } from '../fixtures/record-catalog.ts';
import { hurriedAnswers } from '../fixtures/review-plan.ts';
import { fixtureCatalog, fixtureRegister, nineYear, school } from '../shared/template/catalog-fixture.ts';

const schoolYear = '2024/25';
const date = '2025-09-30';
const document = { file: 'book' };

/** A fill with every kind of answer and fault. */
const typed: Readonly<Record<string, Scalar>> = {
  ...hurriedAnswers,
  'q.score 2024/25:middle': 12.5,
  'q.meta 2024/25:middle': 4,
};

const before: Readonly<Record<string, number>> = {
  'q.basic.noo 2023/24:end': 20,
  'q.pupils.noo 2023/24:end': 40,
  'ol.people 2023/24:q4': 30,
};

const planOf = (organisation: Organisation, catalog: Catalog, value: Value): Plan =>
  filledPlan(value, { catalog, unit: { level: 'organisation', organisation }, previous: valueIn(before) });

/** What the nightly run makes of this workbook alone: by the whole catalogue, register and last year's values. */
async function night(organisation: Organisation, catalog: Catalog, plan: Plan) {
  const { observations, issues } = readSource('book', await writeWorkbook(plan), { catalog });
  const earlier = Object.entries(before).map(([key, value]) => {
    const [element = '', period = ''] = key.split(' ');
    return { unit: organisation.code, element, period, status: 'value' as const, value };
  });
  const columns = columnsOf(fixtureRegister, catalog, [...earlier, ...observations]);
  const places = new Map(observations.map((o) => [`${o.unit} ${o.element} ${o.period}`, o.place]));
  const placeOf = (unit: string, element: string, period: string): Place | undefined =>
    places.get(`${unit} ${element} ${period}`);
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
async function sheet(plan: Plan, change: (book: Book) => void = () => undefined) {
  const book = bookOfPlan(plan);
  change(book);
  const realm = await openRealm(book);
  const snapshot = realm.call('snapshot') as Snapshot;
  expect(realm.calls.count('write')).toBe(0);
  const found = review({ sheets: snapshot.tabs.map(unpackTab) }, document, date);
  return {
    found,
    trips: realm.calls.count('read') + realm.calls.count('ask'),
    tabs: snapshot.tabs.length,
    bytes: JSON.stringify(snapshot).length,
  };
}

const plainObservation = ({ place: { tab, cell }, ...o }: Observation) => ({ ...o, tab, cell });
const plainRow = ({ place: { tab, cell }, ...row }: RecordRow) => ({ ...row, tab, cell });
const plainIssue = ({ place: { tab, cell }, ...issue }: Issue) => ({ ...issue, tab, cell });
const byKey = (rows: readonly IndicatorResult[]) =>
  [...rows].sort((a, b) => (`${a.indicator} ${a.period}` < `${b.indicator} ${b.period}` ? -1 : 1));

/** Every third cell stays empty; the others hold numbers of their own, yes and no in turn. */
const everywhere =
  (catalog: Catalog) =>
  (element: string, period: string): Scalar | undefined => {
    let n = 0;
    for (const character of `${element} ${period}`) n = (n * 31 + character.charCodeAt(0)) % 997;
    if (n % 3 === 0) return undefined;
    const { type, unit } = resolveConcrete(catalog, element)!.element;
    if (type === 'yes_no') return n % 2 === 0 ? 'да' : 'нет';
    if (type === 'date') return '2025-03-01';
    if (type === 'text') return 'приказ № 5';
    return n % 11 === 0 ? 'н/д' : unit === '%' ? n % 100 : n;
  };

describe.each([
  ['a school of all levels', school, undefined],
  ['a school of nine years', nineYear, undefined],
  ['the built-in template of a school', school, 'built-in'],
] as const)('the add-on says what the night says: %s', (_, organisation, which) => {
  let catalog = fixtureCatalog;
  let expected: Awaited<ReturnType<typeof night>>;
  let own: Awaited<ReturnType<typeof sheet>>;
  beforeAll(async () => {
    if (which === 'built-in') catalog = await loadCatalog({});
    const value = which === 'built-in' ? everywhere(catalog) : valueIn(typed);
    const plan = planOf(organisation, catalog, value);
    expected = await night(organisation, catalog, plan);
    own = await sheet(plan);
  });

  it('gives the same observations', () => {
    expect(own.found.observations.map(plainObservation)).toEqual(expected.observations.map(plainObservation));
    expect(own.found.observations.filter(({ status }) => status === 'value').length).toBeGreaterThan(10);
  });

  it('gives the same issues', () => {
    expect(own.found.issues.map(plainIssue)).toEqual(expected.issues.map(plainIssue));
    expect(own.found.issues.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['cell.range', 'check.part_over_whole'].slice(which ? 1 : 0)),
    );
  });

  it('gives the same figures, apart from those of official results', () => {
    const known = new Set(own.found.catalog.indicators.map(({ code }) => code));
    const base = (code: string): string => {
      let found = code;
      while (found !== '' && !known.has(found)) found = found.slice(0, Math.max(0, found.lastIndexOf('.')));
      return found;
    };
    const rows = expected.rows.filter((row) => base(row.indicator) !== '');
    expect(byKey(figures(own.found).map(({ result }) => result))).toEqual(byKey(rows));
    expect(rows.filter(({ value }) => value !== undefined).length).toBeGreaterThan(10);
    const others = expected.rows.filter((row) => base(row.indicator) === '');
    expect(others.filter(({ value }) => value !== undefined)).toEqual([]);
  });

  it('reads each tab in few trips, and stays small', () => {
    expect(own.trips).toBeLessThan(3 * own.tabs);
    expect(own.bytes).toBeLessThan(1_500_000);
  });
});

describe('entry cells that people merged', () => {
  it('are told once per merge, and count for nobody', async () => {
    const plan = planOf(school, fixtureCatalog, valueIn(typed));
    const { found } = await sheet(plan, (book) => book.tab('ГИА').merges.push('E8:E9'));
    const told = found.issues.filter(({ code }) => code === 'cell.merged');
    expect(told.map(({ element, params, raw }) => [element, params, raw])).toEqual([
      ['oge.graduates', { range: 'E8:E9' }, '20'],
    ]);
    const own = found.observations.filter(({ element }) => element.startsWith('oge.'));
    expect(own.map(({ element, status }) => `${element} ${status}`)).toEqual([
      'oge.graduates rejected',
      'oge.passed rejected',
    ]);
  });
});

describe('registers of objects', () => {
  const rows: Readonly<Record<string, readonly GivenRow[]>> = {
    acts: [
      { values: { kind: 'регламент', title: 'Положение о ВСОКО', approved_on: '2024-09-01' } },
      { values: { kind: 'неизвестный вид', title: 'Приказ' } },
      { values: { kind: 'order' } },
    ],
    events: [
      { values: { title: 'Олимпиада', direction: 'talents', people: 6000, month: 'март 2025' } },
      { values: { title: 'Конкурс', held: 'да', rate: '45,5', study: '2024/25' } },
    ],
  };

  it('gives the same rows and issues, synonyms of the catalogue included', async () => {
    const plan = templatePlan({
      catalog: recordCatalog,
      register: fixtureRegister,
      unit: { level: 'organisation', organisation: school },
      schoolYear,
      workspace: 'gor',
      catalogVersion: '1',
      fill: { rows: (record) => rows[record] ?? [] },
    });
    const expected = readSource('book', await writeWorkbook(plan), { catalog: recordCatalog });
    const { found } = await sheet(plan);
    expect(found.records.map(plainRow)).toEqual(expected.records.map(plainRow));
    expect(found.records.length).toBeGreaterThanOrEqual(4);
    expect(found.issues.map(plainIssue)).toEqual([...expected.issues].sort(compareIssues).map(plainIssue));
    expect(found.issues.map(({ code }) => code)).toEqual(expect.arrayContaining(['cell.list', 'cell.range']));
  });
});
