import { type CellResult, divisionByZero, isError, wrongNumber } from './calculated.ts';
import { toNumber, toText } from './coerce.ts';
import { compareValues, nearlyEqual } from './compare-values.ts';
import { callFunction } from './functions.ts';
import type { Layout } from './layout.ts';
import type { Formula } from './plan.ts';

export type Lookup = (sheetIndex: number, row: number, column: number) => CellResult;

/** An argument of a function: references behave differently from values in SUM, AND, COUNT and their kin. */
export interface Argument {
  readonly reference: boolean;
  /** All cells of a range, row by row; one entry otherwise. */
  values(): CellResult[];
  /** The single value. */
  value(): CellResult;
}

/** An interpreter of formula trees over the cells that `lookup` gives. */
export function createEvaluator(layout: Layout, lookup: Lookup): (formula: Formula) => CellResult {
  const evaluate = (formula: Formula): CellResult => {
    switch (formula.type) {
      case 'literal':
        return formula.value;
      case 'cell':
        return single(formula.id);
      case 'range':
        return single(formula.from);
      case 'call':
        return callFunction(formula.name, formula.args.map(argument));
      case 'binary':
        return operate(formula.op, evaluate(formula.left), evaluate(formula.right));
    }
  };
  const single = (id: string): CellResult => {
    const place = layout.place(id);
    return lookup(place.sheetIndex, place.row, place.column);
  };
  const argument = (formula: Formula): Argument => {
    if (formula.type === 'range') {
      const { sheetIndex, range } = layout.range(formula.from, formula.to);
      return {
        reference: true,
        value: () => evaluate(formula),
        values: () => {
          const values: CellResult[] = [];
          for (let row = range.firstRow; row <= range.lastRow; row++) {
            for (let column = range.firstColumn; column <= range.lastColumn; column++) {
              values.push(lookup(sheetIndex, row, column));
            }
          }
          return values;
        },
      };
    }
    return {
      reference: formula.type === 'cell',
      value: () => evaluate(formula),
      values: () => [evaluate(formula)],
    };
  };
  return evaluate;
}

type Operator = Extract<Formula, { type: 'binary' }>['op'];

function operate(op: Operator, left: CellResult, right: CellResult): CellResult {
  if (isError(left)) return left;
  if (isError(right)) return right;
  switch (op) {
    case '&':
      return `${toText(left)}${toText(right)}`;
    case '=':
      return compareValues(left, right) === 0;
    case '<>':
      return compareValues(left, right) !== 0;
    case '<':
      return compareValues(left, right) < 0;
    case '<=':
      return compareValues(left, right) <= 0;
    case '>':
      return compareValues(left, right) > 0;
    case '>=':
      return compareValues(left, right) >= 0;
    default:
      return arithmetic(op, toNumber(left), toNumber(right));
  }
}

function arithmetic(
  op: '+' | '-' | '*' | '/',
  left: ReturnType<typeof toNumber>,
  right: ReturnType<typeof toNumber>,
): CellResult {
  if (typeof left !== 'number') return left;
  if (typeof right !== 'number') return right;
  if (op === '/' && right === 0) return divisionByZero;
  const result = calculateNumber(op, left, right);
  return Number.isFinite(result) ? result : wrongNumber;
}

function calculateNumber(op: '+' | '-' | '*' | '/', left: number, right: number): number {
  switch (op) {
    case '+':
      return left !== 0 && nearlyEqual(left, -right) ? 0 : left + right;
    case '-':
      // 0.3−0.1−0.2 is 0 in a spreadsheet, not 2.8e−17
      return left !== 0 && nearlyEqual(left, right) ? 0 : left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
  }
}
