import { enoughOrganisations } from '../analysis/distribution.ts';
import type { Indicator } from '../catalog/types.ts';
import type { IndicatorResult, Reason } from '../indicator/types.ts';
import { parsePeriod } from '../period/period.ts';
import { type Difference, difference, isFewData } from './comparison.ts';
import type { DistrictUnits } from './district-units.ts';
import { isWhole } from './indicator-rows.ts';
import { type GroupRow, indicatorTree } from './indicator-tree.ts';
import type { SummaryInput } from './input.ts';

export type MatrixCell =
  | { readonly state: 'value'; readonly value: number; readonly fewData: boolean }
  | { readonly state: 'missing'; readonly reason: Reason }
  | { readonly state: 'not_owed' };

/** The organisations at one end of a row; several where they are equal. */
export interface MatrixEnd {
  readonly organisations: readonly string[];
  readonly value: number;
}

export interface MatrixSpread {
  readonly best: MatrixEnd;
  readonly worst: MatrixEnd;
  readonly difference: Difference;
}

export interface MatrixRow {
  readonly type: 'value';
  readonly code: string;
  readonly indicator: Indicator;
  readonly members: readonly string[];
  readonly isBelowTitle: boolean;
  readonly depth: number;
  /** One per organisation. */
  readonly cells: readonly MatrixCell[];
  readonly district?: { readonly value?: number; readonly reason: Reason };
  /** Whether colours and ends may be shown: not for counts, nor for what is monitored but never scored. */
  readonly isRanked: boolean;
  /** Of at least three organisations with a value that are not all equal. */
  readonly spread?: MatrixSpread;
}

export interface Matrix {
  readonly organisations: readonly { readonly code: string; readonly name: string }[];
  /** Open organisations that owe none of the indicators: their names. */
  readonly omitted: readonly string[];
  readonly rows: readonly (GroupRow | MatrixRow)[];
}

/** Each indicator's value of the school year at each organisation, in register order. */
export function matrix(input: SummaryInput, units: DistrictUnits): Matrix {
  const own = input.results.filter((r) => {
    const period = parsePeriod(r.period);
    return period !== undefined && period.schoolYear === input.schoolYear && isWhole(period);
  });
  const results = own.filter((r) => r.level === 'organisation' && units.all.has(r.unit));
  const byCell = new Map(results.map((r) => [`${r.indicator}\n${r.unit}`, r]));
  const atDistrict = new Map(
    own.filter((r) => r.level === 'district' && r.unit === units.district.code).map((r) => [r.indicator, r]),
  );
  const owing = new Set(results.map((r) => r.unit));
  const organisations = units.organisations.filter((o) => owing.has(o.code));
  const rows = indicatorTree(input, results).map((entry): Matrix['rows'][number] => {
    if (entry.type === 'group') return entry;
    const found = organisations.map((o) => byCell.get(`${entry.code}\n${o.code}`));
    const isRanked = ranked(entry.indicator);
    const ends = isRanked ? spread(found, entry.indicator) : undefined;
    const district = atDistrict.get(entry.code);
    return {
      type: 'value',
      code: entry.code,
      indicator: entry.indicator,
      members: entry.members,
      isBelowTitle: entry.isBelowTitle,
      depth: entry.depth,
      cells: found.map(cell),
      ...(district && {
        district: { ...(district.value !== undefined && { value: district.value }), reason: district.reason },
      }),
      isRanked,
      ...(ends && { spread: ends }),
    };
  });
  return {
    organisations: organisations.map((o) => ({ code: o.code, name: o.name })),
    omitted: units.organisations.filter((o) => !owing.has(o.code)).map((o) => o.name),
    rows,
  };
}

function cell(r: IndicatorResult | undefined): MatrixCell {
  if (!r) return { state: 'not_owed' };
  if (r.value === undefined) return { state: 'missing', reason: r.reason };
  // one organisation's yes or no is complete in itself
  return { state: 'value', value: r.value, fewData: r.denominator !== 1 && isFewData(r) };
}

const ranked = (i: Indicator): boolean =>
  (i.better === 'higher' || i.better === 'lower') && i.kind !== 'count' && !i.negativeEffects;

function spread(
  results: readonly (IndicatorResult | undefined)[],
  indicator: Indicator,
): MatrixSpread | undefined {
  const known = results.filter((r): r is IndicatorResult & { value: number } => r?.value !== undefined);
  if (known.length < enoughOrganisations) return undefined;
  const sign = indicator.better === 'higher' ? 1 : -1;
  const sorted = [...known].sort((a, b) => sign * (b.value - a.value));
  const first = sorted[0]!;
  const last = sorted[sorted.length - 1]!;
  if (first.value === last.value) return undefined;
  const end = (value: number): MatrixEnd => ({
    organisations: known.filter((r) => r.value === value).map((r) => r.unit),
    value,
  });
  return { best: end(first.value), worst: end(last.value), difference: difference(first, last) };
}
