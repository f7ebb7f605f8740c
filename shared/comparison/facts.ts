import type { ActivityRow } from '../activity/activity-rows.ts';
import type { Catalog } from '../catalog/types.ts';
import type { LinkCoverage } from '../cycle/coverage.ts';
import type { IndicatorResult } from '../indicator/types.ts';
import { monitoredRoadmaps } from '../register/monitored-roadmaps.ts';
import type { District, Register } from '../register/register.ts';
import { tallyByDirection } from '../summary/activity-tally.ts';
import { type ClosedRoadmap, closedRoadmaps, partByClosing } from '../summary/closed-roadmaps.ts';
import { type DirectionCounts, directionCounts } from '../summary/direction-counts.ts';

export interface DistrictFacts {
  readonly code: string;
  readonly name: string;
  readonly roadmaps: readonly string[];
  /** Roadmaps whose indicators the district keeps beside those of its own. */
  readonly monitoring: readonly string[];
  readonly organisations: number;
  /**
   * By direction id, over the whole time of the roadmaps in force: activities of the district itself that have a due
   * date, one per date. Directions of which the roadmap does not speak are left out.
   */
  readonly directions: Readonly<Record<string, DirectionCounts>>;
  /** Roadmaps that were closed, counted alike. */
  readonly closed: readonly ClosedRoadmap[];
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

/** Holds the districts of a workspace against each other by canonical direction. */
export function comparisonFacts(input: ComparisonInput): ComparisonFacts {
  const { register, date, schoolYear } = input;
  const compared = new Set(input.districts.map(({ code }) => code));
  return {
    date,
    schoolYear,
    districts: input.districts.map((one) => {
      const { inForce, closed } = partByClosing(
        input.activities.filter(
          ({ unit, activity, due }) =>
            unit === one.code && activity.level === 'district' && due !== undefined,
        ),
      );
      const links = input.coverage.filter(({ level, unit }) => level === 'district' && unit === one.code);
      return {
        code: one.code,
        name: one.name,
        roadmaps: one.roadmaps,
        monitoring: monitoredRoadmaps(one).filter((id) => !one.roadmaps.includes(id)),
        organisations: register.organisations.filter(({ district }) => district === one.code).length,
        directions: directionsOf(inForce, links),
        closed: closedRoadmaps(closed),
      };
    }),
    indicators: commonIndicators(input, compared),
  };
}

function directionsOf(
  activities: readonly ActivityRow[],
  links: readonly LinkCoverage[],
): Readonly<Record<string, DirectionCounts>> {
  const ids = new Set([
    ...activities.map(({ activity }) => activity.direction),
    ...links.map(({ direction }) => direction),
  ]);
  const tallies = new Map(tallyByDirection(activities, ids).map((one) => [one.direction, one.tally]));
  const directions: Record<string, DirectionCounts> = {};
  for (const id of ids) {
    const own = links.filter(({ direction }) => direction === id);
    if (own.length > 0 || tallies.has(id)) directions[id] = directionCounts(tallies.get(id), own);
  }
  return directions;
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
