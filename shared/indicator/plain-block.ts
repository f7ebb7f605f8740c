import type { Arena } from './arena.ts';
import { type Block, givenBit, type Slot } from './block.ts';
import { shortfall } from './figure.ts';
import type { Plain } from './plain.ts';
import { firstOfTable, given, notApplicable, notOwed } from './status.ts';
import type { Totals } from './totals.ts';

/**
 * The rows of organisations and their sums by district (which begin clear) in one pass over typed arrays: what
 * `Engine.leaf`, `rollUp` and `unitBlock` do in ten. Nearly all figures are plain, and this loop is what makes a
 * million of them cheap; it must say the same as the long way, and the tests hold both against the reference.
 */
export function plainBlock(
  { rule, n, d, inside }: Plain,
  districtOf: Int32Array,
  districts: Totals,
  arena: Arena,
  slot: Slot,
  first: number,
): Block {
  const length = districtOf.length;
  const { of: states, from } = arena.bytes(length);
  const { minN, isCount } = rule;
  const factor = rule.factor.digits;
  const nValues = n.values;
  const nStatus = n.status;
  const dValues = d?.values;
  const dStatus = d?.status ?? nStatus;
  // a plain count is its element
  const numerators = { of: nValues, from: 0 };
  const values = isCount && factor === 1 ? numerators : arena.floats(length);
  const hasOwnValues = values !== numerators;
  const { of: out, from: outFrom } = values;
  const { rows, expected, reported, reason, sums } = districts;
  const nSums = sums.n.wholes;
  const dSums = sums.d.wholes;
  let count = 0;
  for (let i = 0; i < length; i++) {
    const s = inside[i] === 1 ? firstOfTable[(nStatus[i]! << 4) | dStatus[i]!]! : notOwed;
    states[from + i] = s;
    if (s === notOwed) continue;
    count++;
    const district = districtOf[i]!;
    if (s !== given) {
      if (district < 0) continue;
      rows[district]!++;
      if (s === notApplicable) continue;
      expected[district]!++;
      if (s < reason[district]!) reason[district] = s;
      continue;
    }
    const numerator = nValues[i]!;
    const denominator = dValues === undefined ? 1 : dValues[i]!;
    if (hasOwnValues) out[outFrom + i] = (factor * numerator) / denominator;
    states[from + i] = givenBit | shortfall(denominator, minN);
    if (district < 0) continue;
    reported[district]!++;
    nSums[district]! += numerator;
    if (dValues !== undefined) dSums[district]! += denominator;
  }
  for (let district = 0; district < districts.groups; district++) {
    rows[district]! += reported[district]!;
    expected[district]! += reported[district]!;
  }
  return {
    slot,
    first,
    length,
    rows: count,
    states: { of: states, from },
    values,
    numerators: isCount ? values : numerators,
    denominators: dValues && { of: dValues, from: 0 },
    counts: undefined,
  };
}
