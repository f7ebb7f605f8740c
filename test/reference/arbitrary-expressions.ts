import * as fc from 'fast-check';

export type Draw = fc.GeneratorValue;

/** What an expression may name. `exact`: a figure that a double holds as people write it, fit for comparisons. */
export interface Name {
  readonly code: string;
  readonly exact: boolean;
}

export const pick = <T>(g: Draw, values: readonly T[]): T => values[whole(g, 0, values.length - 1)]!;
/** True `times` times in ten. */
export const chance = (g: Draw, times: number): boolean => whole(g, 1, 10) <= times;
const even = (min: number, max: number): fc.Arbitrary<number> => fc.noBias(fc.integer({ min, max }));
/** Evenly spread: fast-check's liking for small numbers would make every choice the first one. */
export const whole = (g: Draw, min: number, max: number): number => g(even, min, max);

/** Sums and differences of typed-in figures: the ones that evaluation.md promises exact inside expressions. */
function exact(g: Draw, pool: readonly Name[], depth: number): string {
  const names = pool.filter((n) => n.exact).map((n) => n.code);
  const form = depth === 0 ? 0 : whole(g, 0, 7);
  if (names.length === 0) return pick(g, ['0', '1', '2.25', '7']);
  const next = (): string => exact(g, pool, depth - 1);
  if (form === 3) return `(${next()} + ${next()})`;
  if (form === 4) return `(${next()} - ${next()})`;
  if (form === 5) return `${pick(g, ['min', 'max', 'sum'])}(${next()}, ${next()})`;
  if (form === 6) return pick(g, ['0', '1', '0.5', '3']);
  if (form === 7) return `prev(${pick(g, names)})`;
  return pick(g, names);
}

function condition(g: Draw, pool: readonly Name[], depth: number): string {
  const form = depth === 0 ? 0 : whole(g, 0, 6);
  const next = (): string => condition(g, pool, depth - 1);
  if (form === 4) return `(${next()} ${pick(g, ['and', 'or'])} ${next()})`;
  if (form === 5) return `(not ${next()})`;
  if (form === 6) return exact(g, pool, 1);
  // parenthesised: comparisons are not chained
  return `(${exact(g, pool, 1)} ${pick(g, ['<', '<=', '>', '>=', '=', '<>'])} ${exact(g, pool, 1)})`;
}

/** A random numeric expression over the names; anything may stand in it but its value must not hang on the last bit of a double. */
export function expression(g: Draw, pool: readonly Name[], depth = 2): string {
  const text = numeric(g, pool, depth);
  const named = pool.some((n) => text.includes(n.code));
  return named ? text : `${pick(g, pool).code} + ${text}`;
}

function numeric(g: Draw, pool: readonly Name[], depth: number): string {
  const name = (): string => pick(g, pool).code;
  const next = (): string => numeric(g, pool, depth - 1);
  const form = depth === 0 ? 0 : whole(g, 0, 16);
  switch (form) {
    case 4:
      return `${next()} + ${next()}`;
    case 5:
      return `(${next()} - ${next()})`;
    case 6:
      return `(${exact(g, pool, 0)} * ${exact(g, pool, 1)})`;
    case 7:
      return `((${next()}) / ${exact(g, pool, 1)})`;
    case 8:
      return `sum(${next()}, ${next()}, ${name()})`;
    case 9:
      return `${pick(g, ['min', 'max'])}(${next()}, ${next()})`;
    case 10:
      return `any_of(${name()}, ${name()})`;
    case 11:
      return `any_of(${name()}, ${name()} + ${name()}, prev(${name()}))`;
    case 12:
      return pick(g, [`prev(${name()})`, `prev(${name()} - ${name()})`, `prev(prev(${name()}))`]);
    case 13:
      return `if(${condition(g, pool, 1)}, ${next()}, ${next()})`;
    case 14:
      return condition(g, pool, 1);
    case 15:
      return `-(${next()})`;
    case 16:
      return pick(g, ['1', '0', '2.5', '10']);
    default:
      return name();
  }
}

/** A random condition over the columns of organisations.csv. */
export function columnCondition(g: Draw): string {
  const simple = (): string =>
    pick(g, [
      'type has school',
      'programmes has СОО',
      'programmes has "НОО"',
      'not programmes has ДО',
      'size > 100',
      'size <= 100',
      'size = 100',
      'size <> 100',
      'place = "село"',
      'place <> "село"',
      'flag(low_results)',
      'size',
    ]);
  const form = whole(g, 0, 5);
  if (form === 3) return `${simple()} and ${simple()}`;
  if (form === 4) return `${simple()} or ${simple()}`;
  if (form === 5) return `not (${simple()} or ${simple()})`;
  return simple();
}
