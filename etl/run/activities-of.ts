import { type ActivityRow, activityRows } from '../../shared/activity/activity-rows.ts';
import type { Day } from '../../shared/period/period.ts';
import type { Workspace } from '../workspace/open-workspace.ts';
import type { Assessment } from './assess.ts';

/** Activities of all roadmaps on a date. Nothing is known yet of what was done. */
export const activitiesOf = (
  { catalog }: Workspace,
  { register }: Assessment,
  date: Day,
): readonly ActivityRow[] =>
  activityRows({ catalog, register, date, tracked: () => undefined, archived: new Set() });
