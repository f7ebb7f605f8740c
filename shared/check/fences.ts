import { quantile } from '../number/quantile.ts';

/** Where the values of peers lie: quartiles of the others and the fences around them. */
export interface Fences {
  readonly lower: number;
  readonly first: number;
  readonly median: number;
  readonly third: number;
  readonly upper: number;
}

/**
 * Tukey's fences (Exploratory Data Analysis, 1977): quartiles ± `width` × the distance between them, of all values
 * but one. A value's own peers are the others: among few it would pull the quartiles towards itself. `sorted`
 * ascending; at least two values.
 */
export function fencesWithout(sorted: ArrayLike<number>, left: number, width: number): Fences {
  const at = (index: number): number => sorted[index < left ? index : index + 1]!;
  const count = sorted.length - 1;
  const first = quantile(count, at, 0.25);
  const third = quantile(count, at, 0.75);
  const reach = width * (third - first);
  return {
    lower: first - reach,
    first,
    median: quantile(count, at, 0.5),
    third,
    upper: third + reach,
  };
}
