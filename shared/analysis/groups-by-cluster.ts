import type { GroupOf } from '../check/peers.ts';
import type { Evaluation } from '../indicator/evaluate.ts';
import { type Clusters, clustersIn } from './clusters.ts';

/**
 * With whom an organisation is compared: its cluster of that school year. One that belongs to none, or of which too
 * little is known, is compared with nobody. Without any rule for clusters everybody is compared with everybody.
 */
export function groupsByCluster(evaluation: Evaluation): GroupOf {
  const years = new Map<string, Clusters>();
  if (evaluation.catalog.clusters.length === 0) return () => '';
  return (organisation, schoolYear) => {
    let clusters = years.get(schoolYear);
    if (!clusters) {
      clusters = clustersIn(evaluation, schoolYear);
      years.set(schoolYear, clusters);
    }
    const verdict = clusters.get(organisation);
    return verdict?.type === 'cluster' ? verdict.rule.code : undefined;
  };
}
