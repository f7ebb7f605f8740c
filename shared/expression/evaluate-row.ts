import type { Expression } from './ast.ts';
import { evaluated, numberOf } from './evaluate.ts';

/** Gives the column a code names; undefined = missing. */
export type Row = (code: string) => number | undefined;

/**
 * Evaluates a numeric expression over one row by evaluation.md. Columns of a row have no text, previous period or
 * flags: such parts are missing.
 */
export function evaluateRow(expression: Expression, row: Row): number | undefined {
  return numberOf(evaluated(expression, { value: row }));
}
