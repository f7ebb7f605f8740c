import type { Expression } from './ast.ts';
import { evaluated, isTrue, type Known } from './evaluate.ts';

/** What a condition may look at: one row of the register and the flags of that unit. */
export interface Row {
  readonly columns: Readonly<Record<string, string>>;
  /** undefined = not known. */
  flag?(name: string): boolean | undefined;
}

function column(row: Row, name: string): string | undefined {
  const cell: unknown = row.columns[name];
  // not a text: a name such as `constructor` that every object has
  const text = typeof cell === 'string' ? cell.trim() : '';
  return text === '' ? undefined : text;
}

const knownOf = (row: Row): Known => ({
  value: (name) => column(row, name),
  flag: (name) => row.flag?.(name),
});

/**
 * Three-valued truth of `scope` or `applies_if` for one unit; undefined = unknown, which does not hold
 * (evaluation.md, Conditions). An empty column is missing; `=` and `<>` compare text too, the others only numbers.
 */
export const evaluateCondition = (condition: Expression, row: Row): boolean | undefined =>
  isTrue(evaluated(condition, knownOf(row)));

/** Whether a condition holds for one unit; none asked for always does. */
export const holds = (condition: Expression | undefined, row: Row): boolean =>
  condition === undefined || evaluateCondition(condition, row) === true;
