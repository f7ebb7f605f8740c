import type { FormBook } from '../../calls/form.ts';
import { definitionRows } from '../sheet/definition-rows.ts';
import { markedTabs } from '../sheet/tab-marks.ts';

/** Kinds of definitions that forms are made of; the rest would only weigh on the way to the page. */
const kinds: ReadonlySet<string> = new Set([
  'form',
  'element',
  'check',
  'dimension',
  'record',
  'organisations',
]);

/** Label of the count of filled cells in the hidden tab of intermediate results. */
const filledLabel = /^filled (\S+)$/;

/** What the forms' page opens with: two reads of ranges, whatever the workbook's size. */
export function formBook(): FormBook {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const id = spreadsheet.getId();
  const rows = definitionRows(spreadsheet);
  if (!rows) return { id, tabs: {}, filled: {} };
  return {
    id,
    definitions: rows.filter(([kind = '']) => kinds.has(kind)),
    tabs: markedTabs(spreadsheet),
    filled: filledCells(spreadsheet),
  };
}

function filledCells(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): Record<string, number> {
  const filled: Record<string, number> = {};
  const sheet = spreadsheet.getSheetByName('_calc');
  const last = sheet ? sheet.getLastRow() : 0;
  if (!sheet || last === 0) return filled;
  for (const [label, value] of sheet.getRange(1, 1, last, 2).getValues()) {
    const form = filledLabel.exec(String(label))?.[1];
    if (form !== undefined && typeof value === 'number') filled[form] = value;
  }
  return filled;
}
