import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { PlanSheet } from '../../../shared/plan/plan.ts';
import type { RenderedTab } from '../render/rendered-tab.ts';
import type { Move } from './carry-over.ts';
import { entryPlaces, planData } from './entry-places.ts';
import type { BookState } from './read-state.ts';
import type { TabContent } from './read-tab.ts';

/** Single entry cells without keys: from where their names point now to where the plan has them. */
export function namedMoves({ sheetId, requests }: RenderedTab, { names }: BookState): Move[] {
  return requests.flatMap(({ addNamedRange }) => {
    const planned = addNamedRange?.namedRange;
    const now = names.find(({ name }) => name === planned?.name)?.range;
    if (!planned?.range || !now || (now.sheetId ?? 0) !== sheetId) return [];
    return [{ from: firstCell(now), to: firstCell(planned.range) }];
  });
}

const firstCell = ({ startRowIndex, startColumnIndex }: sheets_v4.Schema$GridRange) => ({
  row: (startRowIndex ?? 0) + 1,
  column: (startColumnIndex ?? 0) + 1,
});

/** True where people moved entry cells of a tab, so that formulas written by the plan would miss them. */
export function isShifted(
  tab: RenderedTab,
  sheet: PlanSheet,
  content: TabContent,
  state: BookState,
): boolean {
  if (namedMoves(tab, state).some(({ from, to }) => from.row !== to.row || from.column !== to.column))
    return true;
  const now = entryPlaces(content.data);
  const planned = entryPlaces(planData(sheet));
  for (const [key, { row, column }] of planned.byKey) {
    const place = now.byKey.get(key);
    if (place?.row !== row || place.column !== column) return true;
  }
  const line = planned.free[0];
  for (const [field, { row, column }] of line ?? []) {
    const place = now.free[0]?.get(field);
    if (place?.row !== row || place.column !== column) return true;
  }
  return false;
}
