import { InvalidFormula } from './errors.ts';
import type { FormulaFunction } from './plan.ts';

/** Fewest and most arguments, and whether a range may stand as an argument. 255 is Excel's own limit. */
export const functionArity: Readonly<
  Record<FormulaFunction, { readonly min: number; readonly max: number; readonly ranges: boolean }>
> = {
  IF: { min: 2, max: 3, ranges: false },
  AND: { min: 1, max: 255, ranges: true },
  OR: { min: 1, max: 255, ranges: true },
  NOT: { min: 1, max: 1, ranges: false },
  ISNUMBER: { min: 1, max: 1, ranges: false },
  ISBLANK: { min: 1, max: 1, ranges: false },
  SUM: { min: 1, max: 255, ranges: true },
  MIN: { min: 1, max: 255, ranges: true },
  MAX: { min: 1, max: 255, ranges: true },
  ROUND: { min: 2, max: 2, ranges: false },
  ABS: { min: 1, max: 1, ranges: false },
  COUNT: { min: 1, max: 255, ranges: true },
  COUNTA: { min: 1, max: 255, ranges: true },
  COUNTIF: { min: 2, max: 2, ranges: true },
  IFERROR: { min: 2, max: 2, ranges: false },
  NA: { min: 0, max: 0, ranges: false },
  N: { min: 1, max: 1, ranges: false },
  TRIM: { min: 1, max: 1, ranges: false },
  LEN: { min: 1, max: 1, ranges: false },
  LEFT: { min: 2, max: 2, ranges: false },
  RIGHT: { min: 2, max: 2, ranges: false },
  SUBSTITUTE: { min: 3, max: 3, ranges: false },
  FIND: { min: 2, max: 2, ranges: false },
  VALUE: { min: 1, max: 1, ranges: false },
  CELL: { min: 2, max: 2, ranges: false },
};

/** Throws InvalidFormula if a spreadsheet would refuse this number of arguments. */
export function checkArity(name: FormulaFunction, count: number): void {
  const arity = functionArity[name];
  if (!arity) throw new InvalidFormula(`unknown function ${name}`);
  if (count < arity.min || count > arity.max) {
    throw new InvalidFormula(`${name} takes ${arity.min}–${arity.max} arguments, got ${count}`);
  }
}
