import type { WorkbookData } from '../../../shared/parse/workbook.ts';
import { type WorkbookLimits, workbookLimits } from '../../xlsx/reading/limits.ts';
import { type FileIssue, Unreadable } from '../../xlsx/reading/unreadable.ts';
import type { Google } from '../client/google.ts';
import { GoogleError } from '../client/google-error.ts';
import { readTabs } from './read-tabs.ts';
import { readValues } from './read-values.ts';
import { readableTabs, returnTabsIn } from './tabs.ts';
import { toWorkbook } from './to-workbook.ts';

export type SpreadsheetReading =
  | {
      readonly ok: true;
      readonly title: string;
      readonly workbook: WorkbookData;
      /** Keys of the tabs that are there of those which tell an organisation what the night found. */
      readonly returnTabs: readonly string[];
    }
  /** It was read and cannot be used: one of the issues `file.*`. */
  | { readonly ok: false; readonly title: string; readonly issue: FileIssue };

export interface ReadingOptions {
  /** Drive's time of the last change. */
  readonly modified?: string;
  /** Does it bear tabs that we write? Their cells are left out then. */
  readonly hasOwnTabs?: boolean;
  readonly limits?: WorkbookLimits;
}

/**
 * Reads a spreadsheet within the limits of contracts §8: one request for its tabs, one for their values. Throws
 * GoogleError.
 */
export async function readSpreadsheet(
  google: Google,
  id: string,
  options: ReadingOptions = {},
): Promise<SpreadsheetReading> {
  try {
    return await readOnce(google, id, options);
  } catch (error) {
    // somebody renamed or deleted a tab between two requests
    if (!(error instanceof GoogleError && error.code === 'bad_request')) throw error;
    return readOnce(google, id, options);
  }
}

async function readOnce(
  google: Google,
  id: string,
  { modified, hasOwnTabs = false, limits = workbookLimits }: ReadingOptions,
): Promise<SpreadsheetReading> {
  let title = '';
  try {
    const reading = await readTabs(google, id, hasOwnTabs, limits);
    title = reading.title;
    const tabs = readableTabs(reading, limits.sheets);
    const values = await readValues(google, id, tabs, limits);
    return {
      ok: true,
      title,
      workbook: toWorkbook(tabs, values, modified, limits),
      returnTabs: returnTabsIn(reading.sheets),
    };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, title, issue: error.issue };
    throw error;
  }
}
