import type { Formula, FormulaFunction, Scalar } from '../plan/plan.ts';

/** Short constructors of formula trees. */
export const literal = (value: Scalar): Formula => ({ type: 'literal', value });
export const cell = (id: string): Formula => ({ type: 'cell', id });
export const range = (from: string, to: string): Formula => ({ type: 'range', from, to });
export const call = (name: FormulaFunction, ...args: Formula[]): Formula => ({ type: 'call', name, args });

export type FormulaOperator = (Formula & { type: 'binary' })['op'];
export const binary = (op: FormulaOperator, left: Formula, right: Formula): Formula => ({
  type: 'binary',
  op,
  left,
  right,
});

/** `a & b & …`; an empty list is the empty text. */
export function joined(parts: readonly Formula[]): Formula {
  const [first, ...rest] = parts;
  return first === undefined ? literal('') : rest.reduce((sum, part) => binary('&', sum, part), first);
}

/** `a + b + …`; an empty list is 0. */
export function added(parts: readonly Formula[]): Formula {
  const [first, ...rest] = parts;
  return first === undefined ? literal(0) : rest.reduce((sum, part) => binary('+', sum, part), first);
}
