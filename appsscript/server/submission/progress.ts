import type { Definitions } from '../../../shared/definitions/read-definitions.ts';
import { columnLetters } from '../../../shared/plan/address.ts';
import type { FormProgress } from '../../calls/submission.ts';
import { calculatedCounts } from '../sheet/calculated-counts.ts';
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
  const counts = calculatedCounts(spreadsheet);
  return tabs.flatMap((tab) => {
    const form = definitions.form.get(formOfTab(tab, definitions) ?? '');
    const first = tab.cells[0];
    if (!form || !first) return [];
    return [
      {
        title: form.title,
        filled: tab.cells.filter(({ scalar }) => scalar.type !== 'empty').length,
        cells: tab.cells.length,
        remarks: counts.get(`remarks ${form.code}`) ?? 0,
        place: { tab: tab.sheet.getSheetId(), cell: `${columnLetters(first.column)}${first.row}` },
      },
    ];
  });
}
