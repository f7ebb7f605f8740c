import type { Rule } from './figure.ts';
import type { Vector } from './vector.ts';

/** Both sides of an indicator for all units, rounded to 9 decimals; `d` undefined = no denominator. */
export interface Pair {
  readonly n: Vector;
  readonly d: Vector | undefined;
  /**
   * 0 = both sides given, a reason, or 9 = not expected. In a mixed indicator a district's own status is that
   * of its operand, and it counts for its organisations too.
   */
  readonly status: Uint8Array;
}

/** What every unit contributes in one period. `before` stands for `change` only. */
export interface Leaf {
  readonly rule: Rule;
  readonly status: Uint8Array;
  readonly now: Pair;
  readonly before: Pair | undefined;
}

/** What decides the figures of groups made of a leaf: the rule, and which sides there are. */
export interface LeafShape {
  readonly rule: Rule;
  readonly now: { readonly d: unknown };
  readonly before: { readonly d: unknown } | undefined;
}
