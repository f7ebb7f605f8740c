import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCatalogCsv } from '../../../etl/catalog/read-csv.ts';
import type { ClusterVerdict } from '../../../shared/analysis/cluster-of.ts';
import { buildCatalog } from '../../../shared/catalog/build-catalog.ts';
import type { IndicatorResult } from '../../../shared/indicator/types.ts';
import { wilson } from '../../../shared/indicator/wilson.ts';
import { DistrictViews, type ProtocolOf } from '../../../shared/organisation-view/district-views.ts';
import type { OrganisationFacts } from '../../../shared/organisation-view/facts.ts';
import { organisationPlan } from '../../../shared/organisation-view/plan.ts';
import { layout } from '../../../shared/plan/layout.ts';
import type { PlanSheet } from '../../../shared/plan/plan.ts';
import type { RecordRow } from '../../../shared/record/record.ts';
import type { Remark } from '../../../shared/returns/protocol.ts';
import type { SummaryInput } from '../../../shared/summary/input.ts';
import {
  catalog,
  district,
  element,
  form,
  indicator,
  observation,
  organisation,
  result,
  summaryInput,
} from '../summary/district.ts';

const year = '2024/25';
/** The built-in registers of objects, without the rest of the catalogue. */
const { catalog: registers } = buildCatalog(
  ['records.csv', 'record-fields.csv', 'dimensions.csv', 'directions.csv'].map((name) =>
    readCatalogCsv(readFileSync(new URL(`../../../templates/${name}`, import.meta.url)), name, 'builtin'),
  ),
);
const codes = ['s1', 's2', 's3', 's4'];
const rule = {
  code: 'small',
  title: 'Малые школы',
  order: 1,
  validFrom: '',
  validTo: '',
  source: '',
  text: '',
  origin: { file: 'test', line: 1 },
};
const small: ClusterVerdict = { type: 'cluster', rule };
const share = (
  code: string,
  unit: string,
  n: number,
  d: number,
  period = year,
  reported = 1,
): IndicatorResult =>
  result(code, unit, period, (100 * n) / d, { numerator: n, denominator: d, reported, ...wilson(n, d) });

const results = [
  share('a', 'gor', 200, 600, year, 4),
  share('b', 'gor', 9, 20, year, 2),
  share('a', 's1', 90, 100),
  share('a', 's1', 50, 100, '2023/24'),
  share('a', 's2', 30, 200),
  share('a', 's3', 30, 200),
  share('a', 's4', 50, 100),
  share('b', 's1', 4, 10),
  share('b', 's2', 5, 10),
  result('p', 's1', year, 100, { numerator: 1, denominator: 1 }),
];

const input = (extra: Partial<SummaryInput> = {}): SummaryInput =>
  summaryInput({
    date: '2024-12-15',
    register: {
      organisations: codes.map((code) => organisation(code)),
      districts: [district('gor', 'Горный район')],
    },
    catalog: {
      ...catalog({
        forms: [
          form('f', { title: 'Контингент', due: '10-10' }),
          form('g', { title: 'Итоги', due: '06-10' }),
        ],
        elements: [element('f.a', 'f'), element('g.a', 'g')],
        indicators: [
          indicator('a', { norm: 95 }),
          indicator('b', { no: '2' }),
          indicator('p', { no: '3', kind: 'presence' }),
        ],
      }),
      clusters: [rule],
    },
    results,
    clusters: new Map<string, ClusterVerdict>([
      ['s1', small],
      ['s2', small],
      ['s3', small],
      ['s4', { type: 'not_enough_data', rule }],
    ]),
    observations: [observation('s1', 'f.a', year)],
    sources: [{ path: 's1.xlsx', unit: 's1', status: 'submitted' }],
    ...extra,
  });

