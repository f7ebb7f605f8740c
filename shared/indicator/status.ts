import type { ObservationStatus } from '../observation/observation.ts';
import { type Reason, reasons } from './types.ts';

/** Status of one unit in a vector: 0 = there is a value, 1–8 = the reason number of types.ts, 9 = the unit does not owe it. */
export const given = 0;
export const notOwed = 9;

const numberOf = (reason: Reason): number => reasons.indexOf(reason);
export const rejected = numberOf('rejected');
export const notReported = numberOf('not_reported');
export const noData = numberOf('no_data');
export const zeroDenominator = numberOf('zero_denominator');
export const noBase = numberOf('no_base');
export const tooFew = numberOf('too_few');
export const notApplicable = numberOf('not_applicable');
export const noDefinition = numberOf('no_definition');

export const statusNumber: Readonly<Record<ObservationStatus, number>> = {
  value: given,
  rejected,
  not_reported: notReported,
  no_data: noData,
  not_applicable: notApplicable,
};

/** Of several reasons the first counts; not owing one input is not owing the whole. */
export function firstOf(a: number, b: number): number {
  if (a === notOwed || b === notOwed) return notOwed;
  if (a === given) return b;
  return b === given || a < b ? a : b;
}

/** `firstOf` as a table of 16 × 16, for the inner loops: `firstOfTable[(a << 4) | b]`. */
export const firstOfTable: Uint8Array = (() => {
  const table = new Uint8Array(256);
  for (let a = 0; a <= notOwed; a++) for (let b = 0; b <= notOwed; b++) table[(a << 4) | b] = firstOf(a, b);
  return table;
})();
