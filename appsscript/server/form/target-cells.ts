import { isWithin } from '../../../shared/form-view/is-within.ts';
import { isGrey } from '../../../shared/parse/blocked-cells.ts';
import { type KeyedCell, keyedCells } from '../../../shared/parse/keyed-cells.ts';
import type { CellScalar, SheetData } from '../../../shared/parse/workbook.ts';
import { keyOfLine, recordCells } from '../../../shared/record/record-cells.ts';
import type { KeyKind } from '../../calls/form.ts';
import { readTab } from '../sheet/read-tab.ts';
import { isPlainText } from '../sheet/sheet-value.ts';
import { tabById } from '../sheet/tab-by-id.ts';
import { handedIn } from './handed-in.ts';

/** An entry cell as it stands at this moment. */
export interface TargetCell {
  readonly row: number;
  readonly column: number;
  readonly scalar: CellScalar;
}

/** A tab about to be written: its entry cells by their keys, wherever they were moved. */
export interface Target {
  readonly sheet: GoogleAppsScript.Spreadsheet.Sheet;
  readonly spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet;
  /** More than one where somebody copied a row. */
  find(rowKey: string, columnKey: string): readonly TargetCell[];
  /** The entry cell at a place; undefined for everybody else's cells. */
  at(row: number, column: number): TargetCell | undefined;
  isFormula(cell: Pick<TargetCell, 'row' | 'column'>): boolean;
  /** Handed in with the report and locked. */
  isHandedIn(cell: Pick<TargetCell, 'row' | 'column'>): boolean;
}

/** Reads a tab before it is written: values and formulas, two reads. Undefined where the tab is gone. */
export function readForSaving(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  tab: number,
  kind: KeyKind,
): Target | undefined {
  const sheet = tabById(spreadsheet, tab);
  if (!sheet) return undefined;
  const data = readTab(sheet, spreadsheet.getSpreadsheetTimeZone());
  // of their own: a formula whose result is an empty text is no cell of `data`
  const formulas = sheet.getDataRange().getFormulas();
  const byKey = new Map<string, TargetCell[]>();
  const byPlace = new Map<string, TargetCell>();
  for (const [key, cell] of cellsOf(kind, data)) {
    const known = byKey.get(key);
    if (known) known.push(cell);
    else byKey.set(key, [cell]);
    if (!('rows' in cell && isGrey(cell))) byPlace.set(`${cell.row} ${cell.column}`, cell);
  }
  const locked = handedIn(sheet);
  return {
    sheet,
    spreadsheet,
    find: (rowKey, columnKey) => byKey.get(keyOf(rowKey, columnKey)) ?? [],
    at: (row, column) => byPlace.get(`${row} ${column}`),
    isFormula: ({ row, column }) => (formulas[row - 1]?.[column - 1] ?? '') !== '',
    isHandedIn: (cell) => isWithin(cell, locked),
  };
}

const keyOf = (row: string, column: string): string => `${row}\n${column}`;

const cellsOf = (kind: KeyKind, data: SheetData): [string, TargetCell | KeyedCell][] =>
  kind === 'keys'
    ? keyedCells(data).cells.map((cell) => [keyOf(cell.rowKey, cell.columnKey), cell])
    : recordCells(data).lines.flatMap((line) =>
        line.key === ''
          ? []
          : line.cells.map((cell): [string, TargetCell] => [keyOf(keyOfLine(line), cell.field), cell]),
      );

/** Whether an entry cell may be written again as it is: Sheets would read none of these as something else. */
export const isRewritable = ({ scalar }: TargetCell): boolean =>
  scalar.type === 'text' ? isPlainText(scalar.value) : scalar.type !== 'error';
