import { trackerRegisters } from '../activity/known-registers.ts';
import type { Catalog } from '../catalog/types.ts';
import { scalarText } from '../parse/scalar-text.ts';
import { findMarker, keyText, rowsOfSheet } from '../parse/sheet-rows.ts';
import type { SheetData } from '../parse/workbook.ts';
import { addDays } from '../period/add-days.ts';
import type { Day } from '../period/period.ts';
import { fieldRules } from '../record/field-rules.ts';
import { parseField } from '../record/parse-field.ts';
import { splitFieldKey } from '../record/record.ts';
import { groupMark, keyOfLine, recordCells } from '../record/record-cells.ts';
import { betweenInHeading, inHeading } from '../texts/tracker.ts';
import { hasWords } from './has-words.ts';
import type { RowField } from './row-field.ts';

/** A cell that a person fills in in a row of the tracker. */
export type ActivityField = RowField;

/** A row of the tracker: an activity and the day by which it is due. */
export interface Activity {
  readonly key: string;
  /** Code of the organisation, in a workbook that a district fills for several. */
  readonly unit?: string;
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
  const headings = headingsOf(sheet);
  for (const line of recordCells(sheet).lines) {
    const { unit, cells } = line;
    const key = keyOfLine(line);
    if (line.key === '' || unit === '' || found.has(key)) continue;
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
    if (unit !== undefined) Object.assign(printed, wordsAbove(headings, fields[0]!.row, printed.no ?? ''));
    const state = fields.find(({ rules: { field } }) => field.code === 'status');
    const answer = state && parseField(state.scalar, state.rules);
    found.set(key, {
      key,
      ...(unit !== undefined && { unit }),
      printed,
      due,
      status: answer?.status === 'value' ? String(answer.value) : undefined,
      fields: fields.sort((a, b) => a.rules.field.order - b.rules.field.order),
    });
  }
  return [...found.values()];
}

interface Heading {
  readonly row: number;
  readonly text: string;
}

/** Headings above the rows of several organisations: there they say what is printed in each row elsewhere. */
function headingsOf(sheet: SheetData): Heading[] {
  const keys = findMarker(sheet, 'records')?.column;
  return rowsOfSheet(sheet).flatMap((row) => {
    const [key, first] = row;
    const isHeading = key?.column === keys && key !== undefined && keyText(key) === groupMark;
    return isHeading && first ? [{ row: key.row, text: keyText(first) }] : [];
  });
}

/** The words of the heading above a row; none where the row was moved away from the heading that names its number. */
function wordsAbove(headings: readonly Heading[], row: number, no: string): Record<string, string> {
  let text = '';
  for (const heading of headings) if (heading.row < row) text = heading.text;
  const [name = '', ...parts] = text.split(betweenInHeading);
  if (no === '' || !name.startsWith(`${no} `)) return {};
  const words: Record<string, string> = { title: name.slice(no.length + 1) };
  for (const code of ['deadline', 'target'] as const) {
    const part = parts.find((one) => one.startsWith(inHeading[code]));
    if (part !== undefined) words[code] = part.slice(inHeading[code].length);
  }
  return words;
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
