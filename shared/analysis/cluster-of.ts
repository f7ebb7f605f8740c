import { inForce } from '../catalog/in-force.ts';
import type { ClusterRule } from '../catalog/types.ts';
import { holds, type Row } from '../expression/condition.ts';
import { round9 } from '../indicator/exact.ts';

/** Which cluster an organisation belongs to, with what decided. */
export type ClusterVerdict =
  | { readonly type: 'cluster'; readonly rule: ClusterRule; readonly measure?: number }
  /** A rule that asks next needs a figure that is not there: later rules must not guess. */
  | { readonly type: 'not_enough_data'; readonly rule: ClusterRule }
  /** No rule is meant for such an organisation. */
  | { readonly type: 'none' };

/** The measure of a rule for the organisation; undefined = not known. */
export type MeasureOf = (rule: ClusterRule) => number | undefined;

/**
 * The first rule in order that is in force in the school year, whose scope holds and whose measure lies between its
 * bounds, both included (so the next rule may begin where this one ends). A scope that is unknown does not hold
 * (evaluation.md, Conditions); a measure that is missing ends the search.
 */
export function clusterOf(
  organisation: Row,
  schoolYear: string,
  rules: readonly ClusterRule[],
  measureOf: MeasureOf,
): ClusterVerdict {
  for (const rule of rules) {
    if (!inForce(rule, schoolYear) || !holds(rule.scope, organisation)) continue;
    if (rule.measure === undefined) return { type: 'cluster', rule };
    const given = measureOf(rule);
    if (given === undefined) return { type: 'not_enough_data', rule };
    const measure = round9(given);
    if (measure >= (rule.from ?? -Infinity) && measure <= (rule.to ?? Infinity))
      return { type: 'cluster', rule, measure };
  }
  return { type: 'none' };
}
