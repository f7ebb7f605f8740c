import { tabId } from '../../../shared/live-state/tab-id.ts';
import { layout } from '../../../shared/plan/layout.ts';
import type { Plan, PlanSheet } from '../../../shared/plan/plan.ts';
import { withChartTab } from './chart-tab.ts';
import { fitFrozen } from './fit-frozen.ts';
import { createListTab } from './list-tab.ts';
import type { RenderOptions } from './render-options.ts';
import { renderTab, type TabContext } from './render-tab.ts';
import { type RenderedTab, tabKey } from './rendered-tab.ts';

/** Two tabs of one spreadsheet got the same id; one of them needs another key. */
export class IdCollision extends Error {
  override readonly name = 'IdCollision';
}

/**
 * A plan as requests of the Sheets API, nothing sent: pure, and the same for the same plan. Hidden tabs come last; the
 * data of charts and long lists stand in hidden tabs of their own. Throws a PlanError like `layout`.
 */
export function renderPlan(plan: Plan, options: RenderOptions): RenderedTab[] {
  const fitted = { ...plan, sheets: hiddenLast(plan.sheets).map(fitFrozen) };
  const { plan: whole, blocks } = withChartTab(fitted);
  const places = layout(whole);
  const idOfTab = (sheet: PlanSheet): number =>
    options.sheetIdOf?.(sheet) ?? tabId(options.set, tabKey(sheet));
  const ids = new Map(whole.sheets.map((sheet) => [sheet.name, idOfTab(sheet)]));
  const titleOf = options.titleOf ?? ((name: string): string => name);
  const lists = createListTab(
    whole.sheets.map(({ name }) => name),
    titleOf,
  );
  const context: TabContext = { options, titleOf, places, blocks, ids, lists };
  const tabs = whole.sheets.map((sheet) => renderTab(sheet, context));
  const listSheet = lists.sheet();
  if (listSheet) {
    ids.set(listSheet.name, idOfTab(listSheet));
    tabs.push(
      renderTab(listSheet, { ...context, places: layout({ ...plan, sheets: [...whole.sheets, listSheet] }) }),
    );
  }
  if (new Set(tabs.map(({ sheetId }) => sheetId)).size < tabs.length)
    throw new IdCollision(tabs.map(({ key, sheetId }) => `${key} ${sheetId}`).join(', '));
  return tabs;
}

const hiddenLast = (sheets: readonly PlanSheet[]): PlanSheet[] => [
  ...sheets.filter((sheet) => !sheet.hidden),
  ...sheets.filter((sheet) => sheet.hidden),
];
