import type { Catalog } from '../catalog/types.ts';
import type { Issue } from '../issue/issue.ts';
import type { Day } from '../period/period.ts';
import { cellOf } from '../record/cell-of.ts';
import { fieldKey, type RecordRow } from '../record/record.ts';
import type { Register } from '../register/register.ts';
import { parseDeadline } from '../schedule/parse-deadline.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { activityFinder } from './find-activity.ts';
import { trackerRegisters } from './known-registers.ts';

/** What an order changed of one activity. */
export interface Amendment {
  /** The activity is dropped, or has this deadline. */
  readonly change: 'moved' | 'cancelled';
  /** As typed. */
  readonly deadline?: string;
  readonly schedule?: Schedule;
  readonly orderNumber: string;
  readonly orderDate: Day;
}

/** The order that closed a roadmap. */
export interface Closing {
  readonly orderNumber: string;
  readonly orderDate: Day;
}

/** Orders that changed the roadmaps of districts. */
export interface Amendments {
  /** By district, then `<roadmap>/<activity id>`: the newest in force. */
  readonly of: (district: string, activity: string) => Amendment | undefined;
  /** By `<district>/<roadmap>`: the first order that closed it. */
  readonly archived: ReadonlyMap<string, Closing>;
  readonly issues: readonly Issue[];
}

/** A day that a spreadsheet made of a typed date, as a deadline is printed. */
const printed = (text: string): string => text.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3.$2.$1');

/**
 * Reads the register of amendments on a date: orders dated later say nothing yet; of several the newest counts, of equal
 * days the lower row. A deadline that cannot be read is reported and leaves the printed one in force. A row without an
 * order's date holds nothing: the register itself reports what is missing.
 */
export function readAmendments(
  rows: readonly RecordRow[],
  { activities, roadmaps }: Pick<Catalog, 'activities' | 'roadmaps'>,
  { districts }: Register,
  date: Day,
): Amendments {
  const find = activityFinder(activities);
  const plans = new Map(districts.map((d) => [d.code, d.roadmaps]));
  const newest = new Map<string, Amendment>();
  const archived = new Map<string, Closing>();
  const issues: Issue[] = [];
  for (const row of rows) {
    const own = plans.get(row.unit);
    if (row.record !== trackerRegisters.amendment || own === undefined) continue;
    const {
      change,
      activity: named = '',
      deadline = '',
      order_number: number = '',
      order_date: day,
    } = row.values;
    if (typeof day !== 'string' || typeof change !== 'string') continue;
    const of = { organisation: row.unit, period: row.schoolYear };
    const report = (code: Issue['code'], field: string, more: Partial<Issue>): void => {
      const element = fieldKey(row.record, field);
      issues.push({ code, place: cellOf(row, field), ...of, element, ...more });
    };
    if (change === 'closed') {
      const closed = named === '' ? own : own.filter((id) => id === named);
      if (closed.length === 0)
        report('activity.unknown', 'activity', { raw: `${named}`, params: { activity: named } });
      const closing = { orderNumber: `${number}`, orderDate: day };
      for (const id of closed) {
        const key = `${row.unit}/${id}`;
        const isFirst = day < (archived.get(key)?.orderDate ?? '9999');
        if (day <= date && isFirst && roadmaps.has(id)) archived.set(key, closing);
      }
      continue;
    }
    const activity = find(own, `${named}`);
    if (activity === undefined) {
      report('activity.unknown', 'activity', { raw: `${named}`, params: { activity: named } });
      continue;
    }
    const text = printed(`${deadline}`);
    const schedule = parseDeadline(text);
    if (change === 'moved' && (schedule.reason === 'not_understood' || schedule.reason === 'no_deadline')) {
      report('cell.date', 'deadline', { raw: text, params: { type: 'deadline' } });
      continue;
    }
    const key = `${row.unit}\n${activity.roadmap}/${activity.id}`;
    if (day > date || day < (newest.get(key)?.orderDate ?? '')) continue;
    const order = { orderNumber: `${number}`, orderDate: day };
    newest.set(
      key,
      change === 'moved' ? { change, deadline: text, schedule, ...order } : { change: 'cancelled', ...order },
    );
  }
  return { of: (district, activity) => newest.get(`${district}\n${activity}`), archived, issues };
}
