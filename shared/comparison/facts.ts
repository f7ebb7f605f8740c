import type { ActivityRow } from '../activity/activity-rows.ts';
import type { Catalog } from '../catalog/types.ts';
import type { LinkCoverage } from '../cycle/coverage.ts';
import type { IndicatorResult } from '../indicator/types.ts';
import { monitoredRoadmaps } from '../register/monitored-roadmaps.ts';
import type { District, Register } from '../register/register.ts';

/** One district and one canonical direction, over the whole roadmap on the date. */
export interface DirectionFacts {
  /** Activities of the district itself that have a due date, one per date. */
  readonly planned: number;
  readonly done: number;
  readonly overdue: number;
  readonly targetsMet: number;
  /** Targets that could be judged: met, partly, not met. */
  readonly targetsJudged: number;
  /** Links of the management cycle that are there this year, of so many. */
  readonly links: number;
  readonly ofLinks: number;
}

export interface DistrictFacts {
  readonly code: string;
  readonly name: string;
  readonly roadmaps: readonly string[];
  /** Roadmaps whose indicators the district keeps beside those of its own. */
  readonly monitoring: readonly string[];
  readonly organisations: number;
  /** By direction id; directions of which the roadmap does not speak are left out. */
  readonly directions: Readonly<Record<string, DirectionFacts>>;
}

/** An indicator that at least two districts have a value for. */
export interface CommonIndicator {
  /** Concrete code. */
  readonly indicator: string;
  /** By district code. */
  readonly values: Readonly<Record<string, number>>;
}

/** What «Сравнение районов» says: plain data, equal for equal inputs. */
export interface ComparisonFacts {
  readonly date: string;
  readonly schoolYear: string;
  readonly districts: readonly DistrictFacts[];
  readonly indicators: readonly CommonIndicator[];
}

export interface ComparisonInput {
  readonly catalog: Catalog;
  readonly register: Register;
  /** Those that are compared. */
  readonly districts: readonly District[];
  readonly date: string;
  readonly schoolYear: string;
  readonly activities: readonly ActivityRow[];
  readonly coverage: readonly LinkCoverage[];
  readonly results: Iterable<IndicatorResult>;
}

const noFacts: DirectionFacts = {
  planned: 0,
  done: 0,
  overdue: 0,
  targetsMet: 0,
  targetsJudged: 0,
  links: 0,
  ofLinks: 0,
};

/** Several directions together. */
export function sumOf(parts: readonly Partial<DirectionFacts>[]): DirectionFacts {
  const sum = { ...noFacts };
  for (const part of parts)
    for (const key of Object.keys(noFacts) as (keyof DirectionFacts)[]) sum[key] += part[key] ?? 0;
  return sum;
}

/** Holds the districts of a workspace against each other by canonical direction. */
export function comparisonFacts(input: ComparisonInput): ComparisonFacts {
  const { register, date, schoolYear } = input;
  const compared = new Set(input.districts.map(({ code }) => code));
  const found = new Map<string, Record<string, DirectionFacts>>();
  const add = (unit: string, direction: string, more: Partial<DirectionFacts>): void => {
    if (!compared.has(unit)) return;
    const own = found.get(unit) ?? {};
    found.set(unit, own);
    own[direction] = sumOf([own[direction] ?? noFacts, more]);
  };
  for (const { activity, unit, due, status, target } of input.activities) {
    if (activity.level !== 'district' || !due || status === 'not_applicable') continue;
    const verdict = target?.verdict;
    add(unit, activity.direction, {
      planned: 1,
      done: status === 'done' || status === 'done_late' ? 1 : 0,
      overdue: status === 'overdue' ? 1 : 0,
      targetsMet: verdict === 'met' ? 1 : 0,
      targetsJudged: verdict === 'met' || verdict === 'partly' || verdict === 'not_met' ? 1 : 0,
    });
  }
  for (const { level, unit, direction, state } of input.coverage)
    if (level === 'district')
      add(unit, direction, { links: state === 'yes' || state === 'partly' ? 1 : 0, ofLinks: 1 });
  return {
    date,
    schoolYear,
    districts: input.districts.map((one) => ({
      code: one.code,
      name: one.name,
      roadmaps: one.roadmaps,
      monitoring: monitoredRoadmaps(one).filter((id) => !one.roadmaps.includes(id)),
      organisations: register.organisations.filter(({ district }) => district === one.code).length,
      directions: found.get(one.code) ?? {},
    })),
    indicators: commonIndicators(input, compared),
  };
}

function commonIndicators(
  { results, schoolYear }: ComparisonInput,
  compared: ReadonlySet<string>,
): CommonIndicator[] {
  const values = new Map<string, Record<string, number>>();
  for (const { indicator, level, unit, period, value } of results) {
    if (level !== 'district' || period !== schoolYear || value === undefined || !compared.has(unit)) continue;
    const own = values.get(indicator) ?? {};
    values.set(indicator, own);
    own[unit] = value;
  }
  return [...values]
    .filter(([, own]) => Object.keys(own).length > 1)
    .map(([indicator, own]) => ({ indicator, values: own }));
}
