import { createHash } from 'node:crypto';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { idOf, tabId } from '../../../shared/live-state/tab-id.ts';
import type { TabSet } from '../../../shared/live-state/tab-mark.ts';
import { type Layout, layout } from '../../../shared/plan/layout.ts';
import type { Plan, PlanChart, PlanLink, PlanSheet } from '../../../shared/plan/plan.ts';
import { submission } from '../../../shared/template/submission-cells.ts';
import { colours } from '../../drawing/looks.ts';
import { cellRequests, datedRequests } from './cells.ts';
import { type ChartBlock, chartTabName, withChartTab } from './chart-tab.ts';
import { embeddedChart } from './charts.ts';
import { conditionRequests } from './conditions.ts';
import { dimensionRequests } from './dimensions.ts';
import { entryRuleRequests } from './entry-rules.ts';
import { fitFrozen } from './fit-frozen.ts';
import { entryLookRequests, formatRequests } from './formats.ts';
import { colour, gridRange } from './grid.ts';
import { linkAddress } from './link-address.ts';
import { createListTab, type ListTab } from './list-tab.ts';
import { protectionRequests } from './protection.ts';
import { sparklineFormulas } from './sparklines.ts';

/** A tab of a plan as Google takes it. */
export interface RenderedTab {
  /** `key` of the plan's tab, else its name. */
  readonly key: string;
  readonly sheetId: number;
  /** For addSheet; without an index. */
  readonly properties: sheets_v4.Schema$SheetProperties;
  /** What fills an EMPTY tab of this id: widths, formats, cells, merges, rules, conditions, filter, protection, names. */
  readonly requests: sheets_v4.Schema$Request[];
  /** How many of them come before entered values may be pasted in: formats and cells. */
  readonly ready: number;
  /** Gives entry cells their looks back after values were pasted with formats; a typed percent format stays. */
  readonly entryLooks: readonly sheets_v4.Schema$Request[];
  readonly charts: readonly sheets_v4.Schema$EmbeddedChart[];
  /** Those among the requests that tell the day of the data: all there is to do where `body` is what stands there. */
  readonly dated: readonly sheets_v4.Schema$Request[];
  /** Of everything above but `dated`. */
  readonly body: string;
  /** Of everything above. */
  readonly hash: string;
}

export interface RenderOptions {
  /** Whose tabs they are: part of their ids. */
  readonly set: TabSet;
  /** Mailboxes that may edit protected ranges, our own account among them. */
  readonly editors?: readonly string[];
  /** Turns a relative file link of the plan into an address; undefined = shown as text. */
  readonly linkOf?: (link: PlanLink) => string | undefined;
  readonly sheetIdOf?: (tab: PlanSheet) => number;
  /** What a tab of the plan is called in the spreadsheet, where people renamed it. */
  readonly titleOf?: (sheet: string) => string;
}

/** Two tabs of one spreadsheet got the same id; one of them needs another key. */
export class IdCollision extends Error {
  override readonly name = 'IdCollision';
}

export const tabKey = (sheet: PlanSheet): string => sheet.key ?? sheet.name;

/** Id of the n-th chart of a tab, from 0. */
export const chartId = (set: TabSet, key: string, n: number): number => idOf(`${set}/${key}/chart/${n}`);

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
  const lists = createListTab(
    whole.sheets.map(({ name }) => name),
    titleIn(options),
  );
  const context: TabContext = { options, places, blocks, ids, lists };
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

const titleIn = ({ titleOf }: RenderOptions) => titleOf ?? ((name: string): string => name);

const hiddenLast = (sheets: readonly PlanSheet[]): PlanSheet[] => [
  ...sheets.filter((sheet) => !sheet.hidden),
  ...sheets.filter((sheet) => sheet.hidden),
];

interface TabContext {
  readonly options: RenderOptions;
  readonly places: Layout;
  readonly blocks: ReadonlyMap<PlanChart, ChartBlock>;
  readonly ids: ReadonlyMap<string, number>;
  readonly lists: ListTab;
}

function renderTab(written: PlanSheet, { options, places, blocks, ids, lists }: TabContext): RenderedTab {
  const key = tabKey(written);
  const sheetId = ids.get(written.name)!;
  const links = { sheetId: (name: string) => ids.get(name), linkOf: options.linkOf };
  const sheet = withoutDeadLinks(written, (link) => linkAddress(link, links));
  const sparklines = sparklineFormulas(sheet, places);
  const titleOf = titleIn(options);
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

/** Of what a hash of a tab is, without the day of the data. */
export const bodyOf = (hash: string): string => hash.split('-')[0] ?? '';

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

function propertiesOf(sheet: PlanSheet, sheetId: number): sheets_v4.Schema$SheetProperties {
  const charts = sheet.charts ?? [];
  const widest = Math.max(0, ...sheet.rows.flatMap((row) => row.cells.map(({ column }) => column)));
  const columnCount = Math.max(
    1,
    sheet.columns.length,
    widest,
    ...charts.map(({ anchor }) => anchor.toColumn),
  );
  const rowCount = Math.max(1, sheet.rows.length, ...charts.map(({ anchor }) => anchor.toRow));
  const { rows = 0, columns = 0 } = sheet.freeze ?? {};
  return {
    sheetId,
    title: sheet.name,
    sheetType: 'GRID',
    ...(sheet.hidden && { hidden: true }),
    ...(sheet.tabColour && { tabColorStyle: colour(colours[sheet.tabColour]) }),
    gridProperties: {
      rowCount,
      columnCount,
      ...(rows > 0 && { frozenRowCount: rows }),
      ...(columns > 0 && { frozenColumnCount: columns }),
      hideGridlines: true,
    },
  };
}

/** Names of the answers «Сдаю», for formulas and scripts of people; tabs and cells may move. */
const names: Readonly<Record<string, string>> = {
  [submission.submitted]: 'msoko_submitted',
  [submission.on]: 'msoko_submitted_on',
  [submission.post]: 'msoko_submitted_by_post',
};

function nameRequests(sheet: PlanSheet, sheetId: number): sheets_v4.Schema$Request[] {
  return sheet.rows.flatMap((row, index) =>
    row.cells.flatMap(({ id, column, entry }) => {
      const name = id === undefined || !entry ? undefined : names[id];
      if (name === undefined) return [];
      const range = { firstRow: index + 1, lastRow: index + 1, firstColumn: column, lastColumn: column };
      return [{ addNamedRange: { namedRange: { name, range: gridRange(sheetId, range) } } }];
    }),
  );
}
