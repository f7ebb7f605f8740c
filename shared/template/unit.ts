import type { CollectionLevel } from '../catalog/types.ts';
import { monitoredRoadmaps } from '../register/monitored-roadmaps.ts';
import type { District, Organisation, Register } from '../register/register.ts';

/** Whose workbook it is. */
export type TemplateUnit =
  | { readonly level: 'organisation'; readonly organisation: Organisation }
  | { readonly level: 'district'; readonly district: District };

/** What owing and titles need to know of either kind of unit. */
export interface UnitProfile {
  readonly level: CollectionLevel;
  readonly code: string;
  readonly name: string;
  readonly types: readonly string[];
  readonly programmes: readonly string[];
  readonly columns: Readonly<Record<string, string>>;
  /** A verdict of the analysis; undefined = not known when the workbook is made. */
  readonly flag: (name: string) => boolean | undefined;
  /** Ids of the roadmaps the unit's district works by. */
  readonly roadmaps: readonly string[];
  /** Ids of the roadmaps whose indicators the unit's district keeps. */
  readonly monitored: readonly string[];
  /** The district itself or the one an organisation belongs to; undefined if the register does not know it. */
  readonly district?: District;
  /** First and last day, inclusive; undefined = no bound. A district has none. */
  readonly opened?: string;
  readonly closed?: string;
}

/** One view of an organisation and a district. */
export function profileOf(
  unit: TemplateUnit,
  register: Register,
  flag: (name: string) => boolean | undefined = () => undefined,
): UnitProfile {
  if (unit.level === 'district') {
    const { district } = unit;
    const { code, name, columns, roadmaps } = district;
    const monitored = monitoredRoadmaps(district);
    const nothing = { types: [], programmes: [] };
    return { level: 'district', code, name, ...nothing, columns, flag, roadmaps, monitored, district };
  }
  const o = unit.organisation;
  const district = register.districts.find((d) => d.code === o.district);
  return {
    level: 'organisation',
    code: o.code,
    name: o.name,
    types: o.types,
    programmes: o.programmes,
    columns: o.columns,
    flag,
    roadmaps: district?.roadmaps ?? [],
    monitored: district ? monitoredRoadmaps(district) : [],
    ...(district === undefined ? {} : { district }),
    ...(o.opened === undefined ? {} : { opened: o.opened }),
    ...(o.closed === undefined ? {} : { closed: o.closed }),
  };
}
