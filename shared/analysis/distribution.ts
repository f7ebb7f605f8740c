import { quantile } from '../number/quantile.ts';

/** How the values of organisations are spread. */
export interface Distribution {
  readonly least: number;
  readonly median: number;
  readonly most: number;
  /** Organisations with a value. */
  readonly count: number;
}

/** Fewer organisations than this are no distribution: each could be told from the others. */
export const enoughOrganisations = 3;

/** Least, middle and greatest value; the median of an even number is the mean of the two in the middle. Undefined for fewer than three. */
export function distribution(values: readonly number[]): Distribution | undefined {
  if (values.length < enoughOrganisations) return undefined;
  const sorted = [...values].sort((a, b) => a - b);
  return {
    least: sorted[0]!,
    median: quantile(sorted.length, (i) => sorted[i]!, 0.5),
    most: sorted[sorted.length - 1]!,
    count: sorted.length,
  };
}
