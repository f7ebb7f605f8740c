import { isWithin } from '../../../shared/form-view/is-within.ts';
import type { SheetData } from '../../../shared/parse/workbook.ts';
import { tabData } from '../sheet/read-tab.ts';
import { dateIn } from '../sheet/today.ts';
import { handedIn } from './handed-in.ts';
import { keptValue } from './kept-value.ts';
import { spilledCells } from './spilled.ts';

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** A tab as it is read before something is written into it. */
export interface TabToSave {
  readonly data: SheetData;
  /** Formulas by row and column from 0, of the range that holds anything. */
  readonly formulas: readonly (readonly string[])[];
  /** A formula, or what another cell's formula fills. */
  isFormula(cell: Place): boolean;
  /** Handed in with the report and locked. */
  isHandedIn(cell: Place): boolean;
  /** What leaves a cell as it is when it is written; undefined where nothing does. */
  kept(cell: Place): ReturnType<typeof keptValue>;
}

/**
 * Reads a tab before it is written: values and formulas, two reads, and where its cells are merged. `keepsText` tells which
 * texts stay what they are when they are written again.
 */
export function tabToSave(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  keepsText: (text: string) => boolean,
): TabToSave {
  const zone = spreadsheet.getSpreadsheetTimeZone();
  const range = sheet.getDataRange();
  const merges = range.getMergedRanges();
  const formulas = range.getFormulas();
  // last, so that what is compared and written is as fresh as may be
  const values = range.getValues();
  const locked = handedIn(sheet);
  const isSpilled = spilledCells(values, formulas);
  const isFormula = ({ row, column }: Place): boolean =>
    (formulas[row - 1]?.[column - 1] ?? '') !== '' || isSpilled(row - 1, column - 1);
  const isDay = (date: Date): boolean =>
    dateIn(spreadsheet, Utilities.formatDate(date, zone, 'yyyy-MM-dd')).getTime() === date.getTime();
  return {
    // formulas go apart: one whose result is an empty text is no cell of a tab
    data: tabData(sheet, zone, { values, merges }),
    formulas,
    isFormula,
    isHandedIn: (cell) => isWithin(cell, locked),
    kept(cell) {
      const value: unknown = values[cell.row - 1]?.[cell.column - 1] ?? '';
      const isLost = typeof value === 'string' && value !== '' && !keepsText(value);
      return isLost || isFormula(cell) ? undefined : keptValue(value, isDay);
    },
  };
}
