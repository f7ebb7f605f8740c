import type { IndicatorResult, Reason, UnitLevel } from '../../shared/indicator/types.ts';
import type { Row, Workspace } from './workspace.ts';

/** A tiny workspace and every row (or every row of `only`) that must come out, worked out on paper. */
export interface Case {
  /** The sentence of evaluation.md or contracts.md it stands for. */
  readonly of: string;
  readonly workspace: Workspace;
  readonly only?: Partial<Pick<IndicatorResult, 'level' | 'period' | 'indicator'>>;
  readonly expected: readonly IndicatorResult[];
}

type Rows = Readonly<Record<string, Row>>;
const coded = (rows: Rows, common: Row): Row[] =>
  Object.entries(rows).map(([code, row]) => ({ ...common, code, name: code, title: code, ...row }));

interface Parts {
  readonly date?: string;
  readonly frequency?: string;
  readonly dimensions?: Readonly<Record<string, readonly string[]>>;
  /** By code; form `f` of organisations unless `level` is district. */
  readonly elements: Rows;
  readonly indicators: Rows | readonly Row[];
  /** By code; a school of district d1 unless said otherwise. */
  readonly organisations: Rows;
  /** By code; of region r1 unless said otherwise. */
  readonly districts?: Rows;
  /** `a 2024/25` → value as typed by element. */
  readonly typed: Rows;
}

/** Fills in the columns that a case does not speak of. Date 2025-06-01, school-year forms. */
export function workspaceOf(parts: Parts): Workspace {
  const form = {
    title: 'Форма',
    direction: 'student-results',
    frequency: parts.frequency ?? 'school_year',
    order: '1',
  };
  const indicator = { direction: 'student-results', unit: 'ед.', basis: 'stated', source_line: '1' };
  const element = { level: 'organisation', type: 'integer', unit: 'ед.', rollup: 'sum', to_time: 'sum' };
  return {
    date: parts.date ?? '2025-06-01',
    forms: [
      { ...form, code: 'f', level: 'organisation' },
      { ...form, code: 'fs', level: 'organisation', org_types: 'school', programmes: 'СОО' },
      { ...form, code: 'fd', level: 'district' },
    ],
    dimensions: Object.entries(parts.dimensions ?? {}).flatMap(([dimension, members]) =>
      members.map((member, i) => ({ dimension, member, title: member, order: String(i + 1) })),
    ),
    elements: coded(parts.elements, element).map((e) => ({
      form: e.level === 'district' ? 'fd' : 'f',
      ...e,
    })),
    indicators: Array.isArray(parts.indicators)
      ? parts.indicators.map((row: Row) => ({ ...indicator, name: row.code!, title: row.code!, ...row }))
      : coded(parts.indicators as Rows, indicator),
    districts: coded(parts.districts ?? { d1: {} }, { region: 'r1', region_name: 'Область', roadmap: '' }),
    organisations: coded(parts.organisations, { type: 'school', district: 'd1', programmes: 'НОО' }),
    observations: Object.entries(parts.typed).flatMap(([place, values]) => {
      const [organisation = '', period = ''] = place.split(' ');
      return Object.entries(values).map(([element, value]) => ({ organisation, period, element, value }));
    }),
  };
}

const levels: Readonly<Record<string, UnitLevel>> = { r: 'region', d: 'district' };

/**
 * `i a 2024/25 = 50 | 1 / 2 | 1 of 1 | reason | low..high`: value, pair, reported of expected; `-` = empty. A unit
 * `d1` is a district, `r1` a region, anything else an organisation. Several units in one line (`a,d1,r1`) share the rest.
 */
export function rowsOf(lines: readonly string[]): IndicatorResult[] {
  return lines.flatMap((line) => {
    const [head = '', rest = ''] = line.split(' = ');
    const [indicator = '', units = '', period = ''] = head.split(' ');
    const [value = '', pair = '', coverage = '', reason = '', interval = ''] = rest
      .split('|')
      .map((x) => x.trim());
    const [numerator = '-', denominator = '-'] = pair.split(' / ');
    const [reported = '', expected = ''] = coverage.split(' of ');
    const [low = '-', high = '-'] = interval === '' ? [] : interval.split('..');
    const figures = { value, numerator, denominator, low, high };
    return units.split(',').map((unit) => ({
      indicator,
      level: levels[unit.replace(/\d$/, '')] ?? 'organisation',
      unit,
      period,
      ...Object.fromEntries(
        Object.entries(figures)
          .filter(([, text]) => text !== '-' && text !== '')
          .map(([name, text]) => [name, Number(text)]),
      ),
      reported: Number(reported),
      expected: Number(expected),
      reason: reason as Reason,
    }));
  });
}
