import { isWithin } from '../../../shared/form-view/is-within.ts';
import type { CellScalar } from '../../../shared/parse/workbook.ts';
import { type RegisterTable, registerTable } from '../../../shared/record/register-table.ts';
import { handedIn } from '../form/handed-in.ts';
import type { Target, TargetCell } from '../form/target-cells.ts';
import { readTab } from '../sheet/read-tab.ts';
import { tabById } from '../sheet/tab-by-id.ts';

/** A register's tab about to be written. */
export interface RowTarget {
  readonly sheet: GoogleAppsScript.Spreadsheet.Sheet;
  readonly table: RegisterTable;
  /** Last row of the tab with a value or a formula in it. */
  readonly last: number;
  isFormula(row: number, column: number): boolean;
  /** Columns that hold a formula in a row. */
  formulasOf(row: number): number[];
  /** The cells of one row as those that may be written. */
  cellsOf(row: number, cells: ReadonlyMap<string, CellScalar>): Target;
}

/** Reads the tab of a register before it is written: values and formulas, two reads. */
export function readForRow(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  tab: number,
  record: string,
): RowTarget | undefined {
  const sheet = tabById(spreadsheet, tab);
  if (!sheet) return undefined;
  const table = registerTable(readTab(sheet, spreadsheet.getSpreadsheetTimeZone()), record);
  if (!table) return undefined;
  // of their own: a formula whose result is an empty text is no cell of the tab's data
  const formulas = sheet.getDataRange().getFormulas();
  const isFormula = (row: number, column: number): boolean => (formulas[row - 1]?.[column - 1] ?? '') !== '';
  const locked = handedIn(sheet);
  return {
    sheet,
    table,
    last: formulas.length,
    isFormula,
    formulasOf: (row) => (formulas[row - 1] ?? []).flatMap((text, i) => (text === '' ? [] : [i + 1])),
    cellsOf(row, cells) {
      const byColumn = new Map<number, TargetCell>();
      for (const [key, column] of table.columns)
        byColumn.set(column, { row, column, scalar: cells.get(key) ?? { type: 'empty' } });
      return {
        sheet,
        spreadsheet,
        find: (_, key) => {
          const cell = byColumn.get(table.columns.get(key) ?? 0);
          return cell === undefined ? [] : table.double.has(key) ? [cell, cell] : [cell];
        },
        at: (of, column) => (of === row ? byColumn.get(column) : undefined),
        isFormula: (cell) => isFormula(cell.row, cell.column),
        isHandedIn: (cell) => isWithin(cell, locked),
      };
    },
  };
}
