import type { Catalog } from '../catalog/types.ts';
import type { RecordRow } from '../record/record.ts';
import type { Register } from '../register/register.ts';
import { activityKey } from './activity-key.ts';
import { activityFinder } from './find-activity.ts';
import { trackerRegisters } from './known-registers.ts';

/**
 * Rows of the tracker under the keys of workbooks. Tables name an activity as people do (`54@2021-12-31`, `plan.54`): it is
 * looked for among those of the unit's roadmaps and level. What is not found stays as written and is reported later.
 */
export function withActivityKeys<T extends { readonly row: RecordRow }>(
  rows: readonly T[],
  { activities }: Pick<Catalog, 'activities'>,
  { districts, organisations }: Register,
): readonly T[] {
  const known = new Set(activities.map(({ roadmap, id }) => `${roadmap}/${id}`));
  const isNamed = ({ record, key = '' }: RecordRow): boolean =>
    record === trackerRegisters.activity && !known.has(key.split('@')[0]!);
  if (!rows.some(({ row }) => isNamed(row))) return rows;
  const plans = new Map(districts.map(({ code, roadmaps }) => [code, roadmaps]));
  const home = new Map(organisations.map(({ code, district }) => [code, district]));
  const ofDistrict = activityFinder(activities.filter(({ level }) => level === 'district'));
  const ofOrganisation = activityFinder(activities.filter(({ level }) => level === 'organisation'));
  return rows.map((one): T => {
    const { row } = one;
    if (!isNamed(row)) return one;
    const [name = '', nominal] = (row.key ?? '').split('@');
    const district = home.get(row.unit);
    const found =
      district === undefined
        ? ofDistrict(plans.get(row.unit) ?? [], name)
        : ofOrganisation(plans.get(district) ?? [], name);
    return found ? { ...one, row: { ...row, key: activityKey(found.roadmap, found.id, nominal) } } : one;
  });
}
