import { round9 } from './exact.ts';
import { isTrue } from './kernels.ts';
import { firstOfTable, given, notOwed, zeroDenominator } from './status.ts';

// Loops over all units that every figure goes through. They see nothing but typed arrays, so that they are compiled
// once and stay so, whatever objects have come and gone.

/** Makes of two statuses the one that counts, in the first. */
export function joinStatus(status: Uint8Array, other: Uint8Array): void {
  for (let i = 0; i < status.length; i++) status[i] = firstOfTable[(status[i]! << 4) | other[i]!]!;
}

/** Units outside a mask owe nothing. */
export function limit(status: Uint8Array, mask: Uint8Array): void {
  for (let i = 0; i < status.length; i++) if (mask[i] === 0) status[i] = notOwed;
}

/** Rounds given values to 9 decimals; one too large for a double counts as a division by zero. */
export function roundAll(values: Float64Array, status: Uint8Array): void {
  for (let i = 0; i < status.length; i++) {
    if (status[i] !== given) continue;
    const value = values[i]!;
    if (value - value !== 0) status[i] = zeroDenominator;
    else if (value !== Math.floor(value) || value === 0) values[i] = round9(value);
  }
}

/** Turns given values into 1 or 0. */
export function presenceOf(values: Float64Array, status: Uint8Array): void {
  for (let i = 0; i < status.length; i++) {
    if (status[i] !== given) continue;
    const value = values[i]!;
    if (value - value !== 0) status[i] = zeroDenominator;
    values[i] = isTrue(value) ? 1 : 0;
  }
}
