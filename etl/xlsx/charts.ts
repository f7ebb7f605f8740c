import type { Calculated } from '../../shared/plan/calculate.ts';
import type { Layout } from '../../shared/plan/layout.ts';
import type { PlanSheet } from '../../shared/plan/plan.ts';
import type { Parts } from './normalise.ts';
import { chartXml } from './writing/chart-xml.ts';
import { drawingXml } from './writing/drawing-xml.ts';
import { addContentTypes, createRelationships, overrideType, writePart } from './writing/package-parts.ts';

/** Adds native charts to a finished package: one drawing a tab, one part a chart, numbered through the workbook. */
export interface ChartWriter {
  /**
   * Writes the charts of a tab; `link` adds a relationship to the worksheet and returns its id, which is returned
   * for the `<drawing>` element. Undefined for a tab without charts.
   */
  addDrawing(sheet: PlanSheet, link: (type: string, target: string) => string): string | undefined;
}

export function createChartWriter(parts: Parts, layout: Layout, calculated: Calculated): ChartWriter {
  let drawings = 0;
  let charts = 0;
  return {
    addDrawing(sheet, link) {
      if (!sheet.charts || sheet.charts.length === 0) return undefined;
      drawings++;
      const drawing = `xl/drawings/drawing${drawings}.xml`;
      const types = [overrideType(drawing, 'application/vnd.openxmlformats-officedocument.drawing+xml')];
      const relationships = createRelationships();
      const frames = sheet.charts.map((chart) => {
        charts++;
        const path = `xl/charts/chart${charts}.xml`;
        writePart(parts, path, chartXml(chart, layout, calculated));
        types.push(overrideType(path, 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml'));
        return { chart, relationship: relationships.add('chart', `../charts/chart${charts}.xml`) };
      });
      writePart(parts, drawing, drawingXml(frames));
      writePart(parts, `xl/drawings/_rels/drawing${drawings}.xml.rels`, relationships.xml ?? '');
      addContentTypes(parts, types);
      return link('drawing', `../drawings/drawing${drawings}.xml`);
    },
  };
}
