import type { Indicator } from './types.ts';

/** School years in which a version of a definition or a check holds, inclusive; empty = no limit. */
export type Validity = Pick<Indicator, 'validFrom' | 'validTo'>;

/** True where the version holds in the school year (evaluation.md, Versions). */
export const inForce = ({ validFrom, validTo }: Validity, schoolYear: string): boolean =>
  (validFrom === '' || validFrom <= schoolYear) && (validTo === '' || validTo >= schoolYear);

/** True where both versions hold in some school year. */
export const overlap = (a: Validity, b: Validity): boolean =>
  (a.validFrom === '' || b.validTo === '' || a.validFrom <= b.validTo) &&
  (b.validFrom === '' || a.validTo === '' || b.validFrom <= a.validTo);
