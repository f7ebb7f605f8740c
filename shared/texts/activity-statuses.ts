import type { ActivityStatus } from '../activity/status.ts';

/** What people read for the status of an activity, in the district's views as in the ministry's file. */
export const activityStatuses: Readonly<Record<ActivityStatus, string>> = {
  overdue: 'просрочено',
  due_soon: 'срок близко',
  in_progress: 'в работе',
  not_started: 'не начато',
  no_fixed_date: 'без даты',
  done_late: 'выполнено позже срока',
  done: 'выполнено',
  archived: 'в архиве',
  not_applicable: 'не применимо',
};
