import { chartCells } from './chart-cells.ts';
import { layout } from './layout.ts';
import type { Formula, Plan, PlanCell, PlanChart, PlanRow, PlanSeries, PlanSheet } from './plan.ts';

/**
 * Spreadsheets draw a text («н/д», the empty text of a formula) as zero, yet a missing point must be a gap.
 * So each series with texts, formulas or entry cells is led through a hidden tab that holds its numbers only:
 * blank for a text, `IF(ISNUMBER(x),x,NA())` for what may still change. All other series stay as they are.
 * Throws a PlanError like `layout`.
 */
export function withChartData(plan: Plan): Plan {
  if (plan.sheets.every((sheet) => !sheet.charts || sheet.charts.length === 0)) return plan;
  const places = layout(plan);
  const columns: PlanCell[][] = [];
  const lead = (series: PlanSeries): PlanSeries => {
    const cells = chartCells(plan, places, series.values);
    if (cells.every((cell) => cell === undefined || isPlainNumber(cell))) return series;
    const column = columns.length + 1;
    const prefix = `${tabName}:${column}:`;
    columns.push(cells.map((cell, index) => numberOnly(cell, column, `${prefix}${index}`)));
    return { ...series, values: { from: `${prefix}0`, to: `${prefix}${cells.length - 1}` } };
  };
  const sheets = plan.sheets.map((sheet): PlanSheet => {
    if (!sheet.charts) return sheet;
    const charts = sheet.charts.map((chart): PlanChart => ({ ...chart, series: chart.series.map(lead) }));
    return { ...sheet, charts };
  });
  return columns.length === 0 ? plan : { ...plan, sheets: [...sheets, dataSheet(columns)] };
}

const tabName = '_charts';

function isPlainNumber({ value, formula, entry }: PlanCell): boolean {
  return !formula && !entry && (value === undefined || typeof value === 'number');
}

function numberOnly(source: PlanCell | undefined, column: number, id: string): PlanCell {
  if (source && (source.formula || source.entry) && source.id !== undefined) {
    return { column, id, formula: numberOrGap({ type: 'cell', id: source.id }) };
  }
  // a live cell without an id cannot be referred to, but its formula can be repeated
  if (source?.formula) return { column, id, formula: numberOrGap(source.formula) };
  return typeof source?.value === 'number' ? { column, id, value: source.value } : { column, id };
}

function numberOrGap(value: Formula): Formula {
  const isNumber: Formula = { type: 'call', name: 'ISNUMBER', args: [value] };
  return { type: 'call', name: 'IF', args: [isNumber, value, { type: 'call', name: 'NA', args: [] }] };
}

function dataSheet(columns: readonly (readonly PlanCell[])[]): PlanSheet {
  const height = Math.max(...columns.map((column) => column.length));
  const rows: PlanRow[] = [];
  for (let row = 0; row < height; row++) {
    rows.push({ cells: columns.flatMap((column) => column[row] ?? []) });
  }
  return {
    name: tabName,
    hidden: true,
    columns: columns.map(() => ({ width: 12 })),
    rows,
    print: { orientation: 'portrait' },
  };
}
