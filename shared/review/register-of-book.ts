import type { Definitions } from '../definitions/read-definitions.ts';
import type { Observation } from '../observation/observation.ts';
import type { WorkbookMeta } from '../parse/workbook-meta.ts';
import type { District, Organisation, Register } from '../register/register.ts';

/** District of an organisation whose workbook does not name one: every organisation needs one to stand in. */
const unknownDistrict = '?';

/**
 * The register as one workbook knows it: its own unit and, where a district enters values for its organisations, those
 * that have any. What `_forms` defines concerns the unit, so types and programmes matter to conditions only.
 */
export function registerOfBook(
  meta: Pick<WorkbookMeta, 'unit' | 'unitType' | 'roadmap'>,
  definitions: Definitions,
  observations: readonly Observation[],
): Register {
  const unit = definitions.unit.get(meta.unit);
  const isDistrict = meta.unitType === 'district' || unit?.level === 'district';
  const home = isDistrict ? meta.unit : (unit?.district ?? '') || unknownDistrict;
  const organisation = (code: string): Organisation => {
    const own = definitions.unit.get(code);
    return {
      code,
      name: own?.name ?? code,
      types: own?.types ?? [],
      district: home,
      programmes: own?.programmes ?? [],
      ...(own?.opened !== undefined && { opened: own.opened }),
      ...(own?.closed !== undefined && { closed: own.closed }),
      columns: own?.columns ?? {},
    };
  };
  const codes = new Set(isDistrict ? [] : [meta.unit]);
  for (const o of observations) if (o.unit !== meta.unit) codes.add(o.unit);
  const district: District = {
    code: home,
    name: isDistrict ? (unit?.name ?? '') : '',
    region: '',
    regionName: '',
    roadmaps: meta.roadmap.split(' ').filter(Boolean),
    columns: isDistrict ? (unit?.columns ?? {}) : {},
  };
  return { organisations: [...codes].map(organisation), districts: [district] };
}
