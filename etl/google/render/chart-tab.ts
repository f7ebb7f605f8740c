import { isError } from '../../../shared/plan/calculated.ts';
import { chartCells } from '../../../shared/plan/chart-cells.ts';
import { toText } from '../../../shared/plan/coerce.ts';
import { type Layout, layout } from '../../../shared/plan/layout.ts';
import type {
  Formula,
  NumberFormat,
  Plan,
  PlanCell,
  PlanChart,
  PlanRow,
  PlanSheet,
} from '../../../shared/plan/plan.ts';
import { googleTexts } from '../../../shared/texts/google-render.ts';

/** Where the data of one chart stand in the hidden tab: a row of names, then one row per category. */
export interface ChartBlock {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly series: number;
}

export const chartTabName = '_charts';

/**
 * Charts of Google take the names of their series from the cell above the values, and draw a text as zero. So the data
 * of all charts stand in a hidden tab: names, categories as texts, numbers, gaps; live cells by formula.
 */
export function withChartTab(plan: Plan): {
  readonly plan: Plan;
  readonly blocks: ReadonlyMap<PlanChart, ChartBlock>;
} {
  const charts = plan.sheets.flatMap((sheet) => sheet.charts ?? []);
  const blocks = new Map<PlanChart, ChartBlock>();
  if (charts.length === 0) return { plan, blocks };
  const places = layout(plan);
  const rows: PlanRow[] = [];
  for (const chart of charts) {
    const firstRow = rows.length + 1;
    rows.push(...blockOf(chart, plan, places));
    blocks.set(chart, { firstRow, lastRow: rows.length, series: chart.series.length });
    rows.push({ cells: [] });
  }
  rows.pop();
  const width = Math.max(...charts.map((chart) => chart.series.length)) + 1;
  const sheet: PlanSheet = {
    name: chartTabName,
    hidden: true,
    protect: true,
    columns: Array.from({ length: width }, (_, at) => ({ width: at === 0 ? 40 : 14 })),
    rows,
    print: { orientation: 'portrait' },
  };
  return { plan: { ...plan, sheets: [...plan.sheets, sheet] }, blocks };
}

function blockOf(chart: PlanChart, plan: Plan, places: Layout): PlanRow[] {
  const categories = chartCells(plan, places, chart.categories);
  const series = chart.series.map(({ values }) => chartCells(plan, places, values));
  const names = chart.series.map(({ name }, at) => text(at + 2, name));
  const head = text(1, chart.categoryAxis?.title ?? googleTexts.chartData);
  return [
    { cells: [head, ...names] },
    ...categories.map((category, row) => ({
      cells: [
        categoryCell(category),
        ...series.flatMap((cells, at) => {
          const { as } = chart.series[at]!;
          const axis = chart.type === 'combo' && as === 'line' ? chart.secondAxis : chart.valueAxis;
          return numberCell(cells[row], at + 2, axis?.format);
        }),
      ],
    })),
  ];
}

const text = (column: number, value: string): PlanCell => ({ column, value, format: 'text' });

/** Names are texts: a year is no quantity. */
function categoryCell(cell: PlanCell | undefined): PlanCell {
  if (cell && isLive(cell)) return { column: 1, formula: reference(cell) };
  if (cell?.format === 'date')
    return { column: 1, ...(cell.value !== undefined && { value: cell.value }), format: 'date' };
  const shown = toText(cell?.value);
  return text(1, isError(shown) ? '' : shown);
}

function numberCell(
  cell: PlanCell | undefined,
  column: number,
  format: NumberFormat | undefined,
): PlanCell[] {
  if (cell === undefined) return [];
  const live = isLive(cell);
  if (!live && typeof cell.value !== 'number') return [];
  const isWhole = typeof cell.value === 'number' && Number.isInteger(cell.value);
  const shown = format ?? cell.format ?? (isWhole ? 'integer' : 'decimal1');
  if (!live) return [{ column, value: cell.value as number, format: shown }];
  const value = reference(cell);
  const isNumber: Formula = { type: 'call', name: 'ISNUMBER', args: [value] };
  const none: Formula = { type: 'call', name: 'NA', args: [] };
  return [{ column, formula: { type: 'call', name: 'IF', args: [isNumber, value, none] }, format: shown }];
}

const isLive = ({ formula, entry }: PlanCell): boolean => formula !== undefined || entry !== undefined;

/** A live cell without an id cannot be referred to, but its formula can be repeated. */
const reference = (cell: PlanCell): Formula =>
  cell.id === undefined ? (cell.formula ?? { type: 'literal', value: '' }) : { type: 'cell', id: cell.id };
