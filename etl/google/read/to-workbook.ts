import type { CellScalar, SheetCell, SheetData, WorkbookData } from '../../../shared/parse/workbook.ts';
import { serialDay } from '../../../shared/period/serial-day.ts';
import { hideCovered } from '../../xlsx/reading/hide-covered.ts';
import { type WorkbookLimits, workbookLimits } from '../../xlsx/reading/limits.ts';
import { Unreadable } from '../../xlsx/reading/unreadable.ts';
import { loading } from './grid-kinds.ts';
import type { SpreadsheetTab } from './tabs.ts';

/** Values of a tab as `values.batchGet` gives them unformatted: rows from A1 on, trailing empty cells cut. */
export type TabValues = readonly (readonly unknown[])[];

/**
 * A spreadsheet as the reader of .xlsx would give it. `values` stand in the order of the tabs. Throws Unreadable where
 * there are more cells than a workbook may have (contracts §8).
 */
export function toWorkbook(
  tabs: readonly SpreadsheetTab[],
  values: readonly TabValues[],
  modified: string | undefined,
  limits: Pick<WorkbookLimits, 'cells' | 'cellText'> = workbookLimits,
): WorkbookData {
  let left = limits.cells;
  const sheets = tabs.map((tab, i): SheetData => {
    const rows = values[i] ?? [];
    left -= tab.merges.length;
    for (const row of rows) left -= row.length;
    if (left < 0) throw new Unreadable('file.too_large', { limit: 'cells', most: limits.cells });
    const cells = cellsOf(rows, tab, limits.cellText);
    const { name, hidden, gid, merges } = tab;
    return { name, hidden, gid, cells: hideCovered(cells, merges), merges };
  });
  return modified === undefined ? { sheets } : { sheets, modified };
}

function cellsOf(rows: TabValues, { kinds }: SpreadsheetTab, maxLength: number): SheetCell[] {
  const cells: SheetCell[] = [];
  rows.forEach((values, r) => {
    values.forEach((value, c) => {
      const [row, column] = [r + 1, c + 1];
      if (typeof value === 'number') {
        const cell = { row, column, scalar: numberScalar(value, kinds.meaning(row, column)) };
        cells.push(kinds.isFormula(row, column) ? { ...cell, formula: true } : cell);
      } else {
        const scalar = scalarOf(value, kinds.error(row, column), maxLength);
        if (scalar) cells.push({ row, column, scalar });
      }
    });
  });
  return cells;
}

function numberScalar(value: number, meaning: ReturnType<SpreadsheetTab['kinds']['meaning']>): CellScalar {
  if (meaning === 'percent') return { type: 'number', value, percent: true };
  const day = meaning === 'date' ? serialDay(value) : undefined;
  return day === undefined ? { type: 'number', value } : { type: 'date', day };
}

function scalarOf(value: unknown, error: string | undefined, maxLength: number): CellScalar | undefined {
  if (typeof value === 'boolean') return { type: 'boolean', value };
  if (typeof value !== 'string' || value === '') return undefined;
  if (error !== undefined) return error === loading ? { type: 'uncached' } : { type: 'error', value: error };
  return { type: 'text', value: value.slice(0, maxLength) };
}
