import type { Calculated } from '../../../shared/plan/calculate.ts';
import type { Layout } from '../../../shared/plan/layout.ts';
import type { Colour, NumberFormat, PlanChart, PlanSeries } from '../../../shared/plan/plan.ts';
import { colours, palette } from '../../drawing/looks.ts';
import { numberFormats } from '../../drawing/number-formats.ts';
import { categoryData, labelFormat, valueData } from './chart-data.ts';
import { textProperties } from './chart-text.ts';
import { escapeXml } from './xml.ts';

export interface ChartData {
  readonly chart: PlanChart;
  readonly layout: Layout;
  readonly calculated: Calculated;
}

interface Numbered {
  readonly series: PlanSeries;
  /** Position in the whole chart, which gives the colour and the order in the legend. */
  readonly index: number;
}

const markers = ['circle', 'diamond', 'square', 'triangle'] as const;
const dashes = ['solid', 'sysDash', 'lgDash', 'sysDot'] as const;

/** Series of one kind on one pair of axes. */
export function plotGroup(
  data: ChartData,
  type: 'column' | 'line',
  series: readonly Numbered[],
  format: NumberFormat | undefined,
  axes: { readonly category: number; readonly value: number },
): string {
  const axisIds = `<c:axId val="${axes.category}"/><c:axId val="${axes.value}"/>`;
  const items = series.map((item) => seriesXml(data, type, item, format)).join('');
  if (type === 'line') {
    return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${items}<c:marker val="1"/>${axisIds}</c:lineChart>`;
  }
  const stacked = data.chart.type === 'stacked';
  return [
    `<c:barChart><c:barDir val="${data.chart.type === 'bar' ? 'bar' : 'col'}"/>`,
    `<c:grouping val="${stacked ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>${items}`,
    `<c:gapWidth val="60"/>${stacked ? '<c:overlap val="100"/>' : ''}${axisIds}</c:barChart>`,
  ].join('');
}

function seriesXml(
  { chart, layout, calculated }: ChartData,
  type: 'column' | 'line',
  { series, index }: Numbered,
  axisFormat: NumberFormat | undefined,
): string {
  const colour = series.colour ?? (palette[index % palette.length] as Colour);
  const fill = `<a:solidFill><a:srgbClr val="${colours[colour]}"/></a:solidFill>`;
  const format = numberFormats[axisFormat ?? labelFormat(series.values, layout, calculated)];
  return [
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${escapeXml(series.name)}</c:v></c:tx>`,
    type === 'line'
      ? `<c:spPr><a:ln w="28575" cap="rnd">${fill}<a:prstDash val="${dashes[index % dashes.length]}"/><a:round/></a:ln></c:spPr><c:marker><c:symbol val="${markers[index % markers.length]}"/><c:size val="7"/><c:spPr>${fill}</c:spPr></c:marker>`
      : `<c:spPr>${fill}</c:spPr><c:invertIfNegative val="0"/>`,
    chart.dataLabels ? dataLabels(chart, type, colour, format) : '',
    categoryData(chart.categories, layout, calculated),
    valueData(series.values, format, layout, calculated),
    type === 'line' ? '<c:smooth val="0"/></c:ser>' : '</c:ser>',
  ].join('');
}

function dataLabels(chart: PlanChart, type: 'column' | 'line', colour: Colour, format: string): string {
  // stacked columns know no place outside their end (Excel would call the file damaged); a combo's lines need room
  const inside = type === 'column' && (chart.type === 'stacked' || chart.type === 'combo');
  const position = type === 'line' ? 't' : !inside ? 'outEnd' : chart.type === 'stacked' ? 'ctr' : 'inBase';
  const text = textProperties(800, inside && colour !== 'amber' ? 'FFFFFF' : undefined);
  // a combo's line runs over its columns
  const behind =
    type === 'line' && chart.type === 'combo'
      ? '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
      : '<a:noFill/>';
  return `<c:dLbls><c:numFmt formatCode="${escapeXml(format)}" sourceLinked="0"/><c:spPr>${behind}<a:ln><a:noFill/></a:ln></c:spPr>${text}<c:dLblPos val="${position}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`;
}
