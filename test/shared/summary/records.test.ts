import { describe, expect, it } from 'vitest';
import { buildCatalog } from '../../../shared/catalog/build-catalog.ts';
import type { PlanCell, PlanSheet } from '../../../shared/plan/plan.ts';
import type { RecordRow } from '../../../shared/record/record.ts';
import { courseRequest } from '../../../shared/summary/course-request.ts';
import { districtUnits } from '../../../shared/summary/district-units.ts';
import type { SummaryInput } from '../../../shared/summary/input.ts';
import { summaryPlan } from '../../../shared/summary/plan.ts';
import { rotation } from '../../../shared/summary/rotation.ts';
import { satisfaction, surveyFigures } from '../../../shared/summary/survey-figures.ts';
import { type Cells, element, form, share, table } from '../catalog/tables.ts';
import { organisation, result, summaryInput } from './district.ts';

const field = (record: string, code: string, type: string, more: Cells = {}): Cells => ({
  record,
  code,
  name: code,
  type,
  ...more,
});

const { catalog, faults } = buildCatalog([
  table('dimensions', [
    { dimension: 'respondent', member: 'pupils', title: 'Обучающиеся', order: '1' },
    { dimension: 'respondent', member: 'parents', title: 'Родители', order: '2' },
    { dimension: 'teaching_subject', member: 'ru', title: 'Русский язык', order: '1' },
    { dimension: 'teaching_subject', member: 'math', title: 'Математика', order: '2' },
    { dimension: 'deficit', member: 'method', title: 'Методические', order: '1' },
    { dimension: 'deficit', member: 'subject', title: 'Предметные', order: '2' },
  ]),
  table('forms', [
    form('td', { org_types: 'school', direction: '' }),
    form('sv', { frequency: 'quarter', direction: '' }),
  ]),
  table('elements', [
    element('deficits.by_subject', { form: 'td', dims: 'teaching_subject deficit' }),
    element('satisfied', { form: 'sv', dims: 'respondent', to_time: 'sum' }),
    element('answered', { form: 'sv', dims: 'respondent', to_time: 'sum' }),
  ]),
  table('indicators', [
    share('satisfaction.share', 'satisfied', 'answered', { dims: 'respondent', direction: '' }),
  ]),
  table('records', [
    { code: 'survey', title: 'Опросы', standing: '1', level: 'organisation district', order: '1' },
    { code: 'nok', title: 'НОК', standing: '1', level: 'district', order: '2' },
    { code: 'acts', title: 'Акты/приказы', standing: '', order: '3' },
  ]),
  table('fields', [
    field('survey', 'organisation', 'organisation'),
    field('survey', 'audience', 'list', { list: 'respondent', required: '1' }),
    field('survey', 'held', 'month', { required: '1' }),
    field('survey', 'asked', 'integer'),
    field('survey', 'responded', 'integer'),
    field('survey', 'satisfied', 'integer'),
    field('survey', 'link', 'link'),
    field('nok', 'organisation', 'organisation'),
    field('nok', 'year', 'year'),
    field('acts', 'title', 'text'),
    field('acts', 'note', 'text'),
  ]),
]);

let no = 0;
const row = (
  record: string,
  unit: string,
  values: RecordRow['values'],
  schoolYear = '2024/25',
): RecordRow => ({
  record,
  unit,
  schoolYear,
  no: ++no,
  values,
  place: { file: `${unit}.xlsx`, tab: 'Реестр', cell: 'B8' },
});
const survey = (unit: string, audience: string, held: string, more: RecordRow['values'] = {}) =>
  row('survey', unit, { audience, held, ...more });

const district = (records: readonly RecordRow[], more: Partial<SummaryInput> = {}): SummaryInput =>
  summaryInput({
    catalog,
    date: '2025-05-20',
    schoolYear: '2024/25',
    register: {
      organisations: [
        organisation('s1'),
        organisation('s2'),
        organisation('k1', { types: ['preschool'], programmes: ['ДО'] }),
      ],
      districts: summaryInput().register.districts,
    },
    records,
    ...more,
  });

