import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { badRequest } from '../../errors.ts';
import { applyMask, parseMask } from '../../mask.ts';
import { areaOf } from '../cells.ts';
import { gridSize, newTab, renumber, type Tab } from '../model.ts';
import { type Batch, freshId, type Handler, requireFields, tabOf } from './batch.ts';

export const addChart: Handler<sheets_v4.Schema$AddChartRequest> = (batch, request) => {
  const wanted = structuredClone(request.chart ?? {});
  const chartId = wanted.chartId ?? freshId(batch);
  if (find(batch, chartId)) throw badRequest(`An embedded object with id ${chartId} already exists.`);
  requireSpec(batch, wanted.spec);
  const { tab, position } = placeOf(batch, wanted.position);
  const chart = { ...wanted, chartId, position };
  tab.charts.push(chart);
  return { chart };
};

export const updateChartSpec: Handler<sheets_v4.Schema$UpdateChartSpecRequest> = (batch, request) => {
  const found = find(batch, request.chartId);
  if (!found) throw badRequest(`No chart with id: ${request.chartId ?? 0}`);
  requireSpec(batch, request.spec);
  found.chart.spec = structuredClone(request.spec);
  return undefined;
};

export const updateEmbeddedObjectPosition: Handler<sheets_v4.Schema$UpdateEmbeddedObjectPositionRequest> = (
  batch,
  request,
) => {
  const found = find(batch, request.objectId);
  if (!found) throw badRequest(`No embedded object with id: ${request.objectId ?? 0}`);
  const old = found.chart.position ?? {};
  const wanted = request.newPosition ?? {};
  // the mask speaks of overlayPosition; a move to another kind of place takes no mask
  const position = wanted.overlayPosition
    ? {
        overlayPosition: applyMask(
          old.overlayPosition ?? {},
          wanted.overlayPosition,
          parseMask(requireFields(request.fields)),
        ),
      }
    : wanted;
  const placed = placeOf(batch, position);
  found.tab.charts = found.tab.charts.filter((chart) => chart !== found.chart);
  placed.tab.charts.push({ ...found.chart, position: placed.position });
  return { position: placed.position };
};

export const deleteEmbeddedObject: Handler<sheets_v4.Schema$DeleteEmbeddedObjectRequest> = (
  batch,
  request,
) => {
  const found = find(batch, request.objectId);
  if (!found) throw badRequest(`No embedded object with id: ${request.objectId ?? 0}`);
  found.tab.charts = found.tab.charts.filter((chart) => chart !== found.chart);
  return undefined;
};

function placeOf(
  batch: Batch,
  position: sheets_v4.Schema$EmbeddedObjectPosition | undefined,
): { tab: Tab; position: sheets_v4.Schema$EmbeddedObjectPosition } {
  if (position?.overlayPosition) {
    const anchor = position.overlayPosition.anchorCell ?? {};
    const tab = tabOf(batch, anchor.sheetId);
    const { rows, columns } = gridSize(tab);
    if ((anchor.rowIndex ?? 0) >= rows)
      throw badRequest(`GridCoordinate.rowIndex[${anchor.rowIndex}] is after last row in grid[${rows - 1}]`);
    if ((anchor.columnIndex ?? 0) >= columns)
      throw badRequest(
        `GridCoordinate.columnIndex[${anchor.columnIndex}] is after last column in grid[${columns - 1}]`,
      );
    return { tab, position: structuredClone(position) };
  }
  // a chart of its own gets a tab of type OBJECT
  const sheetId = position?.sheetId ?? freshId(batch);
  if (batch.book.tabs.some((tab) => tab.properties.sheetId === sheetId))
    throw badRequest(`A sheet with id ${sheetId} already exists. Please enter another id.`);
  const tab = newTab({ sheetId, title: `Chart${batch.book.tabs.length + 1}`, sheetType: 'OBJECT' });
  batch.book.tabs.push(tab);
  renumber(batch.book);
  return { tab, position: { sheetId } };
}

/** Every source must lie on an existing tab, inside its grid. */
function requireSpec(batch: Batch, spec: sheets_v4.Schema$ChartSpec | undefined): void {
  if (!spec) throw badRequest('A chart must have a specification.');
  const visit = (node: unknown): void => {
    if (!node || typeof node !== 'object') return;
    const { sources } = node as { sources?: sheets_v4.Schema$GridRange[] };
    if (Array.isArray(sources)) for (const range of sources) requireSource(batch, range);
    for (const value of Object.values(node)) visit(value);
  };
  visit(spec);
}

function requireSource(batch: Batch, range: sheets_v4.Schema$GridRange): void {
  const tab = tabOf(batch, range.sheetId);
  const area = areaOf(tab, range);
  // documented on ChartSourceRange: a source is one row or one column
  if (area.endRow - area.startRow > 1 && area.endColumn - area.startColumn > 1)
    throw badRequest('The sources of a chart must be ranges with a height or a width of 1.');
}

function find(
  batch: Batch,
  id: number | null | undefined,
): { tab: Tab; chart: sheets_v4.Schema$EmbeddedChart } | undefined {
  for (const tab of batch.book.tabs)
    for (const chart of tab.charts) if (chart.chartId === (id ?? 0)) return { tab, chart };
  return undefined;
}
