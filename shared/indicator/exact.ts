import { decimal } from '../number/decimal.ts';

/** The parts of 10⁻⁹ in one. */
export const nanosInOne = 1e9;

function roundByDigits(value: number): number {
  const [whole = '0', fraction = ''] = decimal(Math.abs(value)).split('.');
  if (fraction.length <= 9) return value;
  const up = fraction.charCodeAt(9) >= 53;
  const nanos = Number(fraction.slice(0, 9)) + (up ? 1 : 0);
  const rounded = combine(Number(whole), nanos);
  return value < 0 ? -rounded : rounded;
}

/**
 * Rounds to 9 decimals, half away from zero (evaluation.md, Numbers). Halves are those of the shortest
 * decimal that people would see, not of the binary fraction behind it.
 */
export function round9(value: number): number {
  if (value === Math.floor(value)) return value === 0 ? 0 : value;
  const size = Math.abs(value);
  if (size >= 1e6) return roundByDigits(value);
  const scaled = (size - Math.floor(size)) * nanosInOne;
  const off = scaled - Math.floor(scaled);
  // near a half the binary fraction may lie on the wrong side: look at the digits
  if (off > 0.4 && off < 0.6) return roundByDigits(value);
  const rounded = combine(Math.floor(size), Math.round(scaled));
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}

/** The double nearest to whole + nanos × 10⁻⁹; both of one sign, |nanos| ≤ 10⁹, |whole| < 2⁵³. */
function combine(whole: number, nanos: number): number {
  if (nanos === 0) return whole;
  if (nanos === nanosInOne) return whole + 1;
  // one division of exact integers is correctly rounded
  if (whole < 9e6) return (whole * nanosInOne + nanos) / nanosInOne;
  return Number(`${decimal(whole)}.${`00000000${nanos}`.slice(-9)}`);
}

/** The part of a value rounded by `round9` behind the decimal point, as a signed integer of 10⁻⁹. */
export function nanosOf(value: number): number {
  const whole = Math.trunc(value);
  if (value === whole) return 0;
  if (Math.abs(value) < 1e6) return Math.round((value - whole) * nanosInOne);
  const [, fraction = ''] = decimal(Math.abs(value)).split('.');
  const nanos = Number(fraction.padEnd(9, '0').slice(0, 9));
  return value < 0 ? -nanos : nanos;
}

/** Joins a sum of whole parts and a sum of parts of 10⁻⁹ (both exact integers) to the nearest double. */
export function joinSums(wholes: number, nanos: number): number {
  if (nanos === 0) return wholes === 0 ? 0 : wholes;
  const carry = Math.floor(nanos / nanosInOne);
  let whole = wholes + carry;
  let rest = nanos - carry * nanosInOne;
  const negative = whole < 0;
  if (negative) {
    whole = -whole - (rest > 0 ? 1 : 0);
    rest = rest > 0 ? nanosInOne - rest : 0;
  }
  const size = combine(whole, rest);
  return negative && size !== 0 ? -size : size;
}
