import type { District, Organisation } from '../../shared/register/register.ts';

/** Words of a cell that may hold several, space-separated. */
export const words = (text: string | undefined): string[] => (text ?? '').split(/\s+/).filter(Boolean);

const orNone = (text: string | undefined): string | undefined => (text ? text : undefined);

/** A row of organisations.csv as an organisation; an empty name shows the code. */
export function toOrganisation(columns: Readonly<Record<string, string>>): Organisation {
  const code = columns.code ?? columns.organisation ?? '';
  const opened = orNone(columns.opened);
  const closed = orNone(columns.closed);
  const mergedInto = orNone(columns.merged_into);
  const login = orNone(columns.login);
  return {
    code,
    name: columns.name || code,
    types: words(columns.type),
    district: columns.district ?? '',
    programmes: words(columns.programmes),
    ...(opened && { opened }),
    ...(closed && { closed }),
    ...(mergedInto && { mergedInto }),
    ...(login && { login }),
    columns: { ...columns, code },
  };
}

/** A row of districts.csv as a district. */
export function toDistrict(columns: Readonly<Record<string, string>>): District {
  const code = columns.code ?? '';
  return {
    code,
    name: columns.name || code,
    region: columns.region ?? '',
    regionName: columns.region_name || columns.region || '',
    roadmaps: words(columns.roadmap),
    columns,
  };
}
