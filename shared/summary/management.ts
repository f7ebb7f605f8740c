import type { Direction } from '../catalog/types.ts';
import { type CriterionRow, criteriaRows } from '../criteria/criteria-rows.ts';
import { type EvidenceRow, evidenceRows } from '../criteria/evidence-rows.ts';
import { type ExpectedRow, expectedRows } from '../criteria/expected-rows.ts';
import { cycleCoverage, cycleLinks, type LinkCoverage } from '../cycle/coverage.ts';
import { cycleData } from '../cycle/cycle-data.ts';
import type { DistrictUnits } from './district-units.ts';
import type { SummaryInput } from './input.ts';

/** Self-assessment, the management cycle, expected results and their evidence: how the district manages quality. */
export interface Management {
  /** Directions of the roadmap, in printed order. */
  readonly directions: readonly Direction[];
  readonly links: readonly { readonly member: string; readonly title: string }[];
  /** Names of the district and all its organisations, by code. */
  readonly names: ReadonlyMap<string, string>;
  /** The district's own criteria, then those of its organisations. */
  readonly criteria: readonly CriterionRow[];
  readonly coverage: readonly LinkCoverage[];
  readonly expected: readonly ExpectedRow[];
  readonly evidence: readonly EvidenceRow[];
}

/** Undefined where the district's roadmaps ask for nothing of the kind. */
export function management(input: SummaryInput, units: DistrictUnits): Management | undefined {
  const { catalog, schoolYear, records, results, observations } = input;
  const register = { districts: [units.district], organisations: [...units.all.values()] };
  const criteria = criteriaRows({ catalog, register, schoolYear, records });
  const coverage = cycleCoverage({
    catalog,
    register,
    schoolYear,
    criteria,
    activities: input.activities ?? [],
    records,
    data: cycleData({ catalog, register, schoolYear, results, observations }),
  });
  const expected = expectedRows(catalog, units.district, records, schoolYear);
  if (coverage.length === 0 && criteria.length === 0 && expected.length === 0) return undefined;
  const named = new Set([
    ...coverage.map(({ direction }) => direction),
    ...criteria.map(({ item }) => item.criterion.direction),
    ...expected.map(({ item }) => item.expected.direction),
  ]);
  return {
    directions: [...catalog.directions.values()].filter(({ id }) => named.has(id)),
    links: cycleLinks(catalog),
    names: new Map([units.district, ...units.all.values()].map(({ code, name }) => [code, name])),
    criteria,
    coverage,
    expected,
    evidence: evidenceRows({
      catalog,
      schoolYear,
      records,
      units: new Set([units.district.code, ...units.all.keys()]),
    }),
  };
}
