import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { TabSet } from '../../../shared/live-state/tab-mark.ts';
import { chartId, type RenderedTab } from '../render/rendered-tab.ts';
import type { Book } from './read-book.ts';

/** More charts than that no tab ever had. */
const most = 200;

/** Ids of all charts that a tab of ours can ever have had. */
export const chartIds = (set: TabSet, key: string): number[] =>
  Array.from({ length: most }, (_, n) => chartId(set, key, n));

/**
 * Brings the charts of a tab up to date: found by id and changed where they are, added where they are missing, taken away
 * where the plan has them no more. A chart that a person has moved to a sheet of its own stays there.
 */
export function chartRequests(
  book: Book,
  set: TabSet,
  { key, sheetId, charts }: RenderedTab,
): sheets_v4.Schema$Request[] {
  const home = new Map(book.tabs.flatMap((tab) => tab.charts.map((id) => [id, tab.sheetId] as const)));
  const due = new Set(charts.map((chart) => chart.chartId));
  const gone = chartIds(set, key).filter((id) => home.has(id) && !due.has(id));
  return [
    ...gone.map((objectId) => ({ deleteEmbeddedObject: { objectId } })),
    ...charts.flatMap((chart): sheets_v4.Schema$Request[] => {
      const { chartId: id, spec, position } = chart;
      const at = typeof id === 'number' ? home.get(id) : undefined;
      if (at === undefined) return [{ addChart: { chart } }];
      const update = { updateChartSpec: { chartId: id, spec } };
      if (at !== sheetId) return [update];
      return [update, { updateEmbeddedObjectPosition: { objectId: id, newPosition: position, fields: '*' } }];
    }),
  ];
}
