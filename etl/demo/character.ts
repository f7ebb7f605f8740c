import { demoTable } from './demo-table.ts';
import { chance } from './random.ts';

const known = new Map(
  demoTable('characters.csv').map((r) => [
    r.unit ?? '',
    { character: Number(r.character), progress: Number(r.progress), diligence: Number(r.diligence) },
  ]),
);

/**
 * How well a unit does, about 0–1, and how much it gains each year. A few are set apart by hand, so that the
 * demonstration has a strong school, one that catches up and one that falls behind; the others are drawn.
 */
export const characterOf = (unit: string): { readonly character: number; readonly progress: number } =>
  known.get(unit) ?? { character: chance(unit, 'character'), progress: 0.08 };

/** How much better (above 0) or worse than others a unit keeps to plans and to the criteria, −1 to 1. */
export const diligenceOf = (unit: string): number => known.get(unit)?.diligence ?? 0;
