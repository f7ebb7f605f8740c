import { activityRows } from '../../shared/activity/activity-rows.ts';
import { trackerRegisters } from '../../shared/activity/known-registers.ts';
import { trackerRows } from '../../shared/activity/tracker-rows.ts';
import type { Catalog } from '../../shared/catalog/types.ts';
import { addDays } from '../../shared/period/add-days.ts';
import type { Register } from '../../shared/register/register.ts';
import type { GivenRow } from '../../shared/template/record-sheet.ts';
import { demoTexts } from '../../shared/texts/demo.ts';
import { chance } from './random.ts';

/** How it goes with an activity whose day has come, by the share of such activities. */
const course = { inTime: 0.74, late: 0.84, begun: 0.93 };
/** Of those whose day is ahead or that have none, so many have been begun. */
const begunAhead = 0.3;

/**
 * What a unit of the demonstration wrote into its tracker when it handed its book in: most of what was due is done, a
 * little late, some begun, some forgotten. The same for the same words.
 */
export function demoTracker(
  catalog: Catalog,
  register: Register,
  unit: string,
  schoolYear: string,
  submittedOn: string,
): GivenRow[] {
  if (!catalog.records.has(trackerRegisters.activity)) return [];
  const rows = activityRows({
    catalog,
    register,
    date: submittedOn,
    tracked: () => undefined,
    archived: new Set(),
  }).filter((row) => row.unit === unit);
  return trackerRows(rows, catalog, schoolYear).map((row) => {
    const begins = catalog.roadmaps.get(row.key.split('/')[0]!)?.periodFrom ?? '';
    return { ...row, values: { ...row.values, ...answersTo(row, begins, submittedOn) } };
  });
}

function answersTo(
  { key, values: { due, no } }: GivenRow & { readonly key: string },
  begins: string,
  today: string,
): Record<string, string> {
  const luck = chance('tracker', key);
  if (typeof due !== 'string' || due > today) return luck < begunAhead ? { status: 'in_progress' } : {};
  if (luck >= course.begun) return {};
  if (luck >= course.late) return { status: 'in_progress' };
  const days = 1 + Math.floor(12 * chance('tracker days', key));
  const late = addDays(due, days);
  const early = addDays(due, -days);
  const day = luck >= course.inTime && late <= today ? late : early < begins ? due : early;
  return { status: 'done', done_on: day, evidence: demoTexts.evidence(String(no), day) };
}
