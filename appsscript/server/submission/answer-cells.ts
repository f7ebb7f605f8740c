import { readMeta, type WorkbookMeta } from '../../../shared/parse/workbook-meta.ts';
import { hiddenTab } from '../sheet/hidden-tab.ts';
import { readTab } from '../sheet/read-tab.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** The cells of the title page that say «Сдаю», when, and who by post. */
export interface AnswerCells {
  readonly status: Range;
  readonly day: Range;
  readonly post: Range;
}

export interface Submission {
  readonly meta: WorkbookMeta;
  /** Undefined where the title page is gone. */
  readonly cells?: AnswerCells;
}

/** The first cell of another tab that a formula refers to. */
const reference = /(?:'((?:[^']|'')+)'|([^\s'"(),;:=&<>+*/!-]+))!\$?([A-Z]{1,3})\$?(\d{1,7})/;

/**
 * `_meta` and, through the references in its formulas, the cells of the answers: they follow wherever people move or
 * rename them. Undefined in a spreadsheet that is no workbook of the system.
 */
export function readSubmission(spreadsheet: Spreadsheet): Submission | undefined {
  const sheet = hiddenTab(spreadsheet, '_meta');
  if (!sheet) return undefined;
  const tab = readTab(sheet, spreadsheet.getSpreadsheetTimeZone());
  const meta = readMeta({ sheets: [tab] });
  if (!meta) return undefined;
  const lines = sheet.getDataRange().getFormulas();
  const rows = new Map(
    tab.cells.flatMap(({ row, column, scalar }) =>
      column === 1 && scalar.type === 'text' ? [[scalar.value, row]] : [],
    ),
  );
  const cell = (key: string): Range | undefined => {
    const match = reference.exec(lines[(rows.get(key) ?? 0) - 1]?.[1] ?? '');
    if (!match) return undefined;
    const name = match[1]?.replace(/''/g, "'") ?? match[2] ?? '';
    return spreadsheet.getSheetByName(name)?.getRange(`${match[3]}${match[4]}`);
  };
  const [status, day, post] = [cell('status'), cell('submitted_on'), cell('submitted_by_post')];
  return { meta, ...(status && day && post && { cells: { status, day, post } }) };
}
