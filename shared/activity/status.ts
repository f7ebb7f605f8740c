import type { Day } from '../period/period.ts';
import type { DueDate } from '../schedule/due-dates.ts';

/** Contracts §6, `export activities`. */
export type ActivityStatus =
  | 'not_started'
  | 'in_progress'
  | 'done'
  | 'done_late'
  | 'overdue'
  | 'due_soon'
  | 'no_fixed_date'
  | 'not_applicable'
  | 'archived';

/** What people said of an activity in the tracker. */
export interface Progress {
  readonly said?: 'not_started' | 'in_progress' | 'done' | 'not_applicable';
  /** The day it was done. */
  readonly doneOn?: Day;
}

export interface StatusInput {
  /** Undefined where the deadline has no date. */
  readonly due?: Pick<DueDate, 'day' | 'begins' | 'beforeApproval'>;
  readonly progress: Progress;
  /** A row that only groups others is never itself overdue. */
  readonly isParent: boolean;
  /** The roadmap has ended and was closed. */
  readonly isArchived: boolean;
  readonly date: Day;
  /** First day on which an open deadline counts as near. */
  readonly soonFrom: Day;
}

/**
 * The status of an activity on a date (domain §4). What was said comes first; an activity said to be done without a
 * day is done, late only where a day says so. A deadline printed earlier than the approval is nobody's delay.
 */
export function activityStatus(input: StatusInput): ActivityStatus {
  const { due, progress, date } = input;
  if (input.isParent || progress.said === 'not_applicable') return 'not_applicable';
  if (progress.said === 'done' || progress.doneOn !== undefined) {
    const isLate = due !== undefined && !due.beforeApproval && (progress.doneOn ?? '') > due.day;
    return isLate ? 'done_late' : 'done';
  }
  if (due?.beforeApproval) return 'not_applicable';
  if (input.isArchived) return 'archived';
  if (due === undefined) return progress.said === 'in_progress' ? 'in_progress' : 'no_fixed_date';
  if (date > due.day) return 'overdue';
  if (due.day <= input.soonFrom) return 'due_soon';
  return progress.said === 'in_progress' ? 'in_progress' : 'not_started';
}
