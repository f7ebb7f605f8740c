import { trackerRegisters } from '../activity/known-registers.ts';
import type { Catalog } from '../catalog/types.ts';
import { scalarText } from '../parse/scalar-text.ts';
import type { SheetData } from '../parse/workbook.ts';
import { addDays } from '../period/add-days.ts';
import type { Day } from '../period/period.ts';
import { fieldRules } from '../record/field-rules.ts';
import { parseField } from '../record/parse-field.ts';
import { splitFieldKey } from '../record/record.ts';
import { recordCells } from '../record/record-cells.ts';
import { hasWords } from './has-words.ts';
import type { RowField } from './row-field.ts';

/** A cell that a person fills in in a row of the tracker. */
export type ActivityField = RowField;

/** A row of the tracker: an activity and the day by which it is due. */
export interface Activity {
  readonly key: string;
  /** Printed, by field code; empty ones are left out. */
  readonly printed: Readonly<Record<string, string>>;
  readonly due: Day | undefined;
  /** Code of the state; undefined where nothing is marked. */
  readonly status: string | undefined;
  readonly fields: readonly ActivityField[];
}

/** The rows of the tracker's tab in the order people left them in. A row that stands twice is shown once. */
export function activitiesOf(sheet: SheetData, catalog: Catalog): Activity[] {
  const rules = fieldRules(catalog);
  const found = new Map<string, Activity>();
  for (const { key, cells } of recordCells(sheet).lines) {
    if (key === '' || found.has(key)) continue;
    const printed: Record<string, string> = {};
    const fields: ActivityField[] = [];
    let due: Day | undefined;
    for (const { field: columnKey, row, column, scalar } of cells) {
      const own = rules.get(columnKey);
      const code = splitFieldKey(columnKey)?.field ?? '';
      if (own?.kind.code !== trackerRegisters.activity) continue;
      if (code === 'due' && scalar.type === 'date') due = scalar.day;
      if (!own.field.isPrinted)
        fields.push({ id: `${key}\n${code}`, rowKey: key, columnKey, row, column, scalar, rules: own });
      else if (scalarText(scalar) !== '') printed[code] = scalarText(scalar);
    }
    if (fields.length === 0) continue;
    const state = fields.find(({ rules: { field } }) => field.code === 'status');
    const answer = state && parseField(state.scalar, state.rules);
    found.set(key, {
      key,
      printed,
      due,
      status: answer?.status === 'value' ? String(answer.value) : undefined,
      fields: fields.sort((a, b) => a.rules.field.order - b.rules.field.order),
    });
  }
  return [...found.values()];
}

/** Which activities are wanted. */
export interface ActivityFilter {
  /** Words, beginnings of words, or the printed number. */
  readonly words: string;
  readonly state: 'all' | 'open' | 'overdue' | 'soon';
  /** As printed in the roadmap; empty = anybody. */
  readonly executors: string;
}

/** So many days ahead count as soon. */
const soon = 30;

/** The activities that fit, the earliest due first; those without a date come last. */
export function foundActivities(
  activities: readonly Activity[],
  { words, state, executors }: ActivityFilter,
  today: Day,
): Activity[] {
  const horizon = addDays(today, soon);
  const fits = (activity: Activity): boolean => {
    const { printed, due } = activity;
    if (executors !== '' && printed.executors !== executors) return false;
    if (state !== 'all' && isSettled(activity)) return false;
    if (state === 'overdue' && !(due !== undefined && due < today)) return false;
    if (state === 'soon' && !(due !== undefined && due >= today && due <= horizon)) return false;
    return hasWords(Object.values(printed).join(' '), words, printed.no);
  };
  const order = ({ due }: Activity): string => due ?? '9999';
  return activities.filter(fits).sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
}

/** Nothing more is to be done. */
export const isSettled = ({ status }: Activity): boolean => status === 'done' || status === 'not_applicable';
