import { stateKey } from '../../../shared/live-state/state-key.ts';
import { tabId } from '../../../shared/live-state/tab-id.ts';
import { type TabSet, tabMarks } from '../../../shared/live-state/tab-mark.ts';
import { serialDay } from '../../../shared/period/serial-day.ts';
import { calculate } from '../../../shared/plan/calculate.ts';
import { isError } from '../../../shared/plan/calculated.ts';
import { formulaText } from '../../../shared/plan/formula-text.ts';
import { layout } from '../../../shared/plan/layout.ts';
import type { NumberFormat, Plan } from '../../../shared/plan/plan.ts';
import { remarksTab } from '../../../shared/texts/submit-words.ts';
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

/** Tabs that the night writes; the others are those that people fill in. */
const written: ReadonlySet<string> = new Set([stateKey, remarksTab]);

/**
 * A spreadsheet as it stands once a plan was rendered into it, formulas worked out. `set`: whose tabs the night has
 * written there.
 */
export function bookOfPlan(plan: Plan, set: Extract<TabSet, 'returns' | 'summary'> = 'returns'): Book {
  const places = layout(plan);
  const results = calculate(plan, places);
  const tabs = plan.sheets.map((sheet, index) => {
    const key = sheet.key ?? sheet.name;
    const isOwn = written.has(key);
    const tab = emptyTab(isOwn ? tabId(set, key) : 1000 + index, sheet.name, sheet.hidden);
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
    if (isOwn) tab.metadata.set(tabMarks.own, `${set}/${key}/0`);
    else tab.metadata.set(tabMarks.entry, `${key}/0`);
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
