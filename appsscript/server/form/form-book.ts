import type { FormBook } from '../../calls/form.ts';
import { calculatedCounts } from '../sheet/calculated-counts.ts';
import { definitionRows } from '../sheet/definition-rows.ts';
import { markedTabs } from '../sheet/tab-marks.ts';
import { indicatorsOfChecks } from './indicators-of-checks.ts';

/** Kinds of definitions that forms and their checks are made of; the rest would only weigh on the way to the page. */
const kinds: ReadonlySet<string> = new Set([
  'form',
  'element',
  'check',
  'dimension',
  'record',
  'organisations',
  'blocked',
  'unit',
  'earlier',
]);

/** Labels of counts in the hidden tab of intermediate results: of filled cells, and of all where a district fills them. */
const countLabel = /^(filled|cells) (\S+)$/;

/** What the forms' page opens with: two reads of ranges, whatever the workbook's size. */
export function formBook(): FormBook {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const id = spreadsheet.getId();
  const rows = definitionRows(spreadsheet);
  if (!rows) return { id, tabs: {}, filled: {}, cells: {} };
  return {
    id,
    definitions: [...rows.filter(([kind = '']) => kinds.has(kind)), ...indicatorsOfChecks(rows)],
    tabs: markedTabs(spreadsheet),
    ...countedCells(spreadsheet),
  };
}

function countedCells(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
): Record<'filled' | 'cells', Record<string, number>> {
  const counts = { filled: {} as Record<string, number>, cells: {} as Record<string, number> };
  for (const [label, count] of calculatedCounts(spreadsheet)) {
    const [, what, form = ''] = countLabel.exec(label) ?? [];
    if (what === 'filled' || what === 'cells') counts[what][form] = count;
  }
  return counts;
}
