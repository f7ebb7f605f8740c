import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { WorkbookLimits } from '../../xlsx/reading/limits.ts';
import { Unreadable } from '../../xlsx/reading/unreadable.ts';
import type { Google } from '../client/google.ts';
import { limited } from './limited.ts';
import { tabRanges } from './tab-ranges.ts';
import { gridFields, isReadable, shapeFields } from './tabs.ts';

export interface TabReading {
  readonly title: string;
  /** All tabs; those that are not read may come without their cells. */
  readonly sheets: sheets_v4.Schema$Sheet[];
}

/**
 * The tabs of a spreadsheet with what their values do not tell, with one request. `hasOwnTabs`: the spreadsheet bears tabs that we write;
 * their cells are not asked for then, which takes a request more. So is a spreadsheet read that would be too large with
 * them. Throws GoogleError and Unreadable.
 */
export async function readTabs(
  google: Google,
  id: string,
  hasOwnTabs: boolean,
  limits: WorkbookLimits,
): Promise<TabReading> {
  const get = (fields: string, ranges?: string[]) =>
    google.call('sheets_read', () =>
      limited(limits.fileBytes, (options) =>
        google.sheets.spreadsheets.get(
          { spreadsheetId: id, fields, prettyPrint: false, ...(ranges && { ranges }) },
          options,
        ),
      ),
    );
  if (!hasOwnTabs) {
    const whole = await get(gridFields).catch((error: unknown) => {
      if (error instanceof Unreadable) return undefined;
      throw error;
    });
    if (whole) return { title: titleOf(whole), sheets: whole.sheets ?? [] };
  }
  const shape = await get(shapeFields);
  const all = shape.sheets ?? [];
  const readable = all.filter(isReadable);
  const sheets = all.filter((sheet) => !isReadable(sheet));
  for (const ranges of tabRanges(readable.map(({ properties }) => properties?.title ?? ''))) {
    sheets.push(...((await get(gridFields, ranges)).sheets ?? []));
  }
  return { title: titleOf(shape), sheets };
}

const titleOf = ({ properties }: sheets_v4.Schema$Spreadsheet): string => properties?.title ?? '';
