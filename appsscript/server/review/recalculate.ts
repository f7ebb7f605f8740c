import { recalculated } from '../../../shared/texts/addon-function.ts';
import { FigureCache } from './figure-cache.ts';
import { stamped } from './stamp.ts';

/**
 * Makes Sheets ask for all figures again: forgets what was kept and raises the count in each of our formulas. No other
 * cell is written.
 */
export function recalculate(): void {
  FigureCache.forget();
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  let done = 0;
  let refused = 0;
  for (const sheet of spreadsheet.getSheets()) {
    if (sheet.isSheetHidden()) continue;
    for (const [row, line] of sheet.getDataRange().getFormulas().entries()) {
      for (const [column, formula] of line.entries()) {
        const next = stamped(formula);
        if (next === undefined) continue;
        try {
          sheet.getRange(row + 1, column + 1).setFormula(next);
          done++;
        } catch {
          // the cell is protected from this person
          refused++;
        }
      }
    }
  }
  spreadsheet.toast(recalculated(done, refused));
}
