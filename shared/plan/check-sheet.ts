import { absoluteRange, cellAddress, checkRange, maxColumn } from './address.ts';
import { checkFormula } from './check-cells.ts';
import { InvalidCell, InvalidPlace } from './errors.ts';
import type { Layout } from './layout.ts';
import type { PlanChart, PlanRange, PlanSheet } from './plan.ts';

/** Excel drops all links of a tab that has more. */
const maxLinks = 65_530;

/** Checks what belongs to a whole tab: columns, merges, filter, conditions, charts, print. Throws a PlanError. */
export function checkSheet(sheet: PlanSheet, layout: Layout): void {
  if (sheet.columns.length > maxColumn) throw new InvalidPlace(`«${sheet.name}»: too many columns`);
  for (const column of sheet.columns) {
    // 255 characters is the widest column of Excel
    if (!(column.width >= 0 && column.width <= 255)) {
      throw new InvalidPlace(`«${sheet.name}»: column width ${column.width}`);
    }
  }
  checkMerges(sheet);
  const links = sheet.rows.reduce((sum, row) => sum + row.cells.filter((cell) => cell.link).length, 0);
  if (links > maxLinks) throw new InvalidPlace(`«${sheet.name}»: ${links} links, Excel shows ${maxLinks}`);
  if (sheet.autoFilter) checkRange(sheet.autoFilter, `«${sheet.name}» filter`);
  for (const condition of sheet.conditions ?? []) {
    checkRange(condition.range, `«${sheet.name}» condition`);
    if (condition.rule.type === 'formula') checkFormula(condition.rule.formula, layout);
  }
  for (const chart of sheet.charts ?? []) checkChart(sheet, chart, layout);
  for (const { cell, values } of sheet.sparklines ?? []) checkSparkline(sheet, layout, cell, values);
  const repeat = sheet.print.repeatRows;
  if (repeat) {
    const [firstRow, lastRow] = repeat;
    checkRange({ firstRow, lastRow, firstColumn: 1, lastColumn: 1 }, `«${sheet.name}» repeated rows`);
  }
}

/** Merges must not overlap nor hide a value: what a spreadsheet would drop is a fault of the plan. */
function checkMerges(sheet: PlanSheet): void {
  const covered = new Map<string, PlanRange>();
  for (const merge of sheet.merges ?? []) {
    checkRange(merge, `«${sheet.name}» merge`);
    for (let row = merge.firstRow; row <= merge.lastRow; row++) {
      for (let column = merge.firstColumn; column <= merge.lastColumn; column++) {
        const address = cellAddress(row, column);
        if (covered.has(address)) throw new InvalidPlace(`«${sheet.name}»!${address}: in two merges`);
        covered.set(address, merge);
      }
    }
  }
  if (covered.size === 0) return;
  for (const [index, row] of sheet.rows.entries()) {
    for (const cell of row.cells) {
      const merge = covered.get(cellAddress(index + 1, cell.column));
      if (!merge || (merge.firstRow === index + 1 && merge.firstColumn === cell.column)) continue;
      if (cell.value !== undefined || cell.formula || cell.entry || cell.id !== undefined) {
        const address = cellAddress(index + 1, cell.column);
        throw new InvalidCell(`«${sheet.name}»!${address}: hidden under the merge ${absoluteRange(merge)}`);
      }
    }
  }
}

function checkSparkline(
  sheet: PlanSheet,
  layout: Layout,
  cell: string,
  values: { readonly from: string; readonly to: string },
): void {
  const { sheet: name, range } = layout.range(values.from, values.to);
  const isLine = range.firstRow === range.lastRow || range.firstColumn === range.lastColumn;
  if (!isLine || name !== sheet.name || layout.place(cell).sheet !== sheet.name)
    throw new InvalidPlace(`«${sheet.name}» sparkline in ${cell}`);
}

function checkChart(sheet: PlanSheet, chart: PlanChart, layout: Layout): void {
  const { fromColumn, fromRow, toColumn, toRow } = chart.anchor;
  const corners = [fromColumn, fromRow, toColumn, toRow];
  if (corners.some((corner) => !Number.isInteger(corner) || corner < 0)) {
    throw new InvalidPlace(`«${sheet.name}» chart «${chart.title}»: anchor`);
  }
  if (toColumn <= fromColumn || toRow <= fromRow) {
    throw new InvalidPlace(`«${sheet.name}» chart «${chart.title}»: the anchor has no area`);
  }
  if (chart.series.length === 0) throw new InvalidPlace(`«${sheet.name}» chart «${chart.title}»: no series`);
  for (const { from, to } of [chart.categories, ...chart.series.map((series) => series.values)]) {
    const { range } = layout.range(from, to);
    if (range.firstRow !== range.lastRow && range.firstColumn !== range.lastColumn) {
      throw new InvalidPlace(
        `«${sheet.name}» chart «${chart.title}»: ${from}:${to} is neither a row nor a column`,
      );
    }
  }
}
