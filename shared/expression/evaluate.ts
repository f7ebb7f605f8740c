import { roundHalfAway } from '../number/decimal.ts';
import type { BinaryOperator, Expression } from './ast.ts';

/** A number, a text that may be one, or missing. */
export type Value = number | string | undefined;

/** What an expression may look at. */
export interface Known {
  value(code: string): Value;
  /** undefined = not known. */
  flag?(name: string): boolean | undefined;
}

/** A text as a number: decimal point or comma, spaces between groups of three digits; undefined if it is none. */
export function numberOf(value: Value): number | undefined {
  if (typeof value !== 'string') return value;
  const plain = /^[+-]?\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?$/.test(value)
    ? value.replace(/[ \u00a0\u202f]/g, '')
    : value;
  return /^[+-]?\d+(?:[.,]\d+)?$/.test(plain) ? Number(plain.replace(',', '.')) : undefined;
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

/** A number used as a condition holds when it is not 0; undefined = unknown. */
export const isTrue = (value: Value): boolean | undefined => {
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

function call(e: Expression & { type: 'call' }, known: Known): Value {
  if (e.name === 'prev' || e.name === 'flag') return undefined;
  const [first, second, third] = e.args;
  if (e.name === 'if') {
    const branch = isTrue(evaluated(first!, known));
    return branch === undefined ? undefined : evaluated(branch ? second! : third!, known);
  }
  const all = e.args.map((part) => numberOf(evaluated(part, known)));
  const given = all.filter((n): n is number => n !== undefined);
  if (given.length === 0 || (e.name !== 'any_of' && given.length < all.length)) return undefined;
  if (e.name === 'sum') return given.reduce((a, b) => a + b, 0);
  return e.name === 'min' ? Math.min(...given) : Math.max(...given);
}

/**
 * An expression for one unit, by evaluation.md: missing in, missing out; a comparison with missing is unknown;
 * `any_of` takes the greatest known; `and or not` are three-valued; `if` needs only its branch; division by zero is
 * missing; numbers are compared at 9 decimals. `prev` is missing: the caller knows one moment only.
 */
export function evaluated(e: Expression, known: Known): Value {
  switch (e.type) {
    case 'number':
    case 'text':
      return e.value;
    case 'ref':
      return known.value(e.code);
    case 'flag':
      return yes(known.flag?.(e.name));
    case 'has': {
      const words = known.value(e.column);
      return typeof words === 'string' ? yes(words.split(/\s+/).includes(e.word)) : undefined;
    }
    case 'unary': {
      const of = evaluated(e.of, known);
      if (e.op === '-') return calculate('-', 0, of);
      const truth = isTrue(of);
      return truth === undefined ? undefined : yes(!truth);
    }
    case 'binary': {
      const left = evaluated(e.left, known);
      const right = evaluated(e.right, known);
      if (e.op === 'and' || e.op === 'or') return logical(e.op, left, right);
      if (e.op === '+' || e.op === '-' || e.op === '*' || e.op === '/') return calculate(e.op, left, right);
      return yes(compare(e.op, left, right));
    }
    case 'call':
      return call(e, known);
  }
}
