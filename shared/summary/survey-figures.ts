import { parsePeriod, schoolYearOf } from '../period/period.ts';
import type { RecordRow } from '../record/record.ts';
import type { DistrictUnits } from './district-units.ts';
import type { SummaryInput } from './input.ts';
import { known } from './known-records.ts';
import { type ConcreteTitle, concreteTitles } from './members.ts';

/** Surveys of one group of people in the school year. Shares in percent, over the surveys that name both sides. */
export interface SurveyFigures {
  readonly title: string;
  readonly surveys: number;
  readonly asked: number;
  readonly responded: number;
  readonly rate?: number;
  readonly satisfied?: number;
}

/** By respondents, in the order of the dimension; those of whom there was no survey are left out. */
export function surveyFigures(
  { catalog, records, schoolYear }: SummaryInput,
  units: DistrictUnits,
): SurveyFigures[] {
  const isHere = (row: RecordRow): boolean =>
    row.record === known.survey &&
    (row.unit === units.district.code || units.all.has(row.unit)) &&
    typeof row.values.held === 'string' &&
    schoolYearOf(`${row.values.held}-01`) === schoolYear;
  // a standing row stands in the tables of several years
  const rows = [...new Map(records.filter(isHere).map((row) => [contentOf(row), row])).values()];
  return (catalog.dimensions.get(known.respondents)?.members ?? []).flatMap(({ member, title }) => {
    const own = rows.filter((row) => row.values.audience === member);
    if (own.length === 0) return [];
    const rate = share(own, 'responded', 'asked');
    const satisfied = share(own, 'satisfied', 'responded');
    return [
      {
        title,
        surveys: own.length,
        asked: sum(own, 'asked'),
        responded: sum(own, 'responded'),
        ...(rate !== undefined && { rate }),
        ...(satisfied !== undefined && { satisfied }),
      },
    ];
  });
}

const contentOf = ({ unit, values }: RecordRow): string => JSON.stringify([unit, values]);

const numberOf = (row: RecordRow, field: string): number | undefined => {
  const value = row.values[field];
  return typeof value === 'number' ? value : undefined;
};

const sum = (rows: readonly RecordRow[], field: string): number =>
  rows.reduce((all, row) => all + (numberOf(row, field) ?? 0), 0);

function share(rows: readonly RecordRow[], part: string, whole: string): number | undefined {
  const both = rows.filter((row) => numberOf(row, part) !== undefined && numberOf(row, whole) !== undefined);
  const all = sum(both, whole);
  return all > 0 ? (100 * sum(both, part)) / all : undefined;
}

/** The district's quarterly share of satisfied recipients. */
export interface Satisfaction {
  readonly series: readonly ConcreteTitle[];
  /** Oldest first, at most five, so that the same quarter a year ago is among them; values by series, undefined where there is none. */
  readonly quarters: readonly { readonly period: string; readonly values: readonly (number | undefined)[] }[];
}

/** Undefined where no quarter has a value. */
export function satisfaction(
  { catalog, results }: SummaryInput,
  units: DistrictUnits,
): Satisfaction | undefined {
  const indicator = catalog.indicators.find((one) => one.code === known.satisfaction);
  if (!indicator) return undefined;
  const series = concreteTitles(indicator, catalog);
  const byPeriod = new Map<string, (number | undefined)[]>();
  for (const result of results) {
    const at = series.findIndex(({ code }) => code === result.indicator);
    if (at < 0 || result.unit !== units.district.code || result.level !== 'district') continue;
    if (parsePeriod(result.period)?.frequency !== 'quarter' || result.value === undefined) continue;
    const values = byPeriod.get(result.period) ?? series.map(() => undefined);
    values[at] = result.value;
    byPeriod.set(result.period, values);
  }
  if (byPeriod.size === 0) return undefined;
  const quarters = [...byPeriod]
    .map(([period, values]) => ({ period, values }))
    .sort((a, b) => (a.period < b.period ? -1 : 1))
    .slice(-5);
  return { series, quarters };
}
