import type { BinaryOperator, Expression, FunctionName, Parsed, SyntaxFault } from './ast.ts';
import { partsOf } from './inputs.ts';
import { type Mode, type Token, tokensOf } from './tokens.ts';

/** What a parser can miss; the Russian words stand in shared/texts/expression.ts. */
export type Expected = 'operand' | 'operator' | 'closing' | 'arguments' | 'word' | 'shallower' | 'text';

/** Deepest nesting of parentheses and calls, so that hostile text cannot overflow the stack. */
export const maxNesting = 200;
/** Deepest tree, for the same reason: `a + b + …` is as deep as it is long. */
export const maxDepth = 1000;

/** Fewest and most arguments. */
const arity: Readonly<Record<FunctionName, readonly [number, number]>> = {
  if: [3, 3],
  sum: [1, 100],
  min: [1, 100],
  max: [1, 100],
  any_of: [1, 100],
  prev: [1, 1],
  flag: [1, 1],
};
const functions: ReadonlySet<string> = new Set(Object.keys(arity));
const isFunction = (name: string): name is FunctionName => functions.has(name);
const comparisons: readonly string[] = ['<', '<=', '>', '>=', '=', '<>'];
const reserved: readonly string[] = ['and', 'or', 'not'];

/** Thrown and caught inside this file only: a fault leaves any depth of the descent at once. */
class Fault {
  readonly fault: SyntaxFault;
  constructor(token: Token, expected: Expected) {
    this.fault = { at: token.at, found: token.text, expected };
  }
}

class Parser {
  private at = 0;
  private nesting = 0;
  private readonly tokens: readonly Token[];
  private readonly mode: Mode;

  constructor(text: string, mode: Mode) {
    this.mode = mode;
    this.tokens = tokensOf(text, mode);
  }

  whole(): Expression {
    const expression = this.or();
    if (this.token().kind !== 'end') throw new Fault(this.token(), 'operator');
    return expression;
  }

  private token(): Token {
    return this.tokens[this.at]!;
  }

  private is(kind: Token['kind'], text: string): boolean {
    const token = this.token();
    return token.kind === kind && token.text === text;
  }

  private take(kind: Token['kind'], text: string): boolean {
    const found = this.is(kind, text);
    if (found) this.at++;
    return found;
  }

  private chain(kind: 'word' | 'sign', operators: readonly string[], next: () => Expression): Expression {
    let left = next();
    for (;;) {
      const token = this.token();
      if (token.kind !== kind || !operators.includes(token.text)) return left;
      this.at++;
      left = { type: 'binary', op: token.text as BinaryOperator, left, right: next() };
    }
  }

  private or(): Expression {
    this.nesting++;
    if (this.nesting > maxNesting) throw new Fault(this.token(), 'shallower');
    const result = this.chain('word', ['or'], () => this.chain('word', ['and'], () => this.not()));
    this.nesting--;
    return result;
  }

  private not(): Expression {
    let count = 0;
    while (this.take('word', 'not')) if (++count > maxNesting) throw new Fault(this.token(), 'shallower');
    let result = this.comparison();
    for (; count > 0; count--) result = { type: 'unary', op: 'not', of: result };
    return result;
  }

  private comparison(): Expression {
    const left = this.additive();
    const token = this.token();
    if (this.mode === 'condition' && token.kind === 'word' && token.text === 'has') return this.has(left);
    if (token.kind !== 'sign' || !comparisons.includes(token.text)) return left;
    this.at++;
    const operand = this.additive();
    const isName = this.mode === 'condition' && (token.text === '=' || token.text === '<>');
    const right: Expression =
      isName && operand.type === 'ref' ? { type: 'text', value: operand.code } : operand;
    const next = this.token();
    if (next.kind === 'sign' && comparisons.includes(next.text)) throw new Fault(next, 'operator');
    return { type: 'binary', op: token.text as BinaryOperator, left, right };
  }

  private has(left: Expression): Expression {
    if (left.type !== 'ref') throw new Fault(this.token(), 'operator');
    this.at++;
    const word = this.token();
    if (word.kind !== 'text' && word.kind !== 'number') throw new Fault(word, 'text');
    this.at++;
    return { type: 'has', column: left.code, word: unquoted(word.text) };
  }

  private additive(): Expression {
    return this.chain('sign', ['+', '-'], () => this.chain('sign', ['*', '/'], () => this.negative()));
  }

  private negative(): Expression {
    let count = 0;
    while (this.take('sign', '-')) if (++count > maxNesting) throw new Fault(this.token(), 'shallower');
    let result = this.primary();
    for (; count > 0; count--) result = { type: 'unary', op: '-', of: result };
    return result;
  }

  private primary(): Expression {
    const token = this.token();
    if (token.kind === 'number') {
      this.at++;
      return { type: 'number', value: Number(token.text) };
    }
    if (token.kind === 'text') {
      this.at++;
      return { type: 'text', value: unquoted(token.text) };
    }
    if (this.take('sign', '(')) {
      const inner = this.or();
      if (!this.take('sign', ')')) throw new Fault(this.token(), 'closing');
      return inner;
    }
    if (token.kind !== 'word' || reserved.includes(token.text)) throw new Fault(token, 'operand');
    this.at++;
    if (this.is('sign', '(')) return this.call(token);
    return { type: 'ref', code: token.text };
  }

  private call(name: Token): Expression {
    if (!isFunction(name.text)) throw new Fault(name, 'operand');
    this.at++;
    if (name.text === 'flag') {
      const flag = this.token();
      if (flag.kind !== 'word') throw new Fault(flag, 'word');
      this.at++;
      if (!this.take('sign', ')')) throw new Fault(this.token(), 'closing');
      return { type: 'flag', name: flag.text };
    }
    const args: Expression[] = [];
    do args.push(this.or());
    while (this.take('sign', ','));
    const end = this.token();
    if (!this.take('sign', ')')) throw new Fault(end, 'closing');
    const [fewest, most] = arity[name.text];
    if (args.length < fewest || args.length > most) throw new Fault(name, 'arguments');
    return { type: 'call', name: name.text, args };
  }
}

const unquoted = (text: string): string => (/^['"«]/.test(text) ? text.slice(1, -1) : text);

/** Level by level, because a recursive walk is what a deep tree would break. */
function isTooDeep(expression: Expression): boolean {
  let level: Expression[] = [expression];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth === maxDepth) return true;
    const below: Expression[] = [];
    for (const node of level) for (const part of partsOf(node)) below.push(part);
    level = below;
  }
  return false;
}

function parse(text: string, mode: Mode): Parsed {
  try {
    const expression = new Parser(text, mode).whole();
    if (!isTooDeep(expression)) return { ok: true, expression };
    return {
      ok: false,
      fault: { at: 0, found: text.slice(0, 20), expected: 'shallower' satisfies Expected },
    };
  } catch (error) {
    if (error instanceof Fault) return { ok: false, fault: error.fault };
    throw error;
  }
}

/**
 * Parses a numerator, denominator or side of a check (contracts §3). Binding, loosest first:
 * `or`, `and`, `not`, comparison (not chained), `+ -`, `* /`, unary minus. Never evaluates anything.
 */
export const parseExpression = (text: string): Parsed => parse(text, 'expression');

/**
 * Parses `scope` and `applies_if`: the same grammar over columns of the register, with `column has word`;
 * a bare word right of `=`, `<>` and `has` is a text, quotes '…' "…" «…» are optional.
 */
export const parseCondition = (text: string): Parsed => parse(text, 'condition');