const remark = (severity: Remark['severity'], cell: string): Remark => ({
  severity,
  form: 'Контингент',
  element: 'Величина',
  period: year,
  text: 'Не то.',
  todo: 'Исправьте.',
  raw: '',
  file: 's1.xlsx',
  tab: 'Форма',
  cell,
  isOwn: true,
});
/** The protocol of `s1`; nobody else has anything to mend. */
const protocolOf: ProtocolOf = (unit) =>
  unit === 's1'
    ? {
        unit,
        name: 'Школа s1',
        district: 'gor',
        districtName: 'Горный район',
        schoolYear: year,
        counts: { error: 1, warning: 1, info: 0 },
        remarks: [remark('error', 'D9'), remark('warning', 'D12')],
        left: 2,
        isUnread: false,
      }
    : undefined;

const factsOf = (code: string, from = input()): OrganisationFacts => {
  const views = new DistrictViews(from, protocolOf);
  return views.factsOf(views.organisations.find((o) => o.code === code)!);
};
const texts = (sheet: PlanSheet | undefined): unknown[] =>
  (sheet?.rows ?? []).flatMap((row) => row.cells.map((c) => c.value));
const sheets = (code: string, from = input()) => organisationPlan(from.catalog, factsOf(code, from)).sheets;

describe('what stands beside an organisation’s value', () => {
  const { compared } = factsOf('s1');

  it('is the district and the group, of at least three organisations, at one decimal', () => {
    // 200 of 600; 90 + 30 + 30 of 100 + 200 + 200
    expect(compared[`a ${year}`]).toMatchObject({
      district: 33.3,
      group: 30,
      difference: 'noticeable',
      judgement: 1,
    });
    // two organisations reported b: each could work out the other's figure
    expect(compared[`b ${year}`]).toBeUndefined();
  });

  it('is no figure of another organisation, in no cell', () => {
    const all = sheets('s1').flatMap(texts);
    for (const foreign of [15, 45, 100 / 3, 's2', 'Школа s2']) expect(all).not.toContain(foreign);
    expect(JSON.stringify(factsOf('s1').results)).not.toContain('s2');
  });

  it('does not judge what has negative effects', () => {
    const base = input();
    const indicators = base.catalog.indicators.map((i) => ({ ...i, negativeEffects: true }));
    const watched = factsOf('s1', { ...base, catalog: { ...base.catalog, indicators } });
    expect(watched.compared[`a ${year}`]).toMatchObject({ difference: 'noticeable', judgement: 0 });
  });

  it('changes with nothing but what is said: not with the day, nor with others’ hundredths', () => {
    // 90 + 3000 + n of 100 + 20 000 + 20 000: 15.187 % and 15.190 %
    const many = (n: number) =>
      input({
        results: [share('a', 's1', 90, 100), share('a', 's2', 3000, 20_000), share('a', 's3', n, 20_000)],
      });
    const text = JSON.stringify(factsOf('s1', many(3000)));
    expect(JSON.stringify(factsOf('s1', many(3001)))).toBe(text);
    expect(JSON.stringify(factsOf('s1', { ...many(3000), date: '2024-12-16' }))).toBe(text);
    expect(JSON.stringify(factsOf('s1', many(3100)))).not.toBe(text);
  });
});

describe('the note', () => {
  const first = (code: string, from = input()) =>
    texts(sheets(code, from)[0]).filter((t) => typeof t === 'string');

  it('says what the figures say, in sentences', () => {
    expect(first('s1')).toEqual(
      expect.arrayContaining([
        'За 2024/25 учебный год рассчитано 3 из 3 показателей.',
        'Заметно лучше, чем годом ранее: «Доля a» — 90,0 % (было 50,0 %).',
        'По сравнению с похожими организациями (группа «Малые школы», 3 организации) заметно лучше: «Доля a» — 90,0 % (в группе 30,0 %).',
        'Норма не достигнута: «Доля a» (норма 95 не достигнута).',
        'Сведений, срок сдачи которых прошёл, за организацией нет.',
        'К данным есть замечания: ошибок — 1, предупреждений — 1 (лист «Замечания»). Значения с ошибкой в показатели не входят.',
      ]),
    );
  });

  it('says what is owed and what is not known', () => {
    expect(first('s4')).toEqual(
      expect.arrayContaining([
        'Группа похожих организаций не определена: нет сведений о численности за этот учебный год.',
        'Срок сдачи прошёл, сведения сданы не полностью: «Контингент».',
        'Замечаний к данным нет.',
      ]),
    );
    expect(first('s3', input({ results: [] }))).toContain(
      'За 2024/25 учебный год показатели ещё не рассчитаны: сведения не поступили.',
    );
  });
});

