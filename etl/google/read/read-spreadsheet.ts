import type { WorkbookData } from '../../../shared/parse/workbook.ts';
import { type WorkbookLimits, workbookLimits } from '../../xlsx/reading/limits.ts';
import { type FileIssue, Unreadable } from '../../xlsx/reading/unreadable.ts';
import type { Google } from '../client/google.ts';
import { GoogleError } from '../client/google-error.ts';
import { limited } from './limited.ts';
import { readValues } from './read-values.ts';
import { readableTabs, tabFields } from './tabs.ts';
import { toWorkbook } from './to-workbook.ts';

export type SpreadsheetReading =
  | { readonly ok: true; readonly title: string; readonly workbook: WorkbookData }
  /** It was read and cannot be used: one of the issues `file.*`. */
  | { readonly ok: false; readonly title: string; readonly issue: FileIssue };

/**
 * Reads a spreadsheet within the limits of contracts §8: one request for its tabs, one for their values. `modified`:
 * Drive's time of the last change. Throws GoogleError.
 */
export async function readSpreadsheet(
  google: Google,
  id: string,
  modified?: string,
  limits: WorkbookLimits = workbookLimits,
): Promise<SpreadsheetReading> {
  try {
    return await readOnce(google, id, modified, limits);
  } catch (error) {
    // somebody renamed or deleted a tab between the two requests
    if (!(error instanceof GoogleError && error.code === 'bad_request')) throw error;
    return readOnce(google, id, modified, limits);
  }
}

async function readOnce(
  google: Google,
  id: string,
  modified: string | undefined,
  limits: WorkbookLimits,
): Promise<SpreadsheetReading> {
  let title = '';
  try {
    const spreadsheet = await google.call('sheets_read', () =>
      limited(limits.fileBytes, (options) =>
        google.sheets.spreadsheets.get({ spreadsheetId: id, fields: tabFields, prettyPrint: false }, options),
      ),
    );
    title = spreadsheet.properties?.title ?? '';
    const tabs = readableTabs(spreadsheet, limits.sheets);
    const values = await readValues(google, id, tabs, limits);
    return { ok: true, title, workbook: toWorkbook(tabs, values, modified, limits) };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, title, issue: error.issue };
    throw error;
  }
}
