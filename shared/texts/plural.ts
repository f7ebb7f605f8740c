import { formatNumber } from '../number/decimal.ts';

/** 1 организация, 2 организации, 5 организаций. */
export function plural(n: number, one: string, few: string, many: string): string {
  const tens = n % 100;
  const ones = n % 10;
  const word = tens >= 11 && tens <= 14 ? many : ones === 1 ? one : ones >= 2 && ones <= 4 ? few : many;
  return `${formatNumber(n, 0)} ${word}`;
}