it('the catalogue of these tests is sound', () => expect(faults).toEqual([]));

describe('whose turn it is', () => {
  const turns = (records: readonly RecordRow[]): string[][] => {
    const input = district(records);
    const found = rotation(input, districtUnits(input))!;
    return found.rows.map((r) =>
      [...r.surveys, r.nok].map(({ state, last, next }) => [state, last, next].filter(Boolean).join(' ')),
    );
  };

  it('nobody was asked: everybody is due; small children are not asked', () => {
    const due = 'due 2024/25';
    expect(turns([])).toEqual([
      [due, due, 'due 2025'],
      [due, due, 'due 2025'],
      ['none', due, 'due 2025'],
    ]);
  });

  it.each([
    ['2024-09', 'done 2024/25 2027/28'],
    ['2024-08', 'later 2023/24 2026/27'],
    ['2022-09', 'later 2022/23 2025/26'],
    ['2022-08', 'due 2021/22 2024/25'],
    ['2018-03', 'due 2017/18 2024/25'],
  ])('asked in %s: %s', (held, expected) => {
    expect(turns([survey('s1', 'parents', held)])[0]![1]).toBe(expected);
  });

  it.each([
    [2025, 'done 2025 2028'],
    [2023, 'later 2023 2026'],
    [2022, 'due 2022 2025'],
  ])('evaluated in %i: %s', (year, expected) => {
    expect(turns([row('nok', 'gor', { organisation: 's2', year })])[1]![2]).toBe(expected);
  });

  it('takes the latest of all years and whom a row of the district names', () => {
    const found = turns([
      survey('s1', 'parents', '2024-10'),
      { ...survey('s1', 'parents', '2021-10'), schoolYear: '2021/22' },
      survey('gor', 'pupils', '2023-10', { organisation: 's2' }),
      survey('gor', 'pupils', '2024-10'),
    ]);
    expect(found[0]).toEqual(['due 2024/25', 'done 2024/25 2027/28', 'due 2025']);
    expect(found[1]![0]).toBe('later 2023/24 2026/27');
  });
});

describe('figures of surveys', () => {
  it('adds up this year, over what both sides are known of; a row carried along counts once', () => {
    const first = survey('s1', 'parents', '2024-10', { asked: 100, responded: 60, satisfied: 45 });
    const input = district([
      first,
      { ...first, schoolYear: '2023/24' },
      survey('s2', 'parents', '2025-02', { asked: 50, responded: 30 }),
      survey('s2', 'parents', '2025-03', { responded: 10, satisfied: 5 }),
      survey('s2', 'parents', '2024-05', { asked: 1000, responded: 1 }),
    ]);
    // (60 + 30) ÷ (100 + 50); (45 + 5) ÷ (60 + 10)
    expect(surveyFigures(input, districtUnits(input))).toEqual([
      { title: 'Родители', surveys: 3, asked: 150, responded: 100, rate: 60, satisfied: 500 / 7 },
    ]);
  });

  it('satisfaction by quarters, of the district', () => {
    const input = district([], {
      results: [
        result('satisfaction.share.parents', 'gor', '2025-Q1', 80),
        result('satisfaction.share.pupils', 'gor', '2024-Q4', 70),
        result('satisfaction.share.parents', 'gor', '2024-Q4', 'not_reported'),
        result('satisfaction.share.parents', 'gor', '2024/25', 75),
        result('satisfaction.share.parents', 's1', '2025-Q1', 10),
      ],
    });
    expect(satisfaction(input, districtUnits(input))!.quarters).toEqual([
      { period: '2024-Q4', values: [70, undefined] },
      { period: '2025-Q1', values: [undefined, 80] },
    ]);
    const empty = district([]);
    expect(satisfaction(empty, districtUnits(empty))).toBeUndefined();
  });
});

