import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { PlanChart, PlanSheet } from '../../../shared/plan/plan.ts';
import { legalText } from '../../drawing/legal-text.ts';
import { colours, fontName, palette } from '../../drawing/looks.ts';
import type { ChartBlock } from './chart-tab.ts';
import { dimensionsOf } from './dimensions.ts';
import { colour } from './grid.ts';

const shapes = ['CIRCLE', 'DIAMOND', 'SQUARE', 'TRIANGLE'] as const;
const dashes = ['SOLID', 'MEDIUM_DASHED', 'LONG_DASHED', 'DOTTED'] as const;
/** What Google gives rows and columns beyond those of the plan. */
const usual = { column: 100, row: 21 };

export interface ChartPlace {
  readonly chartId: number;
  readonly sheetId: number;
  /** Id of the hidden tab and where in it the data stand. */
  readonly dataId: number;
  readonly block: ChartBlock;
}

/** A chart of the plan as a native one over the data of the hidden tab. */
export function embeddedChart(
  chart: PlanChart,
  sheet: PlanSheet,
  place: ChartPlace,
): sheets_v4.Schema$EmbeddedChart {
  return {
    chartId: place.chartId,
    spec: {
      title: legalText(chart.title),
      titleTextFormat: { bold: true, fontSize: 12 },
      altText: legalText(chart.description),
      fontName,
      hiddenDimensionStrategy: 'SHOW_ALL',
      basicChart: basicChart(chart, place),
    },
    position: { overlayPosition: overlay(chart, sheet, place.sheetId) },
  };
}

function basicChart(chart: PlanChart, place: ChartPlace): sheets_v4.Schema$BasicChartSpec {
  const isBar = chart.type === 'bar';
  const hasColumns = chart.series.some(({ as }) => as !== 'line');
  const isSecond = (as: 'column' | 'line' | undefined): boolean =>
    chart.type === 'combo' && as === 'line' && hasColumns;
  const source = (column: number): sheets_v4.Schema$ChartData => ({
    sourceRange: {
      sources: [
        {
          sheetId: place.dataId,
          startRowIndex: place.block.firstRow - 1,
          endRowIndex: place.block.lastRow,
          startColumnIndex: column,
          endColumnIndex: column + 1,
        },
      ],
    },
  });
  const needsSecond = chart.series.some(({ as }) => isSecond(as));
  return {
    chartType: { column: 'COLUMN', stacked: 'COLUMN', bar: 'BAR', line: 'LINE', combo: 'COMBO' }[chart.type],
    ...(chart.type === 'stacked' && { stackedType: 'STACKED' }),
    legendPosition: (chart.legend ?? chart.series.length > 1) ? 'BOTTOM_LEGEND' : 'NO_LEGEND',
    axis: [
      axisOf(isBar ? 'LEFT_AXIS' : 'BOTTOM_AXIS', chart.categoryAxis),
      axisOf(isBar ? 'BOTTOM_AXIS' : 'LEFT_AXIS', chart.valueAxis),
      ...(needsSecond ? [axisOf('RIGHT_AXIS', chart.secondAxis)] : []),
    ],
    domains: [{ domain: source(0) }],
    series: chart.series.map((series, index): sheets_v4.Schema$BasicChartSeries => {
      const isLine = chart.type === 'line' || (chart.type === 'combo' && series.as === 'line');
      const own = series.colour ?? palette[index % palette.length]!;
      return {
        series: source(index + 1),
        targetAxis: isSecond(series.as) ? 'RIGHT_AXIS' : isBar ? 'BOTTOM_AXIS' : 'LEFT_AXIS',
        ...(chart.type === 'combo' && { type: isLine ? 'LINE' : 'COLUMN' }),
        colorStyle: colour(colours[own]),
        ...(isLine && {
          lineStyle: { width: 3, type: dashes[index % dashes.length]! },
          pointStyle: { shape: shapes[index % shapes.length]!, size: 7 },
        }),
        ...(chart.dataLabels && {
          dataLabel: { type: 'DATA', placement: labelPlace(chart, isLine), textFormat: { fontSize: 8 } },
        }),
      };
    }),
    headerCount: 1,
    // a missing point is a gap
    interpolateNulls: false,
  };
}

function labelPlace(chart: PlanChart, isLine: boolean): string {
  if (isLine) return 'ABOVE';
  if (chart.type === 'stacked') return 'CENTER';
  return chart.type === 'combo' ? 'INSIDE_BASE' : 'OUTSIDE_END';
}

function axisOf(
  position: string,
  axis: { readonly title?: string; readonly min?: number; readonly max?: number } | undefined,
): sheets_v4.Schema$BasicChartAxis {
  const { title, min, max } = axis ?? {};
  const isBound = min !== undefined || max !== undefined;
  return {
    position,
    // without a title of its own an axis would take the name of a series
    title: legalText(title ?? ''),
    ...(isBound && {
      viewWindowOptions: {
        ...(min !== undefined && { viewWindowMin: min }),
        ...(max !== undefined && { viewWindowMax: max }),
        viewWindowMode: 'EXPLICIT',
      },
    }),
  };
}

function overlay({ anchor }: PlanChart, sheet: PlanSheet, sheetId: number): sheets_v4.Schema$OverlayPosition {
  const { columns, rows } = dimensionsOf(sheet);
  let [widthPixels, heightPixels] = [0, 0];
  for (let at = anchor.fromColumn; at < anchor.toColumn; at++) {
    const column = columns[at];
    widthPixels += column?.hidden ? 0 : (column?.pixels ?? usual.column);
  }
  for (let at = anchor.fromRow; at < anchor.toRow; at++) {
    const row = rows[at];
    heightPixels += row?.hidden ? 0 : (row?.pixels ?? usual.row);
  }
  const anchorCell = { sheetId, rowIndex: anchor.fromRow, columnIndex: anchor.fromColumn };
  return { anchorCell, widthPixels, heightPixels };
}
