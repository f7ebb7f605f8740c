import { absoluteRange, cellAddress } from '../../../shared/plan/address.ts';
import type { Layout } from '../../../shared/plan/layout.ts';
import type { PlanSheet } from '../../../shared/plan/plan.ts';
import { colours, sparklineColour } from '../../drawing/looks.ts';
import { escapeXml } from './xml.ts';

const colour = (name: string, rgb: string): string => `<x14:color${name} rgb="FF${rgb}"/>`;

/**
 * The `<ext>` with the sparklines of a tab ([MS-XLSX] 2.3.7, Excel 2010 and later, LibreOffice 7.4 and later); empty
 * without any. All are columns from zero, the last one darker; gaps stay gaps.
 */
export function sparklinesXml(sheet: PlanSheet, layout: Layout): string {
  const { sparklines = [] } = sheet;
  if (sparklines.length === 0) return '';
  const tab = `'${sheet.name.replace(/'/g, "''")}'!`;
  const items = sparklines.map(({ cell, values }) => {
    const { row, column } = layout.place(cell);
    const range = absoluteRange(layout.range(values.from, values.to).range).replace(/\$/g, '');
    const formula = escapeXml(`${tab}${range}`);
    return `<x14:sparkline><xm:f>${formula}</xm:f><xm:sqref>${cellAddress(row, column)}</xm:sqref></x14:sparkline>`;
  });
  return [
    '<ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">',
    '<x14:sparklineGroups xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">',
    '<x14:sparklineGroup type="column" displayEmptyCellsAs="gap" last="1" minAxisType="custom" manualMin="0">',
    colour('Series', sparklineColour),
    colour('Negative', colours.red),
    colour('Axis', colours.grey),
    colour('Markers', colours.blue),
    colour('First', sparklineColour),
    colour('Last', colours.blue),
    colour('High', colours.blue),
    colour('Low', colours.blue),
    `<x14:sparklines>${items.join('')}</x14:sparklines>`,
    '</x14:sparklineGroup></x14:sparklineGroups></ext>',
  ].join('');
}
