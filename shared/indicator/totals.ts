import { joinSums, nanosOf } from './exact.ts';
import type { Leaf, LeafShape } from './leaf.ts';
import { given, notApplicable, notOwed } from './status.ts';
import type { Vector } from './vector.ts';

/** Exact sums of several groups: whole parts and parts of 10⁻⁹ apart, both integers, so order cannot matter. */
export class ExactSums {
  readonly wholes: Float64Array;
  private readonly nanos: Float64Array;

  constructor(groups: number) {
    this.wholes = new Float64Array(groups);
    this.nanos = new Float64Array(groups);
  }

  add(group: number, value: number): void {
    const whole = Math.trunc(value);
    this.wholes[group]! += whole;
    if (whole !== value) this.nanos[group]! += nanosOf(value);
  }

  /** Adds the given values of units `from …` to their groups; −1 = none. */
  addUnits(values: Float64Array, status: Uint8Array, groupOf: Int32Array, from: number): void {
    addUnits(values, status, groupOf, from, this.wholes, this.nanos);
  }

  /** Adds every group of others to a group of these. */
  addGroups(others: ExactSums, groupOf: Int32Array): void {
    addByGroup(others.wholes, groupOf, this.wholes);
    addByGroup(others.nanos, groupOf, this.nanos);
  }

  read(group: number): number {
    return joinSums(this.wholes[group]!, this.nanos[group]!);
  }

  clear(): void {
    this.wholes.fill(0);
    this.nanos.fill(0);
  }
}

// The loops below see nothing but typed arrays: so they are compiled once and stay so, however rarely a process
// evaluates, and whatever objects have come and gone.

function addUnits(
  values: Float64Array,
  status: Uint8Array,
  groupOf: Int32Array,
  from: number,
  wholes: Float64Array,
  nanos: Float64Array,
): void {
  for (let i = 0; i < groupOf.length; i++) {
    const group = groupOf[i]!;
    if (group < 0 || status[from + i] !== given) continue;
    const value = values[from + i]!;
    const whole = Math.trunc(value);
    wholes[group]! += whole;
    if (whole !== value) nanos[group]! += nanosOf(value);
  }
}

function addByGroup(
  from: Float64Array | Int32Array,
  groupOf: Int32Array,
  to: Float64Array | Int32Array,
): void {
  for (let i = 0; i < groupOf.length; i++) {
    const group = groupOf[i]!;
    if (group >= 0) to[group]! += from[i]!;
  }
}

function countUnits(
  status: Uint8Array,
  groupOf: Int32Array,
  from: number,
  rows: Int32Array,
  expected: Int32Array,
  reported: Int32Array,
  reason: Uint8Array,
): void {
  for (let i = 0; i < groupOf.length; i++) {
    const group = groupOf[i]!;
    const s = status[from + i]!;
    if (s === notOwed || group < 0) continue;
    rows[group]!++;
    if (s === notApplicable) continue;
    expected[group]!++;
    if (s === given) reported[group]!++;
    else if (s < reason[group]!) reason[group] = s;
  }
}

const sides = ['n', 'd', 'nBefore', 'dBefore'] as const;
type Side = (typeof sides)[number];

/** No reason yet: greater than any. */
const none = 255;

/** Sums, coverage and the first reason of groups of units (districts, or regions). */
export class Totals {
  readonly groups: number;
  /** Units that have a row, not applicable ones included. */
  readonly rows: Int32Array;
  readonly expected: Int32Array;
  readonly reported: Int32Array;
  readonly sums: Readonly<Record<Side, ExactSums>>;
  /** The smallest reason of expected units without a value; 255 = none. */
  readonly reason: Uint8Array;
  private readonly read: Readonly<Record<Side, Vector>>;

  constructor(groups: number) {
    this.groups = groups;
    this.rows = new Int32Array(groups);
    this.expected = new Int32Array(groups);
    this.reported = new Int32Array(groups);
    this.reason = new Uint8Array(groups).fill(none);
    const sum = () => new ExactSums(groups);
    this.sums = { n: sum(), d: sum(), nBefore: sum(), dBefore: sum() };
    const status = new Uint8Array(groups);
    const side = (): Vector => ({ values: new Float64Array(groups), status, pooled: false });
    this.read = { n: side(), d: side(), nBefore: side(), dBefore: side() };
  }

  clear(): void {
    this.rows.fill(0);
    this.expected.fill(0);
    this.reported.fill(0);
    this.reason.fill(none);
    for (const side of sides) this.sums[side].clear();
  }

  /** Counts units `from …` in their groups; their values are added apart. */
  count(status: Uint8Array, groupOf: Int32Array, from: number): void {
    countUnits(status, groupOf, from, this.rows, this.expected, this.reported, this.reason);
  }

  /** Adds whole groups, the districts into their regions. */
  addGroups(others: Totals, groupOf: Int32Array): void {
    addByGroup(others.rows, groupOf, this.rows);
    addByGroup(others.expected, groupOf, this.expected);
    addByGroup(others.reported, groupOf, this.reported);
    for (let i = 0; i < groupOf.length; i++) {
      const group = groupOf[i]!;
      if (group >= 0) this.reason[group] = Math.min(this.reason[group]!, others.reason[i]!);
    }
    for (const side of sides) this.sums[side].addGroups(others.sums[side], groupOf);
  }

  /**
   * The groups as units of a leaf like the one they were made of: sums for values; without a reported unit the first
   * reason. Holds until these totals change.
   */
  asLeaf(leaf: LeafShape): Leaf {
    const { status } = this.read.n;
    for (let group = 0; group < this.groups; group++) status[group] = this.statusOf(group);
    const now = { n: this.joined('n'), d: leaf.now.d === undefined ? undefined : this.joined('d'), status };
    const before = leaf.before && {
      n: this.joined('nBefore'),
      d: leaf.before.d === undefined ? undefined : this.joined('dBefore'),
      status,
    };
    return { rule: leaf.rule, status, now, before };
  }

  private statusOf(group: number): number {
    if (this.rows[group] === 0) return notOwed;
    if (this.reported[group]! > 0) return given;
    return this.reason[group] === none ? notApplicable : this.reason[group]!;
  }

  private joined(side: Side): Vector {
    const { values } = this.read[side];
    for (let group = 0; group < values.length; group++) values[group] = this.sums[side].read(group);
    return this.read[side];
  }
}
