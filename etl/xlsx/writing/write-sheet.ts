import type { Workbook, Worksheet, WorksheetProperties, WorksheetView } from 'exceljs';
import { cellAddress } from '../../../shared/plan/address.ts';
import type { Calculated } from '../../../shared/plan/calculate.ts';
import { type CellResult, isError } from '../../../shared/plan/calculated.ts';
import { cellValue } from '../../../shared/plan/cell-value.ts';
import { formulaText } from '../../../shared/plan/formula-text.ts';
import type { Layout } from '../../../shared/plan/layout.ts';
import type { PlanCell, PlanSheet } from '../../../shared/plan/plan.ts';
import { colours } from '../../drawing/looks.ts';
import { rowHeights } from '../../drawing/row-heights.ts';
import { cellStyle, detailedText } from '../styles.ts';
import { pageLayout } from './page-layout.ts';
import { headerFooter, pageSetup } from './page-setup.ts';
import { cellText } from './xml.ts';

export interface SheetContext {
  readonly title: string;
  readonly layout: Layout;
  readonly calculated: Calculated;
  readonly sheetIndex: number;
}

/** Writes cells, columns, rows, merges, view, protection, filter and print set-up of one tab. */
export function writeSheet(workbook: Workbook, sheet: PlanSheet, context: SheetContext): Worksheet {
  const heights = rowHeights(sheet);
  const pages = pageLayout(sheet, heights);
  const worksheet = workbook.addWorksheet(sheet.name, {
    state: sheet.hidden ? 'hidden' : 'visible',
    properties: {
      ...(sheet.tabColour && { tabColor: { argb: `FF${colours[sheet.tabColour]}` } }),
      // headings stand above what they group
      ...outline(sheet),
    },
    pageSetup: pageSetup(sheet, pages),
    headerFooter: headerFooter(sheet, context.title),
    views: [view(sheet)],
  });
  for (const [index, plan] of sheet.columns.entries()) {
    const column = worksheet.getColumn(index + 1);
    column.width = plan.width;
    if (plan.hidden) column.hidden = true;
  }
  for (const [index, plan] of sheet.rows.entries()) {
    const row = worksheet.getRow(index + 1);
    row.height = heights[index] as number;
    if (plan.hidden) row.hidden = true;
    if (plan.outline !== undefined) row.outlineLevel = plan.outline;
    for (const cell of plan.cells) writeCell(worksheet, index + 1, cell, sheet, context);
  }
  for (const merge of sheet.merges ?? []) {
    worksheet.mergeCells(merge.firstRow, merge.firstColumn, merge.lastRow, merge.lastColumn);
  }
  if (sheet.autoFilter) {
    const { firstRow, firstColumn, lastRow, lastColumn } = sheet.autoFilter;
    worksheet.autoFilter = {
      from: { row: firstRow, column: firstColumn },
      to: { row: lastRow, column: lastColumn },
    };
  }
  for (const row of pages?.breaks ?? []) worksheet.getRow(row).addPageBreak();
  if (sheet.protect) protect(worksheet, sheet.growing === true);
  return worksheet;
}

function outline({ rows }: PlanSheet): Partial<WorksheetProperties> {
  const deepest = rows.reduce((most, row) => Math.max(most, row.outline ?? 0), 0);
  if (deepest === 0) return {};
  return {
    outlineLevelRow: deepest,
    outlineProperties: { summaryBelow: false, summaryRight: false },
  };
}

function writeCell(
  worksheet: Worksheet,
  row: number,
  cell: PlanCell,
  sheet: PlanSheet,
  { layout, calculated, sheetIndex }: SheetContext,
): void {
  const target = worksheet.getCell(row, cell.column);
  target.style = cellStyle(cell);
  if (cell.formula) {
    const formula = formulaText(cell.formula, layout, sheet.name);
    const result = cached(calculated.at(sheetIndex, row, cell.column));
    target.value = { formula, result, date1904: false } as never;
    return;
  }
  const value = cellValue(cell);
  if (value === undefined) return;
  // as a shared string, never as a formula, whatever it begins with
  if (typeof value !== 'string') target.value = value;
  else if (cell.detail === undefined) target.value = cellText(value);
  else target.value = detailedText(cellText(value), cellText(cell.detail), cellStyle(cell));
}

function cached(result: CellResult): number | string | boolean | { error: string } {
  if (result === undefined) return 0;
  if (isError(result)) return { error: result.error };
  return typeof result === 'string' ? cellText(result) : result;
}

function view(sheet: PlanSheet): Partial<WorksheetView> {
  const grid = { showGridLines: false, zoomScale: 100 };
  const first = firstCell(sheet);
  if (!sheet.freeze || (sheet.freeze.rows === 0 && sheet.freeze.columns === 0)) {
    return { state: 'normal', activeCell: first, ...grid } as Partial<WorksheetView>;
  }
  return {
    state: 'frozen',
    xSplit: sheet.freeze.columns,
    ySplit: sheet.freeze.rows,
    activeCell: first,
    ...grid,
  } as Partial<WorksheetView>;
}

/** Where the cursor stands on opening: the first entry cell of a table, else the first cell that can be seen. */
function firstCell(sheet: PlanSheet): string {
  // a page without frozen headings is read from its top, even where it asks something further down
  for (const [index, row] of sheet.freeze ? sheet.rows.entries() : []) {
    const entry = row.cells.find((cell) => cell.entry && !cell.blocked);
    if (entry && !row.hidden) return cellAddress(index + 1, entry.column);
  }
  const row = sheet.rows.findIndex((plan) => !plan.hidden);
  const column = sheet.columns.findIndex((plan) => !plan.hidden);
  return cellAddress(Math.max(row, 0) + 1, Math.max(column, 0) + 1);
}

/** Against slips, not against people: no password, hence no salt; widths and heights may be changed. */
function protect(worksheet: Worksheet, growing: boolean): void {
  void worksheet.protect('', {
    spinCount: 1000,
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatColumns: true,
    formatRows: true,
    autoFilter: true,
    sort: true,
    ...(growing && { insertRows: true }),
  });
}
