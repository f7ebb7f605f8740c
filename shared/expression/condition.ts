import { roundHalfAway } from '../number/decimal.ts';
import type { BinaryOperator, Expression } from './ast.ts';

/** What a condition may look at: one row of the register and the flags of that unit. */
export interface Row {
  readonly columns: Readonly<Record<string, string>>;
  /** undefined = not known. */
  flag?(name: string): boolean | undefined;
}

type Value = number | string | undefined;

/** A column as a number: decimal point or comma, spaces between groups of three digits; undefined if it is none. */
function numberOf(value: Value): number | undefined {
  if (typeof value !== 'string') return value;
  const plain = /^[+-]?\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?$/.test(value)
    ? value.replace(/[ \u00a0\u202f]/g, '')
    : value;
  return /^[+-]?\d+(?:[.,]\d+)?$/.test(plain) ? Number(plain.replace(',', '.')) : undefined;
}

function column(row: Row, name: string): string | undefined {
  const cell: unknown = row.columns[name];
  // not a text: a name such as `constructor` that every object has
  const text = typeof cell === 'string' ? cell.trim() : '';
  return text === '' ? undefined : text;
}

const yes = (truth: boolean | undefined): number | undefined =>
  truth === undefined ? undefined : truth ? 1 : 0;

/** Compares at 9 decimals, the precision of all figures (evaluation.md, Numbers). */
const difference = (a: number, b: number): number => roundHalfAway(a, 9) - roundHalfAway(b, 9);

function compare(op: BinaryOperator, left: Value, right: Value): boolean | undefined {
  if (left === undefined || right === undefined) return undefined;
  const a = numberOf(left);
  const b = numberOf(right);
  const bothTexts = typeof left === 'string' && typeof right === 'string';
  if (op === '=' || op === '<>') {
    const same =
      bothTexts || a === undefined || b === undefined ? `${left}` === `${right}` : difference(a, b) === 0;
    return same === (op === '=');
  }
  if (a === undefined || b === undefined) return undefined;
  const by = difference(a, b);
  if (op === '<') return by < 0;
  if (op === '<=') return by <= 0;
  return op === '>' ? by > 0 : by >= 0;
}

function calculate(op: BinaryOperator, left: Value, right: Value): number | undefined {
  const a = numberOf(left);
  const b = numberOf(right);
  if (a === undefined || b === undefined || (op === '/' && b === 0)) return undefined;
  if (op === '+') return a + b;
  if (op === '-') return a - b;
  return op === '*' ? a * b : a / b;
}

const isTrue = (value: Value): boolean | undefined => {
  const number = numberOf(value);
  return number === undefined ? undefined : number !== 0;
};

function logical(op: 'and' | 'or', left: Value, right: Value): number | undefined {
  const a = isTrue(left);
  const b = isTrue(right);
  const decides = op === 'or';
  if (a === decides || b === decides) return yes(decides);
  return a === undefined || b === undefined ? undefined : yes(!decides);
}

function call(e: Expression & { type: 'call' }, row: Row): Value {
  if (e.name === 'prev' || e.name === 'flag') return undefined;
  const [first, second, third] = e.args;
  if (e.name === 'if') {
    const branch = isTrue(evaluated(first!, row));
    return branch === undefined ? undefined : evaluated(branch ? second! : third!, row);
  }
  const all = e.args.map((part) => numberOf(evaluated(part, row)));
  const known = all.filter((n): n is number => n !== undefined);
  if (known.length === 0 || (e.name !== 'any_of' && known.length < all.length)) return undefined;
  if (e.name === 'sum') return known.reduce((a, b) => a + b, 0);
  return e.name === 'min' ? Math.min(...known) : Math.max(...known);
}

function evaluated(e: Expression, row: Row): Value {
  switch (e.type) {
    case 'number':
    case 'text':
      return e.value;
    case 'ref':
      return column(row, e.code);
    case 'flag':
      return yes(row.flag?.(e.name));
    case 'has': {
      const words = column(row, e.column);
      return words === undefined ? undefined : yes(words.split(/\s+/).includes(e.word));
    }
    case 'unary': {
      const of = evaluated(e.of, row);
      if (e.op === '-') return calculate('-', 0, of);
      const truth = isTrue(of);
      return truth === undefined ? undefined : yes(!truth);
    }
    case 'binary': {
      const left = evaluated(e.left, row);
      const right = evaluated(e.right, row);
      if (e.op === 'and' || e.op === 'or') return logical(e.op, left, right);
      if (e.op === '+' || e.op === '-' || e.op === '*' || e.op === '/') return calculate(e.op, left, right);
      return yes(compare(e.op, left, right));
    }
    case 'call':
      return call(e, row);
  }
}

/**
 * Three-valued truth of `scope` or `applies_if` for one unit; undefined = unknown, which does not hold
 * (evaluation.md, Conditions). An empty column is missing; `=` and `<>` compare text too, the others only numbers.
 */
export const evaluateCondition = (condition: Expression, row: Row): boolean | undefined =>
  isTrue(evaluated(condition, row));

/** Whether a condition holds for one unit; none asked for always does. */
export const holds = (condition: Expression | undefined, row: Row): boolean =>
  condition === undefined || evaluateCondition(condition, row) === true;