describe('request for courses', () => {
  it('teachers by subject and deficit, the largest need first, with the organisations', () => {
    const value = (unit: string, code: string, n: number, period = '2024/25') => ({
      unit,
      element: `deficits.by_subject.${code}`,
      period,
      status: 'value' as const,
      value: n,
      place: { file: `${unit}.xlsx` },
    });
    const input = district([], {
      observations: [
        value('s1', 'ru.method', 2),
        value('s2', 'ru.method', 3),
        value('s1', 'math.subject', 1),
        value('s2', 'math.subject', 0),
        value('s1', 'math.method', 9, '2023/24'),
      ],
      owes: (unit) => unit !== 'k1',
    });
    const { reported, expected, lines } = courseRequest(input, districtUnits(input))!;
    expect([reported, expected]).toEqual([2, 2]);
    expect(
      lines.map((l) => [
        l.subject,
        l.deficit,
        l.teachers,
        l.organisations.map((o) => `${o.name} ${o.teachers}`),
      ]),
    ).toEqual([
      ['Русский язык', 'Методические', 5, ['Школа s2 3', 'Школа s1 2']],
      ['Математика', 'Предметные', 1, ['Школа s1 1']],
    ]);
  });
});

describe('tabs', () => {
  const texts = (sheet: PlanSheet): string[] =>
    sheet.rows.flatMap((r) => r.cells.map((c: PlanCell) => `${c.value ?? ''}`));
  const sheets = (records: readonly RecordRow[]): Map<string, PlanSheet> =>
    new Map(summaryPlan(district(records)).sheets.map((s) => [s.name, s]));

  it('empty registers have a note and no tab of their own', () => {
    const found = sheets([]);
    expect([...found.keys()]).toEqual(expect.arrayContaining(['Опросы и НОК', 'Заявка на курсы', 'Реестры']));
    expect(found.has('Опросы')).toBe(false);
    expect(texts(found.get('Реестры')!).filter((t) => t === 'записей нет')).toHaveLength(3);
    expect(texts(found.get('Заявка на курсы')!).join(' ')).toContain('заявку составить не из чего');
    expect(texts(found.get('Опросы и НОК')!).join(' ')).toContain('ещё не внесены');
  });

  it('a register has filters, names missing links and leads to where a row was entered', () => {
    const found = sheets([
      survey('s2', 'parents', '2025-02', { responded: 30, link: 'https://a.ru/1' }),
      survey('s1', 'parents', '2025-03', { responded: 10 }),
      row('acts', 's1', { title: '=1+1' }),
      row('acts', 's1', { title: 'прошлогодний' }, '2023/24'),
      row('acts', 'чужая', { title: 'не здесь' }),
    ]);
    const tab = found.get('Опросы')!;
    const head = tab.autoFilter!.firstRow;
    expect(tab.rows.slice(head - 1).map((r) => r.cells.map((c) => c.value))).toEqual([
      ['Кто внёс', 'audience', 'held', 'responded', 'link', 'Где внесено'],
      ['Школа s1', 'Родители', 'март 2025', 10, 'нет ссылки', 'открыть'],
      ['Школа s2', 'Родители', 'февраль 2025', 30, 'https://a.ru/1', 'открыть'],
    ]);
    expect(tab.rows[head + 1]!.cells[4]!.link).toEqual({ url: 'https://a.ru/1' });
    expect(tab.rows[head + 1]!.cells[5]!.link).toEqual({
      file: '../inbox/s2.xlsx',
      sheet: 'Реестр',
      cell: 'B8',
    });
    expect(tab.autoFilter).toMatchObject({ lastRow: head + 2, lastColumn: 6 });
    expect(texts(found.get('Акты приказы')!)).toContain('=1+1');
    expect(texts(found.get('Акты приказы')!)).not.toContain('прошлогодний');
    expect(texts(found.get('Акты приказы')!)).not.toContain('не здесь');
  });
});
