import { joinSums, nanosOf } from './exact.ts';
import type { Sums } from './figure.ts';
import { notApplicable } from './status.ts';

/** Exact sums of several groups: whole parts and parts of 10⁻⁹ apart, both integers, so order cannot matter. */
export class ExactSums {
  private readonly wholes: Float64Array;
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

  addSum(group: number, other: ExactSums, from: number): void {
    this.wholes[group]! += other.wholes[from]!;
    this.nanos[group]! += other.nanos[from]!;
  }

  read(group: number): number {
    return joinSums(this.wholes[group]!, this.nanos[group]!);
  }

  clear(group: number): void {
    this.wholes[group] = 0;
    this.nanos[group] = 0;
  }
}

const sides = ['n', 'd', 'nBefore', 'dBefore'] as const;
type Side = (typeof sides)[number];

/** Sums, coverage and the first reason of groups of units (districts, or regions). */
export class Totals {
  readonly groups: number;
  /** Units that have a row, not applicable ones included. */
  readonly rows: Int32Array;
  readonly expected: Int32Array;
  readonly reported: Int32Array;
  /** The smallest reason of expected units without a value; 255 = none. */
  readonly reason: Uint8Array;
  readonly sums: Readonly<Record<Side, ExactSums>>;

  constructor(groups: number) {
    this.groups = groups;
    this.rows = new Int32Array(groups);
    this.expected = new Int32Array(groups);
    this.reported = new Int32Array(groups);
    this.reason = new Uint8Array(groups).fill(255);
    const sum = () => new ExactSums(groups);
    this.sums = { n: sum(), d: sum(), nBefore: sum(), dBefore: sum() };
  }

  clear(): void {
    for (let group = 0; group < this.groups; group++) {
      this.rows[group] = 0;
      this.expected[group] = 0;
      this.reported[group] = 0;
      this.reason[group] = 255;
      for (const side of sides) this.sums[side].clear(group);
    }
  }

  /** Counts a unit that is expected or not applicable, but gave no pair. */
  miss(group: number, reason: number): void {
    this.rows[group]!++;
    if (reason === notApplicable) return;
    this.expected[group]!++;
    if (reason < this.reason[group]!) this.reason[group] = reason;
  }

  /** Counts a unit that gave both sides; its values are added apart. */
  hit(group: number): void {
    this.rows[group]!++;
    this.expected[group]!++;
    this.reported[group]!++;
  }

  /** Adds a whole group, a district into its region. */
  addGroup(group: number, other: Totals, from: number): void {
    this.rows[group]! += other.rows[from]!;
    this.expected[group]! += other.expected[from]!;
    this.reported[group]! += other.reported[from]!;
    this.reason[group] = Math.min(this.reason[group]!, other.reason[from]!);
    for (const side of sides) this.sums[side].addSum(group, other.sums[side], from);
  }

  /** Why a group without a reported unit has no value. */
  reasonOf(group: number): number {
    return this.reason[group] === 255 ? notApplicable : this.reason[group]!;
  }

  /** NaN for a side that the definition does not have. */
  read(group: number, hasD: boolean, hasBefore: boolean, hasDBefore: boolean, out: Sums): void {
    out.n = this.sums.n.read(group);
    out.d = hasD ? this.sums.d.read(group) : NaN;
    out.nBefore = hasBefore ? this.sums.nBefore.read(group) : NaN;
    out.dBefore = hasDBefore ? this.sums.dBefore.read(group) : NaN;
  }
}
