import type { Indicator } from '../catalog/types.ts';
import type { IndicatorResult, Reason } from '../indicator/types.ts';
import { type Period, parsePeriod, previousSchoolYear } from '../period/period.ts';
import { againstNorm, isFewData, type NormVerdict } from './comparison.ts';
import type { DistrictUnits } from './district-units.ts';
import { type GroupRow, type IndicatorEntry, indicatorTree } from './indicator-tree.ts';
import type { SummaryInput } from './input.ts';
import { type Trend, trend, yearsBack } from './trend.ts';

export interface PastValue {
  readonly schoolYear: string;
  readonly value?: number;
}

/** One concrete indicator in one period, at the district. */
export interface ValueRow {
  readonly type: 'value';
  readonly code: string;
  readonly indicator: Indicator;
  readonly members: readonly string[];
  readonly isBelowTitle: boolean;
  readonly depth: number;
  readonly period: Period;
  /** False for the shorter periods printed below the school year's own row. */
  readonly isWholeYear: boolean;
  /** Whether shorter periods are printed below the school year's row. */
  readonly hasShorter: boolean;
  readonly result: IndicatorResult;
  /** The same period of earlier school years, oldest first, one per year of `IndicatorTable.years`. */
  readonly past: readonly PastValue[];
  readonly trend?: Trend;
  readonly fewData: boolean;
  readonly norm?: NormVerdict;
  /** Value of the region, where it has more than this district. */
  readonly region?: { readonly value?: number; readonly reason: Reason };
}

export interface IndicatorTable {
  /** Earlier school years in which the district has any value, oldest first, at most `shownYears`. */
  readonly years: readonly string[];
  readonly rows: readonly (GroupRow | ValueRow)[];
  readonly hasRegion: boolean;
}

type Index = ReadonlyMap<string, IndicatorResult>;

const key = (indicator: string, period: string): string => `${indicator}\n${period}`;

/** Results of one unit by concrete code and period. */
export function indexResults(results: readonly IndicatorResult[], level: string, unit: string): Index {
  const index = new Map<string, IndicatorResult>();
  for (const r of results) if (r.level === level && r.unit === unit) index.set(key(r.indicator, r.period), r);
  return index;
}

export const resultAt = (
  index: Index,
  code: string,
  period: string | undefined,
): IndicatorResult | undefined => (period === undefined ? undefined : index.get(key(code, period)));

/** Earlier school years that are looked at; more do not print. */
const shownYears = 5;

/** A sub-year row of which at most this many per indicator are printed, the latest (months). */
const shownPeriods = 4;

/** Periods of the school year in which the indicator has a row, the whole year first, then in order of time. */
function periodsOf(results: readonly IndicatorResult[]): Period[] {
  const periods = results.map((r) => parsePeriod(r.period)!);
  const whole = periods.filter(isWhole);
  const shorter = periods.filter((p) => !isWhole(p)).sort(byTime);
  return [...whole, ...shorter.slice(-shownPeriods)];
}

export const isWhole = (p: Period): boolean => p.frequency === 'school_year' || p.frequency === 'year';

const stageOrder = ['start', 'middle', 'end'];
const part = (p: Period): string => p.key.slice(p.key.indexOf(':') + 1);
const byTime = (a: Period, b: Period): number =>
  a.first < b.first ? -1 : a.first > b.first ? 1 : stageOrder.indexOf(part(a)) - stageOrder.indexOf(part(b));

/** Each concrete indicator of the school year with its figures, earlier years, trend and the region beside. */
export function indicatorTable(input: SummaryInput, units: DistrictUnits): IndicatorTable {
  const { district, hasNeighbours } = units;
  const region = hasNeighbours ? indexResults(input.results, 'region', district.region) : new Map();
  return tableOf(input, indexResults(input.results, 'district', district.code), region);
}

/** The same for the results of one organisation alone. */
export const organisationTable = (
  input: Pick<SummaryInput, 'catalog' | 'schoolYear'>,
  unit: string,
  results: readonly IndicatorResult[],
): IndicatorTable => tableOf(input, indexResults(results, 'organisation', unit), new Map());

function tableOf(
  input: Pick<SummaryInput, 'catalog' | 'schoolYear'>,
  unit: Index,
  region: Index,
): IndicatorTable {
  const tree = indicatorTree(input, [...unit.values()]);
  const years = pastYears(input.schoolYear, [...unit.values()]);
  const byCode = new Map<string, IndicatorResult[]>();
  for (const r of unit.values()) {
    if (parsePeriod(r.period)?.schoolYear !== input.schoolYear) continue;
    byCode.set(r.indicator, [...(byCode.get(r.indicator) ?? []), r]);
  }
  const rows = tree.flatMap((entry): (GroupRow | ValueRow)[] =>
    entry.type === 'group'
      ? [entry]
      : periodsOf(byCode.get(entry.code) ?? []).map((p, _, all) => ({
          ...valueRow(entry, p, years, unit, region),
          hasShorter: all.length > 1 && p === all[0],
        })),
  );
  return { years, rows, hasRegion: rows.some((r) => r.type === 'value' && r.region !== undefined) };
}

function valueRow(
  entry: IndicatorEntry,
  period: Period,
  years: readonly string[],
  unit: Index,
  region: Index,
): Omit<ValueRow, 'hasShorter'> {
  const result = resultAt(unit, entry.code, period.key)!;
  const { indicator } = entry;
  const back = (schoolYear: string) =>
    resultAt(
      unit,
      entry.code,
      yearsBack(period.key, Number(period.schoolYear.slice(0, 4)) - Number(schoolYear.slice(0, 4))),
    );
  const change = trend(result, resultAt(unit, entry.code, yearsBack(period.key, 1)), indicator);
  const norm = againstNorm(result, indicator.norm, indicator.better);
  const beside = resultAt(region, entry.code, period.key);
  return {
    type: 'value',
    code: entry.code,
    indicator,
    members: entry.members,
    isBelowTitle: entry.isBelowTitle,
    depth: entry.depth,
    period,
    isWholeYear: isWhole(period),
    result,
    past: years.map((schoolYear) => ({ schoolYear, ...pick(back(schoolYear)) })),
    ...(change && { trend: change }),
    // a full count of organisations is no sample
    fewData: isFewData(result) && !(indicator.kind === 'presence' && result.reported === result.expected),
    ...(norm && { norm }),
    ...(beside && { region: { ...pick(beside), reason: beside.reason } }),
  };
}

const pick = (r: IndicatorResult | undefined): { value?: number } =>
  r?.value === undefined ? {} : { value: r.value };

function pastYears(schoolYear: string, results: readonly IndicatorResult[]): string[] {
  const withValue = new Set<string>();
  for (const r of results) {
    if (r.value === undefined) continue;
    const year = parsePeriod(r.period)?.schoolYear;
    if (year !== undefined) withValue.add(year);
  }
  const years: string[] = [];
  let year = schoolYear;
  for (let i = 0; i < shownYears; i++) {
    year = previousSchoolYear(year);
    if (withValue.has(year)) years.unshift(year);
  }
  return years;
}
