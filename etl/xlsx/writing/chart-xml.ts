import type { Calculated } from '../../../shared/plan/calculate.ts';
import type { Layout } from '../../../shared/plan/layout.ts';
import type { PlanChart } from '../../../shared/plan/plan.ts';
import { categoryAxis, valueAxis } from './chart-axes.ts';
import { type ChartData, plotGroup } from './chart-group.ts';
import { richText, textProperties } from './chart-text.ts';
import { xmlDeclaration } from './xml.ts';

/** Axis ids: any numbers will do as long as they are fixed. */
const first = { category: 111_111_101, value: 111_111_102 };
const second = { category: 111_111_103, value: 111_111_104 };

/**
 * The chart part. Caches carry what the cells show, so that previews and readers without recalculation see data.
 * Missing points are gaps (`dispBlanksAs`), never zeros.
 */
export function chartXml(chart: PlanChart, layout: Layout, calculated: Calculated): string {
  const data: ChartData = { chart, layout, calculated };
  const legend = chart.legend ?? chart.series.length > 1;
  return [
    `${xmlDeclaration}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">`,
    '<c:date1904 val="0"/><c:lang val="ru-RU"/><c:roundedCorners val="0"/><c:chart>',
    `<c:title>${richText(chart.title, 1200, true)}<c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>`,
    `<c:plotArea><c:layout/>${plotArea(data)}</c:plotArea>`,
    legend ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${textProperties(900)}</c:legend>` : '',
    // the plotted cells may stand in hidden rows or tabs
    '<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/>',
    // Office 2019 and later: #N/A is a gap too, without a label
    '<c:extLst><c:ext uri="{56B9EC1D-385E-4148-901F-78D8002777C0}" xmlns:c16r3="http://schemas.microsoft.com/office/drawing/2017/03/chart"><c16r3:dataDisplayOptions16><c16r3:dispNaAsBlank val="1"/></c16r3:dataDisplayOptions16></c:ext></c:extLst></c:chart>',
    '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln w="9525"><a:solidFill><a:srgbClr val="BFC7D1"/></a:solidFill></a:ln></c:spPr>',
    `${textProperties(900)}</c:chartSpace>`,
  ].join('');
}

function plotArea(data: ChartData): string {
  const { chart } = data;
  const all = chart.series.map((series, index) => ({ series, index }));
  const horizontal = chart.type === 'bar';
  const firstAxes =
    categoryAxis({ id: first.category, crosses: first.value, title: chart.categoryAxis?.title, horizontal }) +
    valueAxis({ id: first.value, crosses: first.category, axis: chart.valueAxis, horizontal });
  if (chart.type !== 'combo') {
    const type = chart.type === 'line' ? 'line' : 'column';
    return plotGroup(data, type, all, chart.valueAxis?.format, first) + firstAxes;
  }
  const lines = all.filter(({ series }) => series.as === 'line');
  const columns = all.filter(({ series }) => series.as !== 'line');
  const columnGroup =
    columns.length > 0 ? plotGroup(data, 'column', columns, chart.valueAxis?.format, first) : '';
  if (lines.length === 0) return columnGroup + firstAxes;
  // without columns there is no first pair of axes for a second one to face
  if (columns.length === 0) return plotGroup(data, 'line', lines, chart.valueAxis?.format, first) + firstAxes;
  return [
    columnGroup,
    plotGroup(data, 'line', lines, chart.secondAxis?.format, second),
    firstAxes,
    valueAxis({ id: second.value, crosses: second.category, axis: chart.secondAxis, second: true }),
    categoryAxis({ id: second.category, crosses: second.value, hidden: true }),
  ].join('');
}
