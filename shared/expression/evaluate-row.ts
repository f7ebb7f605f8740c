import type { Expression } from './ast.ts';

/** Gives the column a code names; undefined = missing. */
export type Row = (code: string) => number | undefined;

/**
 * Evaluates a numeric expression over one row by evaluation.md: missing in, missing out; `any_of` takes the greatest
 * known; `and or not` are three-valued; `if` needs only its branch; division by zero is missing. Columns of a row
 * have no text, previous period or flags: such parts are missing.
 */
export function evaluateRow(expression: Expression, row: Row): number | undefined {
  switch (expression.type) {
    case 'number':
      return expression.value;
    case 'ref':
      return row(expression.code);
    case 'unary': {
      const value = evaluateRow(expression.of, row);
      if (value === undefined) return undefined;
      return expression.op === '-' ? 0 - value : truth(value === 0);
    }
    case 'binary':
      return binary(expression.op, evaluateRow(expression.left, row), evaluateRow(expression.right, row));
    case 'call':
      return call(expression.name, expression.args, row);
    default:
      return undefined;
  }
}

const truth = (holds: boolean): number => (holds ? 1 : 0);

function binary(
  op: Extract<Expression, { type: 'binary' }>['op'],
  left: number | undefined,
  right: number | undefined,
): number | undefined {
  // a known side may decide
  if (op === 'and' && (left === 0 || right === 0)) return 0;
  if (op === 'or' && ((left !== undefined && left !== 0) || (right !== undefined && right !== 0))) return 1;
  if (left === undefined || right === undefined) return undefined;
  switch (op) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return right === 0 ? undefined : left / right;
    case '<':
      return truth(left < right);
    case '<=':
      return truth(left <= right);
    case '>':
      return truth(left > right);
    case '>=':
      return truth(left >= right);
    case '=':
      return truth(left === right);
    case '<>':
      return truth(left !== right);
    case 'and':
      return 1;
    case 'or':
      return 0;
  }
}

function call(
  name: Extract<Expression, { type: 'call' }>['name'],
  args: readonly Expression[],
  row: Row,
): number | undefined {
  if (name === 'if') {
    const [condition, yes, no] = args;
    const holds = condition && evaluateRow(condition, row);
    const branch = holds === 0 ? no : yes;
    return holds === undefined || branch === undefined ? undefined : evaluateRow(branch, row);
  }
  const values = args.map((argument) => evaluateRow(argument, row));
  const known = values.filter((value): value is number => value !== undefined);
  if (known.length === 0 || (name !== 'any_of' && known.length < values.length)) return undefined;
  switch (name) {
    case 'sum':
      return known.reduce((total, value) => total + value, 0);
    case 'min':
      return Math.min(...known);
    case 'max':
    case 'any_of':
      return Math.max(...known);
    default:
      return undefined;
  }
}
