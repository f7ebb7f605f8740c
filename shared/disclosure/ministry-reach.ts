import { beginningsOf } from '../catalog/beginnings.ts';
import { isPartOf } from '../catalog/code.ts';
import type { Catalog, Indicator } from '../catalog/types.ts';
import { inputsOf } from '../expression/inputs.ts';

/** `full`: at every level; `district`: only sums of the district; `none`: not at all. */
export type MinistryReach = 'full' | 'district' | 'none';

const narrower = (a: MinistryReach, b: MinistryReach): MinistryReach =>
  a === 'none' || b === 'none' ? 'none' : a === 'district' || b === 'district' ? 'district' : 'full';

/**
 * How far an indicator may be seen by the ministry (rules/disclosures.csv): as far as the most private of what it is
 * computed from, through other indicators too. What is monitored but never scored (`negative_effects`) is not shown of
 * single organisations: letters of Рособрнадзор on ВПР (domain §8).
 */
export function ministryReach(
  catalog: Pick<Catalog, 'disclosures' | 'indicators'>,
): (indicator: Indicator) => MinistryReach {
  const known = new Map<string, MinistryReach>();
  const versions = new Map<string, Indicator[]>();
  for (const one of catalog.indicators) versions.set(one.code, [...(versions.get(one.code) ?? []), one]);
  /** The indicator that a concrete code in an expression names: the longest known beginning. */
  const indicatorsOf = (code: string): readonly Indicator[] => {
    for (const base of beginningsOf(code)) {
      const found = versions.get(base);
      if (found) return found;
    }
    return [];
  };
  const ofInput = (code: string): MinistryReach => {
    let reach: MinistryReach = 'full';
    for (const { element, ministry } of catalog.disclosures)
      if (element !== '' && isPartOf(code, element)) reach = narrower(reach, ministry);
    for (const one of indicatorsOf(code)) reach = narrower(reach, of(one));
    return reach;
  };
  const of = (indicator: Indicator): MinistryReach => {
    const key = `${indicator.code}\n${indicator.validFrom}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    let reach: MinistryReach = indicator.negativeEffects ? 'district' : 'full';
    // a circle is a fault of the catalogue and ends here
    known.set(key, reach);
    for (const { element, direction, ministry } of catalog.disclosures)
      if (element === '' && direction === indicator.direction) reach = narrower(reach, ministry);
    for (const side of [indicator.numerator, indicator.denominator])
      for (const code of side ? inputsOf(side) : []) reach = narrower(reach, ofInput(code));
    known.set(key, reach);
    return reach;
  };
  return of;
}
