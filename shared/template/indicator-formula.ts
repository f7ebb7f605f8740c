import type { Expression } from '../expression/ast.ts';
import type { Formula } from '../plan/plan.ts';
import { binary, call, literal } from './formula.ts';

/** What the expression's names stand for in a workbook. */
export interface FormulaScope {
  /**
   * The cell with the number or the reason of an element or indicator; `steps` = how many `prev` stand around it.
   * May throw NotLive.
   */
  readonly input: (code: string, steps: number) => Formula;
  /** Whether the unit owes it: what it does not owe is left out of `any_of`. */
  readonly owes: (expression: Expression) => boolean;
  /** Keeps an intermediate result in a cell of its own and gives the reference. */
  readonly keep: (formula: Formula) => Formula;
}

/** An expression that a workbook cannot compute live; `why` says who will. */
export class NotLive extends Error {
  override readonly name = 'NotLive';
  readonly why: 'after_closing' | 'by_district';
  constructor(why: 'after_closing' | 'by_district') {
    super(why);
    this.why = why;
  }
}

/** A missing operand is an error value, which arithmetic and comparisons of every spreadsheet hand on. */
const missing = binary('/', literal(1), literal(0));
/** Below any value, exact in fifteen digits. */
const nothing = literal(-1e14);

/**
 * Translates an expression into a formula that gives its number, or an error value where the expression is missing
 * (contracts §3, evaluation.md): missing in → missing out, `and or not` in three values, `any_of` over what is known,
 * `if` needs only the branch taken. Throws NotLive.
 */
export function indicatorFormula(expression: Expression, scope: FormulaScope): Formula {
  return number(expression, scope, 0);
}

function number(e: Expression, scope: FormulaScope, steps: number): Formula {
  switch (e.type) {
    case 'number':
      return literal(e.value);
    case 'ref': {
      const input = scope.input(e.code, steps);
      return call('IF', call('ISNUMBER', input), input, missing);
    }
    case 'unary':
      if (e.op === '-') return binary('-', literal(0), number(e.of, scope, steps));
      return known(truth(e, scope, steps));
    case 'binary':
      return operation(e, scope, steps);
    case 'call':
      return invocation(e, scope, steps);
    case 'flag':
      throw new NotLive('by_district');
    case 'text':
    case 'has':
      // the catalogue admits these in conditions only
      throw new NotLive('by_district');
  }
}

function operation(e: Expression & { type: 'binary' }, scope: FormulaScope, steps: number): Formula {
  if (e.op === 'and' || e.op === 'or') return known(truth(e, scope, steps));
  const left = number(e.left, scope, steps);
  const right = number(e.right, scope, steps);
  if (e.op === '+' || e.op === '-' || e.op === '*' || e.op === '/') return binary(e.op, left, right);
  // the engine compares at 9 decimals, the precision of all figures
  const rounded = (side: Formula): Formula =>
    side.type === 'literal' ? side : call('ROUND', side, literal(9));
  return call('IF', binary(e.op, rounded(left), rounded(right)), literal(1), literal(0));
}

function invocation(e: Expression & { type: 'call' }, scope: FormulaScope, steps: number): Formula {
  const args = (): Formula[] => e.args.map((arg) => number(arg, scope, steps));
  switch (e.name) {
    case 'sum':
      return call('SUM', ...args());
    case 'min':
      return call('MIN', ...args());
    case 'max':
      return call('MAX', ...args());
    case 'if': {
      const [condition, yes, no] = e.args as readonly [Expression, Expression, Expression];
      const holds = binary('<>', number(condition, scope, steps), literal(0));
      return call('IF', holds, number(yes, scope, steps), number(no, scope, steps));
    }
    case 'any_of': {
      const owed = e.args.filter(scope.owes);
      if (owed.length === 0) return missing;
      const greatest = scope.keep(
        call('MAX', ...owed.map((arg) => call('IFERROR', number(arg, scope, steps), nothing))),
      );
      return call('IF', binary('=', greatest, nothing), missing, greatest);
    }
    case 'prev':
      return number(e.args[0]!, scope, steps + 1);
    case 'flag':
      throw new NotLive('by_district');
  }
}

/** Kleene's three values as numbers: false 0, unknown ½, true 1, so that `and` is MIN and `or` is MAX. */
function truth(e: Expression, scope: FormulaScope, steps: number): Formula {
  if (e.type === 'unary' && e.op === 'not') return binary('-', literal(1), truth(e.of, scope, steps));
  if (e.type === 'binary' && (e.op === 'and' || e.op === 'or')) {
    const sides = [truth(e.left, scope, steps), truth(e.right, scope, steps)];
    return call(e.op === 'and' ? 'MIN' : 'MAX', ...sides);
  }
  const value = number(e, scope, steps);
  return call('IFERROR', call('IF', binary('<>', value, literal(0)), literal(1), literal(0)), literal(0.5));
}

/** 0 → 0, 1 → 1, ½ → an error value, naming the truth value only once: (1 ÷ (2t − 1) + 1) ÷ 2. */
function known(t: Formula): Formula {
  const side = binary('/', literal(1), binary('-', binary('*', literal(2), t), literal(1)));
  return binary('/', binary('+', side, literal(1)), literal(2));
}