describe('the workbook', () => {
  it('can be laid out, also where nothing is known', () => {
    for (const from of [input(), input({ results: [], issues: [], clusters: new Map() })]) {
      for (const code of codes)
        expect(() => layout(organisationPlan(from.catalog, factsOf(code, from)))).not.toThrow();
    }
  });

  it('draws own values beside the group from cells', () => {
    const [note] = sheets('s1');
    expect(note?.charts?.map((c) => c.title)).toEqual([
      'По сравнению с похожими организациями заметно лучше — 1 (из показанных), %',
    ]);
  });

  it('shows yes and no as words and the organisation’s own remarks, errors first', () => {
    const [, results, , remarks] = sheets('s1');
    expect(texts(results)).toContain('да');
    const rows = remarks!.rows.map((row) => row.cells.map((c) => c.value)).filter((row) => row.length === 7);
    expect(rows.slice(1).map((row) => [row[1], row[6]])).toEqual([
      ['ошибка', 'лист «Форма», ячейка D9'],
      ['предупреждение', 'лист «Форма», ячейка D12'],
    ]);
  });

  it('shows acts in force, links only where there is an address, procedures by date, own words', () => {
    const row = (record: string, unit: string, no: number, values: RecordRow['values']): RecordRow => ({
      record,
      unit,
      schoolYear: year,
      no,
      values,
      place: { file: `${unit}.xlsx` },
    });
    const act = (no: number, values: RecordRow['values']) =>
      row('regulation', 's1', no, { kind: 'regulation', title: `Акт ${no}`, ...values });
    const base = input();
    const from = {
      ...base,
      catalog: { ...base.catalog, records: registers.records, dimensions: registers.dimensions },
      records: [
        act(1, { approved_on: '2024-09-02', number: '12', link: 'https://school.example/vsoko' }),
        act(2, { link: 'на стенде' }),
        act(3, { repealed_on: '2024-10-01' }),
        row('procedure', 'gor', 1, { procedure: 'vpr', subject: 'ru', grade: 'g4', date_from: '2025-04-15' }),
        row('procedure', 's1', 1, { procedure: 'vpr', date_from: '2025-04-01', date_to: '2025-04-02' }),
        row('own_note', 's1', 1, { text: 'В школе сменился состав 4 класса.' }),
      ],
    };
    const [note, , acts] = sheets('s1', from);
    expect(texts(note)).toContain('В школе сменился состав 4 класса.');
    const cells = acts!.rows.flatMap((r) => r.cells);
    expect(cells.filter((c) => c.link).map((c) => c.link)).toEqual([{ url: 'https://school.example/vsoko' }]);
    const rows = acts!.rows.map((r) => r.cells.map((c) => c.value));
    expect(rows).toContainEqual(['Положение', 'Акт 1', '12', '2024-09-02', 'https://school.example/vsoko']);
    expect(rows).toContainEqual(['Положение', 'Акт 2', '—', '—', 'на стенде']);
    expect(texts(acts)).not.toContain('Акт 3');
    const first = rows.findIndex((r) => r[0] === '2025-04-01');
    expect(rows.slice(first, first + 2).map((r) => r[1])).toEqual([
      'Всероссийские проверочные работы',
      'Всероссийские проверочные работы: Русский язык, 4 класс',
    ]);
    const none = 'Сведения об актах о ВСОКО не внесены: заполните их в книге организации.';
    expect(texts(sheets('s2', from)[2])).toContain(none);
    // where no such register is kept nothing is said of it
    expect(texts(sheets('s2')[2])).not.toContain(none);
  });
});
