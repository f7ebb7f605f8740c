import type { Definitions } from '../../../shared/definitions/read-definitions.ts';
import { columnLetters } from '../../../shared/plan/address.ts';
import type { FormProgress } from '../../calls/submission.ts';
import { type EntryTab, formOfTab } from './entry-tabs.ts';

/**
 * How far each form is: cells filled in, and lines with a remark, which the workbook counts itself (`remarks <form>` in
 * the hidden `_calc`; where that is gone nothing is known of them, and none are shown).
 */
export function formProgress(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  tabs: readonly EntryTab[],
  definitions: Definitions,
): FormProgress[] {
  const remarks = remarksByForm(spreadsheet);
  return tabs.flatMap((tab) => {
    const form = definitions.form.get(formOfTab(tab, definitions) ?? '');
    const first = tab.cells[0];
    if (!form || !first) return [];
    return [
      {
        title: form.title,
        filled: tab.cells.filter(({ scalar }) => scalar.type !== 'empty').length,
        cells: tab.cells.length,
        remarks: remarks.get(form.code) ?? 0,
        place: { tab: tab.sheet.getSheetId(), cell: `${columnLetters(first.column)}${first.row}` },
      },
    ];
  });
}

function remarksByForm(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): Map<string, number> {
  const sheet = spreadsheet.getSheetByName('_calc');
  const found = new Map<string, number>();
  if (!sheet) return found;
  const lines: unknown[][] = sheet.getRange(1, 1, Math.max(sheet.getLastRow(), 1), 2).getValues();
  for (const [label, count] of lines) {
    const form = /^remarks (.+)$/.exec(String(label))?.[1];
    if (form !== undefined && typeof count === 'number') found.set(form, count);
  }
  return found;
}
