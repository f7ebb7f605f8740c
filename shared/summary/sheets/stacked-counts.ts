import type { Colour } from '../../plan/plan.ts';
import type { SheetDraft } from './sheet-draft.ts';

export interface StackedCounts {
  /** Prefix of ids: `<name> <row>` of the categories, `<name> <row> <series>` of the counts. */
  readonly name: string;
  readonly rows: number;
  readonly series: readonly { readonly code: string; readonly title: string; readonly colour: Colour }[];
  readonly title: string;
  readonly description: string;
  /** Columns that the chart takes. */
  readonly columns: number;
  readonly height?: number;
}

export const categoryId = (name: string, row: number): string => `${name} ${row}`;
export const countId = (name: string, row: number, series: string): string => `${name} ${row} ${series}`;

/** A stacked chart of counts below the table that holds them; returns the rows it takes. */
export function stackedCounts(sheet: SheetDraft, counts: StackedCounts): [number, number] {
  const { name, rows, series, title, description, columns, height = 15 } = counts;
  const at = sheet.at();
  sheet.chart({
    type: 'stacked',
    title,
    description,
    categories: { from: categoryId(name, 0), to: categoryId(name, rows - 1) },
    series: series.map(({ code, title: own, colour }) => ({
      name: own,
      values: { from: countId(name, 0, code), to: countId(name, rows - 1, code) },
      colour,
    })),
    valueAxis: { min: 0, format: 'integer' },
    legend: true,
    anchor: { fromColumn: 0, fromRow: at, toColumn: columns, toRow: at + height },
  });
  sheet.gap(height + 1);
  return [at + 1, at + height];
}
