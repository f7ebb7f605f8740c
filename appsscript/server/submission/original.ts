import { spreadsheetPath } from '../../../shared/issue/spreadsheet.ts';
import { readState } from '../../../shared/live-state/read-state.ts';
import type { WorkbookMeta } from '../../../shared/parse/workbook-meta.ts';

/**
 * Address of the spreadsheet that counts, where this one is a copy of it («Файл → Создать копию»); undefined where this one
 * counts, or where nobody can tell. What the last night said goes before what was handed out: a copy that took the place of
 * its original is read by the night and told so.
 */
export function originalOf(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  meta: Pick<WorkbookMeta, 'spreadsheet'>,
  state: readonly (readonly unknown[])[],
): string | undefined {
  const id = readState(state, 'book').get('')?.id ?? meta.spreadsheet;
  return id === undefined || id === spreadsheet.getId() ? undefined : spreadsheetPath(id);
}
