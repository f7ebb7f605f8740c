import { noMembers } from '../catalog/concrete.ts';
import type { ClusterRule } from '../catalog/types.ts';
import { type Evaluation, engineOf } from '../indicator/evaluate.ts';
import { given } from '../indicator/status.ts';
import { parsePeriod } from '../period/period.ts';
import { isOpen } from '../register/register.ts';
import { type ClusterVerdict, clusterOf } from './cluster-of.ts';

/** Organisation → its cluster in a school year. */
export type Clusters = ReadonlyMap<string, ClusterVerdict>;

/**
 * The cluster of every organisation open in the school year, by the rules of the catalogue (domain §8), from its
 * columns in the register and its values of that year; rejected values count as missing. Each measure is computed
 * once for all organisations. Throws RangeError for what is no school year.
 */
export function clustersIn(evaluation: Evaluation, schoolYear: string): Clusters {
  const year = parsePeriod(schoolYear);
  if (year?.frequency !== 'school_year') throw new RangeError(`no school year: ${schoolYear}`);
  const { catalog, observations, flags } = evaluation;
  const engine = engineOf(evaluation);
  const measures = new Map<string, readonly (number | undefined)[]>();
  const measured = (rule: ClusterRule): readonly (number | undefined)[] => {
    let known = measures.get(rule.text);
    if (!known && rule.measure) {
      const { values, status } = engine.compile(rule.measure, { members: noMembers })(year);
      known = observations.units.organisations.map((_, at) =>
        status[at] === given ? values[at] : undefined,
      );
      measures.set(rule.text, known);
    }
    return known ?? [];
  };
  const clusters = new Map<string, ClusterVerdict>();
  for (const [at, organisation] of observations.units.organisations.entries()) {
    if (!isOpen(organisation, year)) continue;
    const { code, columns } = organisation;
    const row = { columns, flag: (name: string) => flags?.(code, name, schoolYear) };
    clusters.set(
      code,
      clusterOf(row, schoolYear, catalog.clusters, (rule) => measured(rule)[at]),
    );
  }
  return clusters;
}
