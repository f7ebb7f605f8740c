import type { BinaryOperator } from '../expression/ast.ts';
import { round9 } from './exact.ts';
import { firstOfTable, given, notOwed, zeroDenominator } from './status.ts';
import type { Vector } from './vector.ts';

/** Work on whole vectors; `out` may be one of the inputs. */
export type Kernel = (a: Vector, b: Vector, out: Vector) => void;

/** Numbers are compared, and held against zero, at the 9 decimals to which figures are exact (evaluation.md, Numbers). */
const same = (a: number, b: number): boolean =>
  a === b || (Math.abs(a - b) < 1e-8 && round9(a) === round9(b));
export const isTrue = (value: number): boolean =>
  value !== 0 && (Math.abs(value) > 1e-8 || round9(value) !== 0);

function pairwise(compute: (x: number, y: number) => number): Kernel {
  return (a, b, out) => {
    const { values, status } = out;
    for (let i = 0; i < status.length; i++) {
      const s = firstOfTable[(a.status[i]! << 4) | b.status[i]!]!;
      status[i] = s;
      if (s === given) values[i] = compute(a.values[i]!, b.values[i]!);
    }
  };
}

const divide: Kernel = (a, b, out) => {
  const { values, status } = out;
  for (let i = 0; i < status.length; i++) {
    const s = firstOfTable[(a.status[i]! << 4) | b.status[i]!]!;
    const by = b.values[i]!;
    if (s !== given) status[i] = s;
    else if (!isTrue(by)) status[i] = zeroDenominator;
    else {
      status[i] = given;
      values[i] = a.values[i]! / by;
    }
  }
};

/** Three-valued: one side may decide alone. Both must be owed all the same. */
function logical(decides: boolean): Kernel {
  return (a, b, out) => {
    const { values, status } = out;
    for (let i = 0; i < status.length; i++) {
      const sa = a.status[i]!;
      const sb = b.status[i]!;
      const s = firstOfTable[(sa << 4) | sb]!;
      const decided =
        (sa === given && isTrue(a.values[i]!) === decides) ||
        (sb === given && isTrue(b.values[i]!) === decides);
      status[i] = decided && s !== notOwed ? given : s;
      values[i] = decided === decides ? 1 : 0;
    }
  };
}

/** One kernel per operator of two sides. */
export const kernels: Readonly<Record<BinaryOperator, Kernel>> = {
  '+': pairwise((x, y) => x + y),
  '-': pairwise((x, y) => x - y),
  '*': pairwise((x, y) => x * y),
  '/': divide,
  '<': pairwise((x, y) => (x < y && !same(x, y) ? 1 : 0)),
  '<=': pairwise((x, y) => (x < y || same(x, y) ? 1 : 0)),
  '>': pairwise((x, y) => (x > y && !same(x, y) ? 1 : 0)),
  '>=': pairwise((x, y) => (x > y || same(x, y) ? 1 : 0)),
  '=': pairwise((x, y) => (same(x, y) ? 1 : 0)),
  '<>': pairwise((x, y) => (same(x, y) ? 0 : 1)),
  and: logical(false),
  or: logical(true),
};
export const smaller: Kernel = pairwise(Math.min);
export const greater: Kernel = pairwise(Math.max);

/** `any_of`: the greatest known; what a unit does not owe is not asked of it. */
export const anyOf: Kernel = (a, b, out) => {
  const { values, status } = out;
  for (let i = 0; i < status.length; i++) {
    const sa = a.status[i]!;
    const sb = b.status[i]!;
    if (sa === given && sb === given) values[i] = Math.max(a.values[i]!, b.values[i]!);
    else values[i] = sb === given ? b.values[i]! : a.values[i]!;
    // "given" is the smallest status, "not owed" the greatest
    status[i] = Math.min(sa, sb);
  }
};

export function negate(a: Vector, out: Vector): void {
  for (let i = 0; i < out.status.length; i++) {
    out.status[i] = a.status[i]!;
    out.values[i] = -a.values[i]!;
  }
}

export function not(a: Vector, out: Vector): void {
  for (let i = 0; i < out.status.length; i++) {
    out.status[i] = a.status[i]!;
    out.values[i] = isTrue(a.values[i]!) ? 0 : 1;
  }
}

/** `if(c, a, b)`: only the branch taken must be known, but both must be owed. */
export function choose(condition: Vector, a: Vector, b: Vector, out: Vector): void {
  const { values, status } = out;
  for (let i = 0; i < status.length; i++) {
    const c = condition.status[i]!;
    const branch = isTrue(condition.values[i]!) ? a : b;
    const unowed = c === notOwed || a.status[i] === notOwed || b.status[i] === notOwed;
    const s = unowed ? notOwed : c !== given ? c : branch.status[i]!;
    values[i] = branch.values[i]!;
    status[i] = s;
  }
}
