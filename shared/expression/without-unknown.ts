import type { Expression } from './ast.ts';

/**
 * What is left of an expression once codes that nobody here owes are gone. `any_of` does without them, as evaluation
 * does with what a unit does not owe (evaluation.md); anything else that needs one has no value: undefined.
 */
export function withoutUnknown(
  expression: Expression,
  isKnown: (code: string) => boolean,
): Expression | undefined {
  const left = (part: Expression): Expression | undefined => withoutUnknown(part, isKnown);
  switch (expression.type) {
    case 'ref':
      return isKnown(expression.code) ? expression : undefined;
    case 'unary': {
      const of = left(expression.of);
      return of && { ...expression, of };
    }
    case 'binary': {
      const [a, b] = [left(expression.left), left(expression.right)];
      return a && b && { ...expression, left: a, right: b };
    }
    case 'call': {
      const kept = expression.args.map(left).filter((part): part is Expression => part !== undefined);
      const needsAll = expression.name !== 'any_of';
      if (kept.length === 0 || (needsAll && kept.length < expression.args.length)) return undefined;
      return kept.length === expression.args.length && kept.every((part, i) => part === expression.args[i])
        ? expression
        : { ...expression, args: kept };
    }
    default:
      return expression;
  }
}
