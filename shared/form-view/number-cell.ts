import type { CellScalar } from '../parse/workbook.ts';

/** A number as its cell wants it: one that shows percents would make 8500 % of 85. */
export function numberCell(value: number, unit: string, before: CellScalar): CellScalar {
  if (before.type !== 'number' || !before.percent) return { type: 'number', value };
  return unit.trim() === '%'
    ? { type: 'number', value: value / 100, percent: true }
    : { type: 'text', value: String(value).replace('.', ',') };
}
