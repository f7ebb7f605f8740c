import type { ActivityStatus } from '../../activity/status.ts';
import type { StyleName } from '../../plan/plan.ts';

/** How the status of an activity looks. */
export const statusStyle: Readonly<Record<ActivityStatus, StyleName>> = {
  overdue: 'bad',
  due_soon: 'attention',
  in_progress: 'unit',
  not_started: 'unit',
  no_fixed_date: 'unit',
  done_late: 'attention',
  done: 'good',
  archived: 'muted',
  not_applicable: 'muted',
};
