import type { Criterion, CycleRule } from '../catalog/types.ts';
import { fitsText } from './match-rule.ts';

/**
 * Links that a criterion speaks of: those of its own words, else those of the heading of its group. One of minus
 * polarity speaks of none: that something bad is absent closes no link.
 */
export function linksOfCriterion(
  rules: readonly CycleRule[],
  { criterion, group, polarity }: Criterion,
): string[] {
  if (polarity === '-') return [];
  const own = linksOf(rules, 'criterion', criterion);
  return own.length > 0 ? own : linksOf(rules, 'criterion', group);
}

/** Links by the rules of one source that fit a text, each once, in the rules' order. */
export function linksOf(rules: readonly CycleRule[], source: CycleRule['source'], text: string): string[] {
  const found = rules.filter((rule) => rule.source === source && text !== '' && fitsText(rule, text));
  return [...new Set(found.map(({ link }) => link))];
}
