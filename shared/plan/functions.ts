import { roundHalfAway } from '../number/decimal.ts';
import {
  type CellResult,
  type FormulaError,
  isError,
  notAvailable,
  wrongNumber,
  wrongValue,
} from './calculated.ts';
import { toCondition, toNumber, toText } from './coerce.ts';
import { criterion } from './criterion.ts';
import type { Argument } from './evaluate-formula.ts';
import type { FormulaFunction } from './plan.ts';

/** Calls a spreadsheet function. Semantics as published for Excel; LibreOffice agrees (test/oracle). */
export function callFunction(name: FormulaFunction, args: readonly Argument[]): CellResult {
  return functions[name](args);
}

const functions: Readonly<Record<FormulaFunction, (args: readonly Argument[]) => CellResult>> = {
  IF(args) {
    const condition = toCondition(value(args, 0));
    if (isError(condition)) return condition;
    if (condition) return value(args, 1);
    return args.length > 2 ? value(args, 2) : false;
  },
  AND: (args) => logical(args, (all) => all.every(Boolean)),
  OR: (args) => logical(args, (all) => all.some(Boolean)),
  NOT(args) {
    const condition = toCondition(value(args, 0));
    return isError(condition) ? condition : !condition;
  },
  ISNUMBER: (args) => typeof value(args, 0) === 'number',
  ISBLANK: (args) => value(args, 0) === undefined,
  SUM: (args) => numeric(args, sum),
  MIN: (args) => numeric(args, (all) => all.reduce((a, b) => Math.min(a, b), all[0] ?? 0)),
  MAX: (args) => numeric(args, (all) => all.reduce((a, b) => Math.max(a, b), all[0] ?? 0)),
  ROUND(args) {
    const number = toNumber(value(args, 0));
    if (isError(number)) return number;
    const digits = toNumber(value(args, 1));
    return isError(digits) ? digits : round(number, Math.trunc(digits));
  },
  ABS(args) {
    const number = toNumber(value(args, 0));
    return isError(number) ? number : Math.abs(number);
  },
  COUNT: (args) =>
    args.reduce((count, arg) => {
      if (arg.reference) return count + arg.values().filter((item) => typeof item === 'number').length;
      const item = arg.value();
      return count + (item !== undefined && !isError(toNumber(item)) ? 1 : 0);
    }, 0),
  COUNTA: (args) =>
    args.reduce((count, arg) => count + arg.values().filter((item) => item !== undefined).length, 0),
  COUNTIF(args) {
    const wanted = value(args, 1);
    if (isError(wanted)) return 0;
    const matches = criterion(wanted);
    return (args[0] as Argument).values().filter(matches).length;
  },
  IFERROR(args) {
    const first = value(args, 0);
    return isError(first) ? value(args, 1) : first;
  },
  NA: () => notAvailable,
  N(args) {
    const item = value(args, 0);
    if (isError(item)) return item;
    if (typeof item === 'boolean') return item ? 1 : 0;
    return typeof item === 'number' ? item : 0;
  },
  TRIM(args) {
    const text = toText(value(args, 0));
    return isError(text) ? text : text.replace(/^ +| +$/g, '').replace(/ {2,}/g, ' ');
  },
  LEN(args) {
    const text = toText(value(args, 0));
    return isError(text) ? text : text.length;
  },
  LEFT: (args) => part(args, (text, count) => text.slice(0, count)),
  RIGHT: (args) => part(args, (text, count) => text.slice(Math.max(0, text.length - count))),
  SUBSTITUTE(args) {
    const [text, old, fresh] = [0, 1, 2].map((index) => toText(value(args, index)));
    for (const item of [text, old, fresh]) if (item !== undefined && isError(item)) return item;
    return old === '' ? text : (text as string).split(old as string).join(fresh as string);
  },
  FIND(args) {
    const [wanted, text] = [toText(value(args, 0)), toText(value(args, 1))];
    if (isError(wanted) || isError(text)) return isError(wanted) ? wanted : text;
    const at = text.indexOf(wanted);
    return at < 0 ? wrongValue : at + 1;
  },
  VALUE: (args) => toNumber(value(args, 0) ?? ''),
  // the number format of the referenced cell: entry cells of a plan are General until somebody types into them
  CELL: () => 'G',
};

function part(args: readonly Argument[], take: (text: string, count: number) => string): CellResult {
  const text = toText(value(args, 0));
  const count = toNumber(value(args, 1));
  if (isError(text) || isError(count)) return isError(text) ? text : count;
  return count < 0 ? wrongValue : take(text, Math.trunc(count));
}

function value(args: readonly Argument[], index: number): CellResult {
  return args[index]?.value();
}

/** Numbers of all arguments: of references the numbers only, of values what they can be turned into. */
function numeric(args: readonly Argument[], combine: (all: number[]) => number): CellResult {
  const numbers: number[] = [];
  for (const arg of args) {
    for (const item of arg.values()) {
      if (isError(item)) return item;
      if (arg.reference && typeof item !== 'number') continue;
      const number = toNumber(item);
      if (isError(number)) return number;
      numbers.push(number);
    }
  }
  const result = combine(numbers);
  return Number.isFinite(result) ? result : wrongNumber;
}

function logical(args: readonly Argument[], combine: (all: boolean[]) => boolean): CellResult {
  const conditions: boolean[] = [];
  for (const arg of args) {
    for (const item of arg.values()) {
      if (isError(item)) return item;
      if (arg.reference && (typeof item === 'string' || item === undefined)) continue;
      const condition: boolean | FormulaError = toCondition(item);
      if (isError(condition)) return condition;
      conditions.push(condition);
    }
  }
  return conditions.length === 0 ? wrongValue : combine(conditions);
}

/** Neumaier's compensated sum, as close to the exact one as LibreOffice's. */
function sum(numbers: readonly number[]): number {
  let total = 0;
  let lost = 0;
  for (const number of numbers) {
    const next = total + number;
    lost += Math.abs(total) >= Math.abs(number) ? total - next + number : number - next + total;
    total = next;
  }
  return total + lost;
}

function round(number: number, digits: number): CellResult {
  if (digits > 9) return number;
  if (digits >= 0) return roundHalfAway(number, digits);
  const scale = 10 ** Math.min(-digits, 300);
  return roundHalfAway(number / scale, 0) * scale;
}
