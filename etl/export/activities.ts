import type { ActivityRow } from '../../shared/activity/activity-rows.ts';
import { compareText } from '../../shared/number/compare-text.ts';
import type { ExportTable } from './table.ts';

const header = [
  'roadmap',
  'id',
  'direction',
  'no',
  'level',
  'unit',
  'due',
  'status',
  'target_verdict',
  'fact',
  'reason',
];

/** `export activities` (contracts §6): a row per due date and, at organisation level, per unit. */
export function activitiesTable(rows: readonly ActivityRow[]): ExportTable {
  const order = (a: ActivityRow, b: ActivityRow): number =>
    compareText(a.activity.roadmap, b.activity.roadmap) ||
    compareText(a.activity.id, b.activity.id) ||
    compareText(a.unit, b.unit) ||
    compareText(a.due?.day ?? '', b.due?.day ?? '');
  return {
    header,
    rows: [...rows]
      .sort(order)
      .map(({ activity, unit, due, status, target, fact, reason }) => [
        activity.roadmap,
        activity.id,
        activity.direction,
        activity.no,
        activity.level,
        unit,
        due?.day,
        status,
        target?.verdict,
        fact,
        reason,
      ]),
  };
}
