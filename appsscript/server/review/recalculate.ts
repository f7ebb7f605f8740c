import { recalculated } from '../../../shared/texts/addon-function.ts';
import { FigureCache } from './figure-cache.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Our function in a formula; not the end of another name. */
const ours = /(^|[^A-Za-zА-Яа-яЁё0-9_.])(МСОКО|MSOKO)(?=\s*\()/gi;

/** The same formula under the function's other name: at no moment does a cell hold anything that does not work. */
const underOtherName = (formula: string): string =>
  formula.replace(
    ours,
    (_, before: string, name: string) => `${before}${/^m/i.test(name) ? 'МСОКО' : 'MSOKO'}`,
  );

/**
 * Makes Sheets ask for all figures again. It keeps what a custom function answered for as long as its arguments stay
 * the same, so each formula is written under the function's other name and then as it was.
 */
export function recalculate(): void {
  FigureCache.forget();
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const found = spreadsheet.getSheets().flatMap((sheet) => (sheet.isSheetHidden() ? [] : formulasOf(sheet)));
  let refused = 0;
  const write = (to: (formula: string) => string): void => {
    for (const { sheet, row, column, formula } of found) {
      try {
        sheet.getRange(row, column).setFormula(to(formula));
      } catch {
        // the cell is protected from this person
        refused++;
      }
    }
    SpreadsheetApp.flush();
  };
  if (found.length > 0) {
    write(underOtherName);
    refused = 0;
    write((formula) => formula);
  }
  spreadsheet.toast(recalculated(found.length - refused, refused));
}

function formulasOf(sheet: Sheet) {
  return sheet
    .getDataRange()
    .getFormulas()
    .flatMap((line, r) =>
      line.flatMap((formula, c) =>
        formula.search(ours) < 0 ? [] : [{ sheet, row: r + 1, column: c + 1, formula }],
      ),
    );
}
