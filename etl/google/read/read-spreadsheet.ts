import type { WorkbookData } from '../../../shared/parse/workbook.ts';
import { workbookLimits } from '../../xlsx/reading/limits.ts';
import { type FileIssue, Unreadable } from '../../xlsx/reading/unreadable.ts';
import type { Google } from '../client/google.ts';
import { GoogleError } from '../client/google-error.ts';
import { limited } from './limited.ts';
import { readableTabs, type SpreadsheetTab, tabFields } from './tabs.ts';
import { type TabValues, toWorkbook } from './to-workbook.ts';

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
): Promise<SpreadsheetReading> {
  try {
    return await readOnce(google, id, modified);
  } catch (error) {
    // somebody renamed or deleted a tab between the two requests
    if (!(error instanceof GoogleError && error.code === 'bad_request')) throw error;
    return readOnce(google, id, modified);
  }
}

async function readOnce(
  google: Google,
  id: string,
  modified: string | undefined,
): Promise<SpreadsheetReading> {
  let title = '';
  try {
    const spreadsheet = await google.call('sheets_read', () =>
      limited((options) =>
        google.sheets.spreadsheets.get({ spreadsheetId: id, fields: tabFields, prettyPrint: false }, options),
      ),
    );
    title = spreadsheet.properties?.title ?? '';
    const tabs = readableTabs(spreadsheet);
    return { ok: true, title, workbook: toWorkbook(tabs, await valuesOf(google, id, tabs), modified) };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, title, issue: error.issue };
    throw error;
  }
}

/** Characters that all names of tabs in one request may have: servers take addresses of some 16 kB, often less. */
const longestNames = 6000;

async function valuesOf(google: Google, id: string, tabs: readonly SpreadsheetTab[]): Promise<TabValues[]> {
  const values: TabValues[] = [];
  for (const ranges of inRequests(tabs.map(({ name }) => `'${name.replace(/'/g, "''")}'`))) {
    const { valueRanges } = await google.call('sheets_read', () =>
      limited((options) =>
        google.sheets.spreadsheets.values.batchGet(
          {
            spreadsheetId: id,
            ranges,
            majorDimension: 'ROWS',
            valueRenderOption: 'UNFORMATTED_VALUE',
            dateTimeRenderOption: 'SERIAL_NUMBER',
            fields: 'valueRanges(range,values)',
            prettyPrint: false,
          },
          options,
        ),
      ),
    );
    ranges.forEach((_, i) => {
      values.push((valueRanges?.[i]?.values as TabValues | undefined | null) ?? []);
    });
    const cells = values.reduce((sum, rows) => sum + rows.reduce((n, row) => n + row.length, 0), 0);
    if (cells > workbookLimits.cells) {
      throw new Unreadable('file.too_large', { limit: 'cells', most: workbookLimits.cells });
    }
  }
  return values;
}

/** All ranges in one request, unless the names of the tabs are too long for one address. */
function inRequests(ranges: readonly string[]): string[][] {
  const requests: string[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const range of ranges) {
    const own = encodeURIComponent(range).length + '&ranges='.length;
    if (length + own > longestNames) {
      requests.push([]);
      length = 0;
    }
    requests[requests.length - 1]!.push(range);
    length += own;
  }
  return requests;
}
