import type { Day } from '../period/period.ts';
import type { CalendarEntry, FormCalendar } from './form-calendar.ts';
import { type Report, type ReportTally, tally } from './report.ts';

/** A form and period with the units that somebody should speak to. */
export interface Deadline {
  readonly entry: CalendarEntry;
  readonly counts: ReportTally;
  /** Those not whole yet (`next`, `overdue`) or those that came late (`late`). */
  readonly reports: readonly Report[];
}

/** What a coordinator wants to know in the morning. */
export interface FormStatus {
  /** Not whole yet, the deadline still to come, within the days asked for; the very next one in any case. */
  readonly next: readonly Deadline[];
  /** The deadline is past and somebody's report is not whole. */
  readonly overdue: readonly Deadline[];
  /** Whole, but after the deadline. */
  readonly late: readonly Deadline[];
  /** Without a deadline, begun, not whole. */
  readonly open: readonly Deadline[];
}

const pick = (entries: readonly CalendarEntry[], wanted: (report: Report) => boolean): Deadline[] =>
  entries.flatMap((entry) => {
    const reports = entry.reports.filter((r) => r.asked > 0 && wanted(r));
    return reports.length === 0 ? [] : [{ entry, counts: tally(entry.reports), reports }];
  });

/** Sorts the calendar by what is to be done on `date`; `until` is the last day of what is soon. */
export function formStatus({ entries }: FormCalendar, date: Day, until: Day): FormStatus {
  const ahead = pick(entries, (r) => r.punctuality === 'ahead');
  const first = ahead[0]?.entry.lastDay;
  return {
    next: ahead.filter(
      ({ entry: { lastDay } }) => lastDay !== undefined && (lastDay <= until || lastDay === first),
    ),
    overdue: pick(entries, (r) => r.punctuality === 'overdue'),
    late: pick(entries, (r) => r.punctuality === 'late'),
    open: pick(
      entries.filter((e) => e.period.first <= date),
      (r) => r.punctuality === 'no_due' && !r.isComplete,
    ),
  };
}
