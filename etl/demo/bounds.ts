import type { Catalog } from '../../shared/catalog/types.ts';
import type { Expression } from '../../shared/expression/ast.ts';
import { inputsOf } from '../../shared/expression/inputs.ts';

/** A check of the kind `a + b <= c`, or `=`. */
export interface Bound {
  readonly parts: readonly string[];
  readonly whole: string;
}

const isSum = (e: Expression): boolean =>
  e.type === 'ref' || (e.type === 'binary' && e.op === '+' && isSum(e.left) && isSum(e.right));

const known = new WeakMap<Catalog, ReadonlyMap<string, readonly Bound[]>>();

/** Checks of the catalogue that say how much a part may be at most, by the codes of their parts. */
export function boundsOf(catalog: Catalog): ReadonlyMap<string, readonly Bound[]> {
  const before = known.get(catalog);
  if (before) return before;
  const bounds = new Map<string, Bound[]>();
  for (const { left, op, right } of catalog.checks) {
    if ((op !== '<=' && op !== '=') || right.type !== 'ref' || !isSum(left)) continue;
    const bound = { parts: inputsOf(left), whole: right.code };
    for (const part of bound.parts) bounds.set(part, [...(bounds.get(part) ?? []), bound]);
  }
  known.set(catalog, bounds);
  return bounds;
}
