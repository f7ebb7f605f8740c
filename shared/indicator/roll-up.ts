import type { Leaf, Pair } from './leaf.ts';
import type { Nature } from './nature.ts';
import { given, notOwed } from './status.ts';
import type { ExactSums, Totals } from './totals.ts';
import type { Units } from './units.ts';

type SidesOf = (pair: Pair) => { n: Float64Array | undefined; d: Float64Array | undefined };

/** The sides that organisations give; in a mixed indicator only one of them. */
function ownSides(nature: Nature): SidesOf {
  const both = nature.unit !== 'mixed';
  return (pair) => ({
    n: both || nature.numerator === 'organisation' ? pair.n.values : undefined,
    d: both || nature.denominator === 'organisation' ? pair.d?.values : undefined,
  });
}

function count(status: Uint8Array, groupOf: Int32Array, from: number, into: Totals): void {
  for (let i = 0; i < groupOf.length; i++) {
    const group = groupOf[i]!;
    const s = status[from + i]!;
    if (s === notOwed || group < 0) continue;
    if (s === given) into.hit(group);
    else into.miss(group, s);
  }
}

function add(
  values: Float64Array,
  status: Uint8Array,
  groupOf: Int32Array,
  from: number,
  into: ExactSums,
): void {
  for (let i = 0; i < groupOf.length; i++) {
    const group = groupOf[i]!;
    if (group >= 0 && status[from + i] === given) into.add(group, values[from + i]!);
  }
}

/** Adds what units `from …` gave to their groups. */
function addUnits(leaf: Leaf, sidesOf: SidesOf, groupOf: Int32Array, from: number, into: Totals): void {
  count(leaf.status, groupOf, from, into);
  const now = sidesOf(leaf.now);
  if (now.n) add(now.n, leaf.status, groupOf, from, into.sums.n);
  if (now.d) add(now.d, leaf.status, groupOf, from, into.sums.d);
  if (!leaf.before) return;
  const before = sidesOf(leaf.before);
  if (before.n) add(before.n, leaf.status, groupOf, from, into.sums.nBefore);
  if (before.d) add(before.d, leaf.status, groupOf, from, into.sums.dBefore);
}

/** Adds a district's own operand where its organisations gave the other side: only pairs reach a sum. */
function addOperands(leaf: Leaf, nature: Nature, units: Units, districts: Totals): void {
  const first = units.organisations.length;
  for (let district = 0; district < units.districts.length; district++) {
    if (districts.reported[district] === 0) continue;
    const operand = (pair: Pair, n: ExactSums, d: ExactSums) => {
      if (nature.numerator === 'district') n.add(district, pair.n.values[first + district]!);
      else if (pair.d) d.add(district, pair.d.values[first + district]!);
    };
    const { sums } = districts;
    operand(leaf.now, sums.n, sums.d);
    if (leaf.before) operand(leaf.before, sums.nBefore, sums.dBefore);
  }
}

/**
 * Rolls a leaf up: organisations → `districts` → `regions` (contracts §1: Σ numerators ÷ Σ denominators,
 * never a mean of percentages). Where the inputs come from districts only, `districts` stays empty.
 */
export function rollUp(
  leaf: Leaf,
  nature: Nature,
  units: Units,
  districts: Totals,
  regions: Totals | undefined,
): void {
  const { districtOf, regionOf, organisations } = units;
  districts.clear();
  regions?.clear();
  if (nature.unit === 'district') {
    if (regions) addUnits(leaf, ownSides(nature), regionOf, organisations.length, regions);
    return;
  }
  addUnits(leaf, ownSides(nature), districtOf, 0, districts);
  if (nature.unit === 'mixed') addOperands(leaf, nature, units, districts);
  if (!regions) return;
  for (let district = 0; district < regionOf.length; district++) {
    const region = regionOf[district]!;
    if (region >= 0) regions.addGroup(region, districts, district);
  }
}
