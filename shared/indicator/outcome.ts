import { emptyFigure, type Figure, type Sums, settle, settleMissing } from './figure.ts';
import type { Leaf } from './leaf.ts';
import type { Nature } from './nature.ts';
import { rollUp } from './roll-up.ts';
import { given, notOwed } from './status.ts';
import { Totals } from './totals.ts';
import type { Units } from './units.ts';
import type { Vector } from './vector.ts';

/** The figure of one unit (or of a group: `Totals.asLeaf`); false where it is not expected at all. */
export function unitFigure(leaf: Leaf, unit: number, sums: Sums, out: Figure): boolean {
  const s = leaf.status[unit]!;
  if (s === notOwed) return false;
  if (s !== given) {
    settleMissing(s, out);
    return true;
  }
  const { now, before } = leaf;
  sums.n = now.n.values[unit]!;
  sums.d = now.d === undefined ? NaN : now.d.values[unit]!;
  if (before !== undefined) {
    sums.nBefore = before.n.values[unit]!;
    sums.dBefore = before.d === undefined ? NaN : before.d.values[unit]!;
  }
  settle(leaf.rule, sums, out);
  return true;
}

/** NaN from the start: fields that begin as small integers would be stored twice over. */
export const emptySums = (): Sums => ({ n: NaN, d: NaN, nBefore: NaN, dBefore: NaN });

/** Value or reason of each unit where the inputs are reported (a mixed indicator: of each district). */
export function outcomeOf(leaf: Leaf, nature: Nature, units: Units): Vector {
  const values = new Float64Array(units.count);
  const status = new Uint8Array(units.count).fill(notOwed);
  const own = units.organisations.length;
  const sums = emptySums();
  const figure = emptyFigure();
  const write = (unit: number) => {
    status[unit] = figure.reason;
    if (figure.reason === given) values[unit] = figure.value;
  };
  if (nature.unit === 'mixed') {
    const districts = new Totals(units.districts.length);
    rollUp(leaf, nature, units, districts, undefined);
    const ofDistricts = districts.asLeaf(leaf);
    units.districts.forEach((_, d) => {
      if (unitFigure(ofDistricts, d, sums, figure)) write(own + d);
    });
  } else {
    for (let i = 0; i < units.count; i++) if (unitFigure(leaf, i, sums, figure)) write(i);
  }
  return { values, status, pooled: false };
}
