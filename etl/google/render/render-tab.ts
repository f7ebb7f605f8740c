import { createHash } from 'node:crypto';
import type { Layout } from '../../../shared/plan/layout.ts';
import type { PlanChart, PlanLink, PlanSheet } from '../../../shared/plan/plan.ts';
import { cellRequests, datedRequests } from './cells.ts';
import { type ChartBlock, chartTabName } from './chart-tab.ts';
import { embeddedChart } from './charts.ts';
import { conditionRequests } from './conditions.ts';
import { dimensionRequests } from './dimensions.ts';
import { entryRuleRequests } from './entry-rules.ts';
import { entryLookRequests, formatRequests } from './formats.ts';
import { gridRange } from './grid.ts';
import { linkAddress } from './link-address.ts';
import type { ListTab } from './list-tab.ts';
import { nameRequests } from './names.ts';
import { protectionRequests } from './protection.ts';
import type { RenderOptions } from './render-options.ts';
import { chartId, type RenderedTab, tabKey } from './rendered-tab.ts';
import { sparklineFormulas } from './sparklines.ts';
import { propertiesOf } from './tab-properties.ts';

/** What the tabs of one plan have in common. */
export interface TabContext {
  readonly options: Omit<RenderOptions, 'titleOf'>;
  readonly titleOf: (sheet: string) => string;
  readonly places: Layout;
  readonly blocks: ReadonlyMap<PlanChart, ChartBlock>;
  readonly ids: ReadonlyMap<string, number>;
  readonly lists: ListTab;
}

/** One tab as requests; nothing of another tab is touched. */
export function renderTab(
  written: PlanSheet,
  { options, titleOf, places, blocks, ids, lists }: TabContext,
): RenderedTab {
  const key = tabKey(written);
  const sheetId = ids.get(written.name)!;
  const links = { sheetId: (name: string) => ids.get(name), linkOf: options.linkOf };
  const sheet = withoutDeadLinks(written, (link) => linkAddress(link, links));
  const sparklines = sparklineFormulas(sheet, places);
  const cells = {
    layout: places,
    titleOf,
    addressOf: (link: PlanLink) => linkAddress(link, links),
    sparklineAt: (row: number, column: number) => sparklines.get(`${row} ${column}`),
  };
  const contents = [
    ...dimensionRequests(sheet, sheetId),
    ...formatRequests(sheet, sheetId),
    ...cellRequests(sheet, sheetId, cells),
  ];
  const dated = datedRequests(sheet, sheetId, cells);
  const others = [
    ...(sheet.merges ?? []).map((merge) => ({
      mergeCells: { range: gridRange(sheetId, merge), mergeType: 'MERGE_ALL' },
    })),
    ...entryRuleRequests(sheet, sheetId, lists),
    ...conditionRequests(sheet, sheetId, places, titleOf),
    ...(sheet.autoFilter
      ? [{ setBasicFilter: { filter: { range: gridRange(sheetId, sheet.autoFilter) } } }]
      : []),
    ...nameRequests(sheet, sheetId),
    ...protectionRequests(sheet, sheetId, options.editors),
  ];
  const charts = (sheet.charts ?? []).map((chart, index) =>
    embeddedChart(chart, sheet, {
      chartId: chartId(options.set, key, index),
      sheetId,
      dataId: ids.get(chartTabName)!,
      block: blocks.get(chart)!,
    }),
  );
  const properties = { ...propertiesOf(sheet, sheetId), title: titleOf(sheet.name) };
  const body = hashOf([properties, [...contents, ...others], charts]).slice(0, 16);
  return {
    key,
    sheetId,
    properties,
    requests: [...contents, ...dated, ...others],
    ready: contents.length + dated.length,
    entryLooks: entryLookRequests(sheet, sheetId),
    charts,
    dated,
    body,
    hash: dated.length === 0 ? body : `${body}-${hashOf(dated).slice(0, 8)}`,
  };
}

const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** A link that leads nowhere in Google must not look like one. */
function withoutDeadLinks(sheet: PlanSheet, addressOf: (link: PlanLink) => string | undefined): PlanSheet {
  if (sheet.rows.every((row) => row.cells.every((cell) => cell.link === undefined))) return sheet;
  const rows = sheet.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => {
      if (cell.link === undefined || addressOf(cell.link) !== undefined) return cell;
      const { link: _, ...rest } = cell;
      return rest;
    }),
  }));
  return { ...sheet, rows };
}
