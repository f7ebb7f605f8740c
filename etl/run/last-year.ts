import type { Observation } from '../../shared/observation/observation.ts';
import { parsePeriod, previousSchoolYear } from '../../shared/period/period.ts';

/** Values of the school year before. */
export interface LastYear {
  readonly value: (unit: string, element: string, period: string) => number | string | undefined;
  /** The unit's values as text, for fingerprints. */
  readonly fingerprint: (unit: string) => string;
}

/** The values that count of the year before `schoolYear`, one pass however many units ask. */
export function lastYearOf(schoolYear: string, observations: readonly Observation[]): LastYear {
  const before = previousSchoolYear(schoolYear);
  const units = new Map<string, Map<string, number | string>>();
  for (const { unit, element, period, value } of observations) {
    if (value === undefined || parsePeriod(period)?.schoolYear !== before) continue;
    const own = units.get(unit) ?? new Map<string, number | string>();
    own.set(`${element}\n${period}`, value);
    units.set(unit, own);
  }
  return {
    value: (unit, element, period) => units.get(unit)?.get(`${element}\n${period}`),
    fingerprint: (unit) => JSON.stringify([...(units.get(unit) ?? [])]),
  };
}
