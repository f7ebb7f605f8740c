import type { Expression, Parsed } from '../../shared/expression/ast.ts';
import { parseCondition, parseExpression } from '../../shared/expression/parse.ts';
import { demoTable } from './demo-table.ts';

/** How one element is invented: a share of something else the unit reports, or a number of its own. */
export interface Recipe {
  /** Base code, or a concrete one for a single member. */
  readonly element: string;
  /** Condition over the columns of the register; none = every unit that owes the element. */
  readonly where?: Expression;
  /** Over the unit's own figures; a unit for which it does not hold types «x». */
  readonly asked?: Expression;
  /** What the share is taken of: figures (of the same members where a base code stands) or columns of the register. */
  readonly of?: Expression;
  /** Share or number of a weak unit and of a strong one; for yes/no the probability of «да». */
  readonly low: number;
  readonly high: number;
}

function tree(parse: (text: string) => Parsed, text: string | undefined): Expression | undefined {
  if (text === undefined || text === '') return undefined;
  const parsed = parse(text);
  if (!parsed.ok) throw new SyntaxError(`recipes.csv: ${text}`);
  return parsed.expression;
}

/**
 * The recipes in their order: what a figure is a share of stands above it, and of several rows of an element the first
 * counts whose `where` holds.
 */
export const recipes: readonly Recipe[] = demoTable('recipes.csv').map((row) => {
  const where = tree(parseCondition, row.where);
  const asked = tree(parseExpression, row.if);
  const of = tree(parseExpression, row.of);
  return {
    element: row.element ?? '',
    ...(where && { where }),
    ...(asked && { asked }),
    ...(of && { of }),
    low: Number(row.low),
    high: Number(row.high),
  };
});
