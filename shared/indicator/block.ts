import type { Arena, Run } from './arena.ts';
import { emptyFigure, shortfall } from './figure.ts';
import type { Leaf, LeafShape } from './leaf.ts';
import { emptySums, unitFigure } from './outcome.ts';
import { given, notApplicable, notOwed } from './status.ts';
import type { Totals } from './totals.ts';

/** The place of rows in time: their period among those of the table, and whether they have low and high. */
export interface Slot {
  readonly period: number;
  readonly hasInterval: boolean;
}

/**
 * The rows of all units of one level in one period of one concrete indicator, as arrays. Most of a catalogue's
 * breakdowns are never reported: then a row is one byte.
 */
export interface Block {
  readonly slot: Slot;
  /** The unit of the first row, as an index into the units of the table. */
  readonly first: number;
  /** Units, with or without a row. */
  readonly length: number;
  readonly rows: number;
  /** Number of the reason (types.ts), 9 = no row, + 16 where both sides are given. */
  readonly states: Run<Uint8Array>;
  /** They mean something where there is no reason; undefined where no unit gave both sides. */
  readonly values: Run<Float64Array> | undefined;
  /** They mean something where both sides are given; undefined where there is no such side. Maybe the columns' own. */
  readonly numerators: Run<Float64Array> | undefined;
  readonly denominators: Run<Float64Array> | undefined;
  /** Reported and expected units of each group; undefined for units that report themselves. */
  readonly counts: Run<Int32Array> | undefined;
}

export const givenBit = 16;

const stateOf = ({ states }: Block, at: number): number => states.of[states.from + at]!;

export const reasonIn = (block: Block, at: number): number => stateOf(block, at) & 15;

export const isGiven = (block: Block, at: number): boolean => (stateOf(block, at) & givenBit) !== 0;

export function reportedIn(block: Block, at: number): number {
  const { counts } = block;
  return counts === undefined ? Number(isGiven(block, at)) : counts.of[counts.from + 2 * at]!;
}

export function expectedIn(block: Block, at: number): number {
  const { counts } = block;
  if (counts !== undefined) return counts.of[counts.from + 2 * at + 1]!;
  return reasonIn(block, at) === notApplicable ? 0 : 1;
}

/** Rows of `length` units of a leaf beginning with `from`. */
export function unitBlock(
  leaf: Leaf,
  from: number,
  length: number,
  arena: Arena,
  slot: Slot,
  first: number,
  counts?: Run<Int32Array>,
): Block {
  const { status, rule, now } = leaf;
  const states = arena.bytes(length);
  let rows = 0;
  let pairs = 0;
  for (let i = 0; i < length; i++) {
    const s = status[from + i]!;
    states.of[states.from + i] = s;
    if (s !== notOwed) rows++;
    if (s === given) pairs++;
  }
  const hasPair = pairs > 0 && leaf.before === undefined;
  const values = pairs > 0 ? arena.floats(length) : undefined;
  const numerators = hasPair ? arena.floats(length) : undefined;
  const denominators = hasPair && now.d !== undefined ? arena.floats(length) : undefined;
  const block = { slot, first, length, rows, states, values, numerators, denominators, counts };
  if (values === undefined) return block;

  const { minN, isCount } = rule;
  // NaN goes the long way
  const factor = leaf.before === undefined && rule.factor.decimals === 0 ? rule.factor.digits : NaN;
  const ns = now.n.values;
  const ds = now.d?.values;
  const sums = emptySums();
  const figure = emptyFigure();
  for (let i = 0; i < length; i++) {
    if (status[from + i] !== given) continue;
    const n = ns[from + i]!;
    const d = ds === undefined ? 1 : ds[from + i]!;
    const product = factor * n;
    if (n === Math.floor(n) && d === Math.floor(d) && Math.abs(product) < 1e15) {
      // what `unitFigure` would say of whole numbers, without a word about anything else
      states.of[states.from + i] = shortfall(d, minN) | givenBit;
      values.of[values.from + i] = product / d;
      if (numerators) numerators.of[numerators.from + i] = isCount ? product : n;
      if (denominators) denominators.of[denominators.from + i] = d;
      continue;
    }
    unitFigure(leaf, from + i, sums, figure);
    states.of[states.from + i] = figure.reason | givenBit;
    values.of[values.from + i] = figure.value;
    if (numerators) numerators.of[numerators.from + i] = figure.numerator;
    if (denominators) denominators.of[denominators.from + i] = figure.denominator;
  }
  return block;
}

/** Rows of groups, districts or regions, that were made of a leaf. */
export function groupBlock(leaf: LeafShape, totals: Totals, arena: Arena, slot: Slot, first: number): Block {
  const { groups, reported, expected } = totals;
  const counts = arena.integers(2 * groups);
  for (let group = 0; group < groups; group++) {
    counts.of[counts.from + 2 * group] = reported[group]!;
    counts.of[counts.from + 2 * group + 1] = expected[group]!;
  }
  return unitBlock(totals.asLeaf(leaf), 0, groups, arena, slot, first, counts);
}
