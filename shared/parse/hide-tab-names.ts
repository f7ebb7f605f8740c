import type { Issue } from '../issue/issue.ts';
import { sourceTexts } from '../texts/sources.ts';
import { detectPersonalData } from './personal-data.ts';
import { type DocumentName, placeIn } from './place-in.ts';
import type { WorkbookData } from './workbook.ts';

/**
 * The workbook with other names for tabs that are named after a person, so that no place of a value shows them; one
 * warning per tab. Everything that reads a workbook reads this one.
 */
export function hideTabNames(
  workbook: WorkbookData,
  document: DocumentName,
): { readonly workbook: WorkbookData; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const sheets = workbook.sheets.map((sheet, i) => {
    const kind = detectPersonalData(sheet.name.replace(/_/g, ' '));
    if (kind === undefined) return sheet;
    const hidden = { ...sheet, name: sourceTexts.hiddenTab(i + 1) };
    issues.push({
      code: 'cell.personal_data',
      severity: 'warning',
      place: placeIn(document, hidden),
      params: { kind, where: 'tab' },
    });
    return hidden;
  });
  return issues.length === 0 ? { workbook, issues } : { workbook: { ...workbook, sheets }, issues };
}
