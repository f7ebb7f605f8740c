import type { Catalog, CollectionLevel } from '../catalog/types.ts';
import { idsOf } from '../register/monitored-roadmaps.ts';
import type { District } from '../register/register.ts';
import { type CriterionItem, criterionItems } from './criterion-item.ts';

/** What the optional column `criteria` of districts.csv names. */
export const criteriaNamed = ({ columns }: Pick<District, 'columns'>): readonly string[] =>
  idsOf(columns.criteria);

/**
 * Roadmaps whose criteria a district judges itself by: the optional column `criteria` of districts.csv, else those of its
 * own roadmaps. Criteria belong to the federal monitoring, so a district may use a list that another one has printed.
 */
export function criteriaRoadmaps(district: Pick<District, 'roadmaps' | 'columns'>): readonly string[] {
  const named = criteriaNamed(district);
  return named.length > 0 ? named : district.roadmaps;
}

/** The criteria of one level that concern a district, in printed order. */
export function criteriaOf(
  { criteria }: Pick<Catalog, 'criteria'>,
  district: Pick<District, 'roadmaps' | 'columns'>,
  level: CollectionLevel,
): CriterionItem[] {
  const own = criteriaRoadmaps(district);
  return criterionItems(criteria).filter(
    ({ criterion }) => criterion.level === level && own.includes(criterion.roadmap),
  );
}
