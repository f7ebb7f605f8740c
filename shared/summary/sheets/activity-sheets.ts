import type { Catalog } from '../../catalog/types.ts';
import type { PlanSheet } from '../../plan/plan.ts';
import { activityListSheet } from './activity-list-sheet.ts';
import { activityProgressSheet } from './activity-progress-sheet.ts';
import type { TabContext } from './head.ts';
import { monthSheet } from './month-sheet.ts';

/** The tabs about the roadmap; none where the district works by none. */
export function activitySheets(context: TabContext, catalog: Pick<Catalog, 'roadmaps'>): PlanSheet[] {
  const { activities } = context.model;
  if (!activities) return [];
  return [
    activityProgressSheet(context, catalog, activities),
    activityListSheet(context, catalog, activities),
    monthSheet(context, activities),
  ];
}
