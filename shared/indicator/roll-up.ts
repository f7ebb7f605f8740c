import type { Leaf, Pair } from './leaf.ts';
import type { Nature } from './nature.ts';
import type { ExactSums, Totals } from './totals.ts';
import type { Units } from './units.ts';

/** Adds what units `from …` gave to their groups; in a mixed indicator organisations give one side only. */
function addUnits(leaf: Leaf, nature: Nature, groupOf: Int32Array, from: number, into: Totals): void {
  const { status, now, before } = leaf;
  const both = nature.unit !== 'mixed';
  const add = (pair: Pair, n: ExactSums, d: ExactSums) => {
    if (both || nature.numerator === 'organisation') n.addUnits(pair.n.values, status, groupOf, from);
    if (pair.d && (both || nature.denominator === 'organisation')) {
      d.addUnits(pair.d.values, status, groupOf, from);
    }
  };
  into.count(status, groupOf, from);
  add(now, into.sums.n, into.sums.d);
  if (before) add(before, into.sums.nBefore, into.sums.dBefore);
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
    if (regions) addUnits(leaf, nature, regionOf, organisations.length, regions);
    return;
  }
  addUnits(leaf, nature, districtOf, 0, districts);
  if (nature.unit === 'mixed') addOperands(leaf, nature, units, districts);
  regions?.addGroups(districts, regionOf);
}
