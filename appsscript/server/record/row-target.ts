import type { CellScalar } from '../../../shared/parse/workbook.ts';
import { type RegisterTable, registerTable } from '../../../shared/record/register-table.ts';
import { standing, type Target, type TargetCell } from '../form/target-cells.ts';
import { isPlainText } from '../sheet/literal.ts';
import { tabData } from '../sheet/read-tab.ts';
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

/** Reads the tab of a register before it is written: values and formulas, two reads, and where its cells are merged. */
export function readForRow(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  tab: number,
  record: string,
): RowTarget | undefined {
  const sheet = tabById(spreadsheet, tab);
  if (!sheet) return undefined;
  const range = sheet.getDataRange();
  const values = range.getValues();
  const merges = range.getMergedRanges();
  const data = tabData(sheet, spreadsheet.getSpreadsheetTimeZone(), { values, merges });
  const table = registerTable(data, record);
  if (!table) return undefined;
  // of their own: a formula whose result is an empty text is no cell of the tab's data
  const formulas = range.getFormulas();
  // a link within a text, which a text alone would lose, is kept
  const cells = standing(sheet, spreadsheet, { values, formulas, keepsText: isPlainText });
  return {
    sheet,
    table,
    last: formulas.length,
    isFormula: (row, column) => cells.isFormula({ row, column }),
    formulasOf: (row) => (formulas[row - 1] ?? []).flatMap((text, i) => (text === '' ? [] : [i + 1])),
    cellsOf(row, known) {
      const byColumn = new Map<number, TargetCell>();
      for (const [key, column] of table.columns)
        byColumn.set(column, {
          row,
          column,
          scalar: known.get(key) ?? { type: 'empty' },
          isMerged: table.isMerged(row, column),
        });
      return {
        ...cells,
        find: (_, key) => {
          const cell = byColumn.get(table.columns.get(key) ?? 0);
          return cell === undefined ? [] : table.double.has(key) ? [cell, cell] : [cell];
        },
        isEntry: (cell) => cell.row === row && byColumn.has(cell.column),
      };
    },
  };
}
