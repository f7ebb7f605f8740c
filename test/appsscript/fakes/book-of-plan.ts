import { serialDay } from '../../../shared/period/serial-day.ts';
import { calculate } from '../../../shared/plan/calculate.ts';
import { isError } from '../../../shared/plan/calculated.ts';
import { formulaText } from '../../../shared/plan/formula-text.ts';
import { layout } from '../../../shared/plan/layout.ts';
import type { NumberFormat, Plan } from '../../../shared/plan/plan.ts';
import { addressOf, Book, emptyTab } from './book.ts';

const formats: Readonly<Record<NumberFormat, string>> = {
  general: '0.###############',
  integer: '#,##0',
  decimal1: '#,##0.0',
  decimal2: '#,##0.00',
  decimal3: '#,##0.000',
  percent1: '0.0"%"',
  date: 'dd.mm.yyyy',
  text: '@',
  blank: ';;;',
};

/** A spreadsheet as it stands once a plan was rendered into it, formulas worked out. */
export function bookOfPlan(plan: Plan): Book {
  const places = layout(plan);
  const results = calculate(plan, places);
  const tabs = plan.sheets.map((sheet, index) => {
    const tab = emptyTab(1000 + index, sheet.name, sheet.hidden);
    for (const [at, row] of sheet.rows.entries()) {
      for (const cell of row.cells) {
        const result = results.at(index, at + 1, cell.column);
        const isDay = cell.format === 'date' && typeof result === 'number';
        const value = result !== undefined && isError(result) ? result.error : result;
        tab.cells.set(addressOf(at + 1, cell.column), {
          ...(value !== undefined && {
            value: isDay ? new Date(`${serialDay(value as number)}T00:00:00+03:00`) : value,
          }),
          ...(cell.formula && { formula: `=${formulaText(cell.formula, places, sheet.name)}` }),
          ...(cell.format && { format: formats[cell.format] }),
          ...(cell.entry && !cell.blocked && { rule: cell.entry }),
          ...(cell.note !== undefined && { note: cell.note }),
        });
      }
    }
    // as the renderer of Google leaves it
    if (sheet.key !== undefined) tab.metadata.set('msoko.entry', `${sheet.key}/0`);
    for (const { firstRow, firstColumn, lastRow, lastColumn } of sheet.merges ?? []) {
      tab.merges.push(`${addressOf(firstRow, firstColumn)}:${addressOf(lastRow, lastColumn)}`);
    }
    if (sheet.protect) {
      tab.protections.push({ description: '', unprotected: [], editors: [], warningOnly: false });
    }
    return tab;
  });
  return new Book(plan.title, tabs);
}
