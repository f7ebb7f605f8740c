import type { Catalog, DataElement, Form, Indicator } from '../../../shared/catalog/types.ts';
import type { IndicatorResult } from '../../../shared/indicator/types.ts';
import type { Observation, ObservationStatus } from '../../../shared/observation/observation.ts';
import type { District, Organisation } from '../../../shared/register/register.ts';
import type { SummaryInput } from '../../../shared/summary/input.ts';
import { owesOf } from '../../../shared/summary/owes.ts';

/** A small invented district for the tests of the summary; each test changes what it needs. */
const origin = { file: 'test.csv', line: 2 };

export const organisation = (code: string, extra: Partial<Organisation> = {}): Organisation => {
  const types = extra.types ?? ['school'];
  return {
    code,
    name: `Школа ${code}`,
    types,
    district: 'gor',
    programmes: ['НОО', 'ООО', 'СОО'],
    columns: { code, type: types.join(' ') },
    ...extra,
  };
};

export const district = (code: string, name: string, region = 'RU-00'): District => ({
  code,
  name,
  region,
  regionName: 'Примерная область',
  roadmaps: [],
  columns: {},
});

export const form = (code: string, extra: Partial<Form> = {}): Form => ({
  code,
  title: `Форма ${code}`,
  direction: 'student-results',
  level: 'organisation',
  orgTypes: ['school'],
  programmes: [],
  frequency: 'school_year',
  due: '',
  asOf: '',
  order: 1,
  help: '',
  origin,
  ...extra,
});

export const element = (code: string, formCode: string, extra: Partial<DataElement> = {}): DataElement => ({
  code,
  name: `Величина ${code}`,
  form: formCode,
  orgTypes: [],
  level: 'organisation',
  type: 'integer',
  unit: 'человек',
  dims: [],
  required: true,
  rollup: 'sum',
  toTime: 'last',
  resets: '',
  help: '',
  aliases: [],
  direction: 'student-results',
  origin,
  ...extra,
});

export const indicator = (code: string, extra: Partial<Indicator> = {}): Indicator => ({
  code,
  direction: 'student-results',
  no: '1',
  parent: '',
  name: `Доля ${code}`,
  title: `% ${code}`,
  kind: 'share',
  unit: '%',
  factor: 100,
  dims: [],
  better: 'higher',
  cumulative: false,
  level: '',
  basis: 'stated',
  negativeEffects: false,
  validFrom: '',
  validTo: '',
  roadmaps: [],
  activity: '',
  sourceLine: '',
  note: '',
  aliases: [],
  text: { numerator: '', denominator: '', scope: '' },
  origin,
  ...extra,
});

export const catalog = (parts: {
  readonly forms?: readonly Form[];
  readonly elements?: readonly DataElement[];
  readonly indicators?: readonly Indicator[];
}): Catalog => ({
  roadmaps: new Map(),
  directions: new Map(),
  activities: [],
  expectedResults: [],
  criteria: [],
  cycle: [],
  disclosures: [],
  records: new Map(),
  calendar: [],
  clusters: [],
  reference: [],
  forms: new Map((parts.forms ?? []).map((f) => [f.code, f])),
  dimensions: new Map([
    [
      'subject',
      {
        code: 'subject',
        members: [
          { member: 'ru', title: 'Русский язык', order: 1 },
          { member: 'math', title: 'Математика', order: 2 },
        ],
      },
    ],
  ]),
  elements: new Map((parts.elements ?? []).map((e) => [e.code, e])),
  indicators: parts.indicators ?? [],
  checks: [],
  peers: [],
  official: [],
  synonyms: [{ dimension: 'procedure', member: 'vpr', word: 'ВПР' }],
});

export const observation = (
  unit: string,
  elementCode: string,
  period: string,
  status: ObservationStatus = 'value',
): Observation => ({
  unit,
  element: elementCode,
  period,
  status,
  ...(status === 'value' && { value: 1 }),
  place: { file: `${unit}.xlsx` },
});

/** A result with a value, or with a reason where `value` is one. */
export const result = (
  code: string,
  unit: string,
  period: string,
  value: number | IndicatorResult['reason'],
  extra: Partial<IndicatorResult> = {},
): IndicatorResult => ({
  indicator: code,
  level: unit === 'gor' ? 'district' : 'organisation',
  unit,
  period,
  ...(typeof value === 'number' && { value }),
  reported: typeof value === 'number' ? 1 : 0,
  expected: 1,
  reason: typeof value === 'number' ? '' : value,
  ...extra,
});

export function summaryInput(extra: Partial<SummaryInput> = {}): SummaryInput {
  const input: SummaryInput = {
    catalog: catalog({}),
    register: {
      organisations: [organisation('s1'), organisation('s2'), organisation('s3')],
      districts: [district('gor', 'Горный район')],
    },
    district: 'gor',
    date: '2024-12-15',
    schoolYear: '2024/25',
    results: [],
    observations: [],
    owes: () => false,
    sources: [],
    arrivals: [],
    issues: [],
    issueText: (issue) => ({ text: `Что не так: ${issue.code}.`, todo: 'Исправьте.' }),
    journal: [],
    assessments: [],
    records: [],
    links: { inbox: '../inbox/', workspace: '../' },
    ...extra,
  };
  return extra.owes ? input : { ...input, owes: owesOf(input.catalog, input.register) };
}
