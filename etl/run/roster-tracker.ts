import type { ActivityRow } from '../../shared/activity/activity-rows.ts';
import { trackerRegisters } from '../../shared/activity/known-registers.ts';
import { trackerRows } from '../../shared/activity/tracker-rows.ts';
import type { Catalog } from '../../shared/catalog/types.ts';
import type { Organisation } from '../../shared/register/register.ts';
import type { GivenRow } from '../../shared/template/record-sheet.ts';
import { rosterTracker } from '../../shared/template/roster-tracker.ts';

/** The organisations' activities for the workbook of all of them, unless only other forms are wanted. */
export function trackerOf(
  catalog: Catalog,
  members: readonly Organisation[],
  schoolYear: string,
  activities: readonly ActivityRow[],
  forms: readonly string[] | undefined,
): GivenRow[] {
  const { activity } = trackerRegisters;
  if (!catalog.records.has(activity) || (forms && !forms.includes(activity))) return [];
  const codes = new Set(members.map(({ code }) => code));
  const rows = activities.filter(({ unit }) => codes.has(unit));
  return rosterTracker(trackerRows(rows, catalog, schoolYear), { organisations: members }, catalog, activity);
}
