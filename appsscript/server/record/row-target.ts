import type { CellScalar } from '../../../shared/parse/workbook.ts';
import { type RegisterTable, registerTable } from '../../../shared/record/register-table.ts';
import { tabToSave } from '../form/tab-to-save.ts';
import type { Target, TargetCell } from '../form/target-cells.ts';
import { isPlainText } from '../sheet/sheet-value.ts';
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
  const { data, formulas, isFormula, isHandedIn, kept } = tabToSave(spreadsheet, sheet, isPlainText);
  const table = registerTable(data, record);
  if (!table) return undefined;
  return {
    sheet,
    table,
    last: formulas.length,
    isFormula: (row, column) => isFormula({ row, column }),
    formulasOf: (row) => (formulas[row - 1] ?? []).flatMap((text, i) => (text === '' ? [] : [i + 1])),
    cellsOf(row, cells) {
      const byKey = new Map(
        [...table.columns].map(([key, column]): [string, TargetCell] => [
          key,
          {
            row,
            column,
            scalar: cells.get(key) ?? { type: 'empty' },
            isMerged: table.isMerged(row, column),
            isGrey: false,
          },
        ]),
      );
      const columns = new Set(table.columns.values());
      return {
        sheet,
        spreadsheet,
        find(_, key) {
          const cell = byKey.get(key);
          return cell === undefined ? [] : table.double.has(key) ? [cell, cell] : [cell];
        },
        isEntry: (cell) => cell.row === row && columns.has(cell.column),
        isFormula,
        isHandedIn,
        kept,
      };
    },
  };
}
