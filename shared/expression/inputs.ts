import type { Expression } from './ast.ts';

/** The parts an expression is made of, left to right. */
export function partsOf(expression: Expression): readonly Expression[] {
  if (expression.type === 'unary') return [expression.of];
  if (expression.type === 'binary') return [expression.left, expression.right];
  return expression.type === 'call' ? expression.args : [];
}

function collect(expression: Expression, into: Set<string>, of: (e: Expression) => string | undefined): void {
  const name = of(expression);
  if (name !== undefined) into.add(name);
  for (const part of partsOf(expression)) collect(part, into, of);
}

function named(expression: Expression, of: (e: Expression) => string | undefined): string[] {
  const found = new Set<string>();
  collect(expression, found, of);
  return [...found];
}

/** Codes of elements and indicators (in a condition: columns) that an expression names, each once, as first met. */
export const inputsOf = (expression: Expression): string[] =>
  named(expression, (e) => (e.type === 'ref' ? e.code : e.type === 'has' ? e.column : undefined));

/** Names of the flags that an expression or a condition asks for. */
export const flagsOf = (expression: Expression): string[] =>
  named(expression, (e) => (e.type === 'flag' ? e.name : undefined));
