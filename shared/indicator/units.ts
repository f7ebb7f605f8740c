import type { CollectionLevel } from '../catalog/types.ts';
import { compareText } from '../number/compare-text.ts';
import type { District, Organisation, Register } from '../register/register.ts';

/**
 * The units of a workspace as integers: organisations first, then districts, each in code order,
 * so that nothing depends on the order of the register. Region rows come after them.
 */
export interface Units {
  readonly organisations: readonly Organisation[];
  /** Those of the register and any that only an organisation names (with no columns and no region). */
  readonly districts: readonly District[];
  readonly regions: readonly string[];
  /** Organisations and districts together: the length of every vector. */
  readonly count: number;
  /** Organisation → index into `districts`, −1 = none. */
  readonly districtOf: Int32Array;
  /** District → index into `regions`, −1 = none. */
  readonly regionOf: Int32Array;
  /** Index of a unit by its code; where both lists know the code, the level decides. */
  indexOf(code: string, level: CollectionLevel): number | undefined;
}

const byCode = <T extends { readonly code: string }>(list: readonly T[]): T[] =>
  [...list].sort((a, b) => compareText(a.code, b.code));

const places = (list: readonly string[]): Map<string, number> => new Map(list.map((code, i) => [code, i]));

function allDistricts(register: Register): District[] {
  const known = new Map(register.districts.map((d) => [d.code, d]));
  for (const { district: code } of register.organisations) {
    if (code === '' || known.has(code)) continue;
    known.set(code, { code, name: '', region: '', regionName: '', roadmaps: [], columns: {} });
  }
  return byCode([...known.values()]);
}

/** Numbers the units of a register. */
export function unitsOf(register: Register): Units {
  const organisations = byCode(register.organisations);
  const districts = allDistricts(register);
  const regions = [...new Set(districts.map((d) => d.region))].filter((r) => r !== '').sort(compareText);
  const districtAt = places(districts.map((d) => d.code));
  const regionAt = places(regions);
  const organisationAt = places(organisations.map((o) => o.code));
  const own = (code: string) => organisationAt.get(code);
  const ofDistrict = (code: string) => {
    const at = districtAt.get(code);
    return at === undefined ? undefined : organisations.length + at;
  };
  return {
    organisations,
    districts,
    regions,
    count: organisations.length + districts.length,
    districtOf: Int32Array.from(organisations, (o) => districtAt.get(o.district) ?? -1),
    regionOf: Int32Array.from(districts, (d) => regionAt.get(d.region) ?? -1),
    indexOf: (code, level) =>
      level === 'district' ? (ofDistrict(code) ?? own(code)) : (own(code) ?? ofDistrict(code)),
  };
}
