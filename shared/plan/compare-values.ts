import { compareText } from '../number/compare-text.ts';
import type { FormulaError } from './calculated.ts';

type Comparable = number | string | boolean | undefined;

/** Spreadsheets call two numbers equal that differ in the last bits only. */
export function nearlyEqual(a: number, b: number): boolean {
  if (a === b) return true;
  const difference = Math.abs(a - b);
  return difference < Math.abs(a) * 2 ** -48 && difference < Math.abs(b) * 2 ** -48;
}

/**
 * Order of two cell values: numbers before texts before logical values; a blank takes the other side's zero;
 * texts ignore case. Negative, zero or positive.
 */
export function compareValues(left: Comparable, right: Comparable): number {
  const a = left === undefined ? zeroOf(right) : left;
  const b = right === undefined ? zeroOf(left) : right;
  if (typeof a === 'number' && typeof b === 'number') return nearlyEqual(a, b) ? 0 : a - b;
  if (typeof a === 'string' && typeof b === 'string') return compareText(a.toLowerCase(), b.toLowerCase());
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  return rank(a) - rank(b);
}

function zeroOf(other: Comparable): number | string | boolean {
  if (typeof other === 'string') return '';
  return typeof other === 'boolean' ? false : 0;
}

function rank(value: Exclude<Comparable, undefined> | FormulaError): number {
  if (typeof value === 'number') return 0;
  return typeof value === 'string' ? 1 : 2;
}
