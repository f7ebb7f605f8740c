import { explain } from '../indicator/explain.ts';
import type { ExplainedCell, ExplainedExpression } from '../indicator/explain-expression.ts';
import type { Review } from './review.ts';

/**
 * The cells because of which a figure has no value, each once, in the order of its formula: not filled, answered with
 * «нет данных» or rejected. What an earlier year lacks is no cell of this workbook.
 */
export function missingCells(review: Review, indicator: string, period: string): ExplainedCell[] {
  const found = new Map<string, ExplainedCell>();
  visit(review, indicator, period, found, new Set());
  return [...found.values()];
}

function visit(
  review: Review,
  indicator: string,
  period: string,
  found: Map<string, ExplainedCell>,
  seen: Set<string>,
): void {
  const { meta, evaluation, placeOf } = review;
  if (!meta || !evaluation || seen.has(`${indicator} ${period}`)) return;
  seen.add(`${indicator} ${period}`);
  const level = meta.unitType === 'district' ? 'district' : 'organisation';
  const explanation = explain(evaluation, { indicator, unit: meta.unit, period, level }, placeOf);
  const walk = (step: ExplainedExpression): void => {
    const { cell } = step;
    if (cell?.counts && cell.status !== 'value' && cell.place)
      found.set(`${cell.element} ${cell.period}`, cell);
    if (step.indicator !== undefined && step.reason !== '') {
      visit(review, step.indicator, step.period, found, seen);
    }
    for (const part of step.parts) walk(part);
  };
  for (const { of } of explanation.sides) walk(of);
}
