import type { Catalog, DataElement, Form, Indicator } from '../../../shared/catalog/types.ts';
import type { IndicatorResult } from '../../../shared/indicator/types.ts';
import type { Observation, ObservationStatus } from '../../../shared/observation/observation.ts';
import type { District, Organisation } from '../../../shared/register/register.ts';
import type { SummaryInput } from '../../../shared/summary/input.ts';
import { owesOf } from '../../../shared/summary/owes.ts';
import {
  byCode,
  catalogOf,
  dimensionEntry,
  elementEntry,
  formEntry,
  indicatorEntry,
} from '../../fixtures/catalog-entries.ts';

/** A small invented district for the tests of the summary; each test changes what it needs. */
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

export const form = (code: string, extra: Partial<Form> = {}): Form =>
  formEntry(code, { title: `Форма ${code}`, orgTypes: ['school'], ...extra });

export const element = (code: string, formCode: string, extra: Partial<DataElement> = {}): DataElement =>
  elementEntry(code, formCode, { name: `Величина ${code}`, unit: 'человек', required: true, ...extra });

export const indicator = (code: string, extra: Partial<Indicator> = {}): Indicator => ({
  ...indicatorEntry(code, 'share'),
  no: '1',
  name: `Доля ${code}`,
  title: `% ${code}`,
  better: 'higher',
  basis: 'stated',
  ...extra,
});

export const catalog = (parts: {
  readonly forms?: readonly Form[];
  readonly elements?: readonly DataElement[];
  readonly indicators?: readonly Indicator[];
}): Catalog =>
  catalogOf({
    forms: byCode(parts.forms ?? []),
    dimensions: byCode([
      dimensionEntry('subject', [
        ['ru', 'Русский язык'],
        ['math', 'Математика'],
      ]),
    ]),
    elements: byCode(parts.elements ?? []),
    indicators: parts.indicators ?? [],
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
