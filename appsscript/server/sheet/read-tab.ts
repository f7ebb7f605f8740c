import type { SheetCell, SheetData } from '../../../shared/parse/workbook.ts';
import { cellsOf } from './cell-range.ts';
import { cellScalar } from './scalar.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What is read beside the values; each costs one more trip. */
export interface TabParts {
  /** Which numbers are shown as percents. */
  readonly formats?: boolean;
  /** Which cells are formulas. */
  readonly formulas?: boolean;
  readonly merges?: boolean;
}

/**
 * Reads a tab as the readers of files do: cells in reading order, empty ones left out. `wanted` may decide by the
 * values what else is worth a trip.
 */
export function readTab(
  sheet: Sheet,
  timeZone: string,
  wanted: TabParts | ((values: readonly (readonly unknown[])[]) => TabParts) = {},
): SheetData {
  const range = sheet.getDataRange();
  const values = range.getValues();
  const parts = typeof wanted === 'function' ? wanted(values) : wanted;
  return tabData(sheet, timeZone, {
    values,
    ...(parts.formats && { formats: range.getNumberFormats() }),
    ...(parts.formulas && { formulas: range.getFormulas() }),
    ...(parts.merges && { merges: range.getMergedRanges() }),
  });
}

/** What was read of the range of a tab that holds anything. */
export interface TabContents {
  readonly values: readonly (readonly unknown[])[];
  readonly formats?: readonly (readonly string[])[];
  readonly formulas?: readonly (readonly string[])[];
  readonly merges?: readonly GoogleAppsScript.Spreadsheet.Range[];
}

/** Makes cells of what was read; reads nothing more. */
export function tabData(
  sheet: Sheet,
  timeZone: string,
  { values, formats, formulas, merges = [] }: TabContents,
): SheetData {
  const dayOf = (date: Date): string => Utilities.formatDate(date, timeZone, 'yyyy-MM-dd');
  const cells: SheetCell[] = [];
  values.forEach((line, r) => {
    line.forEach((value: unknown, c) => {
      const scalar = cellScalar(value, formats?.[r]?.[c] ?? '', dayOf);
      if (scalar.type === 'empty') return;
      const isFormula = (formulas?.[r]?.[c] ?? '') !== '';
      cells.push({ row: r + 1, column: c + 1, scalar, ...(isFormula && { formula: true }) });
    });
  });
  return {
    name: sheet.getName(),
    hidden: sheet.isSheetHidden(),
    gid: sheet.getSheetId(),
    cells,
    merges: merges.map(cellsOf),
  };
}
