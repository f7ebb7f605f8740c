import type { Catalog } from '../catalog/types.ts';
import { type CriterionRow, criteriaRows } from '../criteria/criteria-rows.ts';
import { judgedText } from '../criteria/criterion-title.ts';
import { isProof } from '../criteria/evidence.ts';
import type { District } from '../register/register.ts';
import type { DistrictUnits } from '../summary/district-units.ts';
import type { SummaryInput } from '../summary/input.ts';
import { criteriaTexts } from '../texts/criteria.ts';
import type { OwnCriterion } from './facts.ts';

export type CriteriaOf = (organisation: string) => readonly OwnCriterion[] | undefined;

/** What each organisation says of its criteria, with the district's mark; undefined where nobody is asked. */
export function criteriaByUnit(
  { catalog, schoolYear, records }: Pick<SummaryInput, 'catalog' | 'schoolYear' | 'records'>,
  { district, organisations }: { readonly district: District } & Pick<DistrictUnits, 'organisations'>,
): CriteriaOf {
  const register = { districts: [district], organisations };
  const byUnit = new Map<string, OwnCriterion[]>();
  for (const row of criteriaRows({ catalog, register, schoolYear, records })) {
    if (row.level !== 'organisation') continue;
    const own = byUnit.get(row.unit);
    if (own) own.push(ownCriterion(catalog, row));
    else byUnit.set(row.unit, [ownCriterion(catalog, row)]);
  }
  return (organisation) => byUnit.get(organisation);
}

function ownCriterion({ directions }: Pick<Catalog, 'directions'>, row: CriterionRow): OwnCriterion {
  const { item, own, byDistrict, remark, evidence, status } = row;
  const { direction, group, no, polarity } = item.criterion;
  return {
    direction: directions.get(direction)?.title ?? direction,
    group,
    no,
    text: judgedText(item),
    sign: polarity === '-' ? criteriaTexts.minus : polarity,
    ...(own !== undefined && { own }),
    ...(byDistrict !== undefined && { byDistrict }),
    ...(remark !== undefined && { remark }),
    ...(isProof(evidence) || evidence.badLink ? { evidence } : {}),
    status,
  };
}
