import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { protectionRequests } from '../../../etl/google/render/protection.ts';
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
import { addressOf, Book, emptyTab, type Protection } from './book.ts';

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

const office = 'program@district.test';

/** A protected range of the Sheets API as a Book holds it. */
export function protectionOf({ addProtectedRange }: sheets_v4.Schema$Request): Protection[] {
  const asked = addProtectedRange?.protectedRange;
  if (!asked) return [];
  const { description, range, unprotectedRanges, editors, warningOnly } = asked;
  const own = range && areaAddress(range);
  return [
    {
      description: description ?? '',
      ...(own !== undefined && { range: own }),
      unprotected: (unprotectedRanges ?? []).flatMap((open) => areaAddress(open) ?? []),
      editors: [...(editors?.users ?? [])],
      warningOnly: warningOnly === true,
    },
  ];
}

/** Undefined for a whole tab; a side without a bound ends where the grid of a Book does. */
function areaAddress(range: sheets_v4.Schema$GridRange): string | undefined {
  const { startRowIndex, endRowIndex, startColumnIndex, endColumnIndex } = range;
  const bounds = [startRowIndex, endRowIndex, startColumnIndex, endColumnIndex];
  if (bounds.every((bound) => bound === undefined || bound === null)) return undefined;
  const from = addressOf((startRowIndex ?? 0) + 1, (startColumnIndex ?? 0) + 1);
  const to = addressOf(endRowIndex ?? 1000, endColumnIndex ?? 26);
  return from === to ? from : `${from}:${to}`;
}

/** Tabs that the night writes; the others are those that people fill in. */
const written: ReadonlySet<string> = new Set([stateKey, remarksTab]);

/**
 * A spreadsheet as it stands once a plan was rendered into it, formulas worked out. `set`: whose tabs the night has
 * written there.
 */
export function bookOfPlan(
  plan: Plan,
  set: Extract<TabSet, 'returns' | 'summary'> = 'returns',
  id = 'book-1',
): Book {
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
    // as the renderer of Google leaves it: cut to its content, marked
    tab.rows = Math.max(1, sheet.rows.length);
    tab.columns = Math.max(
      1,
      sheet.columns.length,
      ...sheet.rows.flatMap(({ cells }) => cells.map(({ column }) => column)),
    );
    if (isOwn) tab.metadata.set(tabMarks.own, `${set}/${key}/0`);
    else tab.metadata.set(tabMarks.entry, `${key}/0`);
    for (const { firstRow, firstColumn, lastRow, lastColumn } of sheet.merges ?? []) {
      tab.merges.push(`${addressOf(firstRow, firstColumn)}:${addressOf(lastRow, lastColumn)}`);
    }
    // nobody but the office may change what the renderer locks
    tab.protections.push(...protectionRequests(sheet, tab.id, [office]).flatMap(protectionOf));
    return tab;
  });
  return new Book(plan.title, tabs, id);
}
