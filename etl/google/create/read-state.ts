import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { parseTabMark, type TabMark, tabMarks } from '../../../shared/live-state/tab-mark.ts';
import type { Google } from '../client/google.ts';
import { isOwnProtection } from '../own-protections.ts';

/** A tab as it stands in the spreadsheet. */
export interface TabState {
  readonly sheetId: number;
  readonly title: string;
  readonly index: number;
  readonly rowCount: number;
  readonly columnCount: number;
  /** Our mark, and the id it is changed by. */
  readonly mark?: TabMark & { readonly metadataId: number };
  /** Ids of the ranges that we protect. */
  readonly protectedRanges: readonly number[];
  readonly conditions: number;
  readonly hasFilter: boolean;
}

/** What a spreadsheet says of itself without its cells. */
export interface BookState {
  readonly locale: string;
  readonly timeZone: string;
  readonly tabs: ReadonlyMap<number, TabState>;
  readonly names: readonly sheets_v4.Schema$NamedRange[];
}

const fields = [
  'properties(locale,timeZone)',
  `sheets(${[
    'properties(sheetId,title,index,gridProperties(rowCount,columnCount))',
    'developerMetadata(metadataId,metadataKey,metadataValue)',
    'protectedRanges(protectedRangeId,description)',
    'conditionalFormats(ranges(sheetId))',
    'basicFilter(range(sheetId))',
  ].join(',')})`,
  'namedRanges(namedRangeId,name,range)',
].join(',');

/** One read of a spreadsheet's frame. Throws GoogleError. */
export async function readState(google: Google, spreadsheetId: string): Promise<BookState> {
  const book = await google.call('sheets_read', () =>
    google.sheets.spreadsheets.get({ spreadsheetId, fields }),
  );
  return {
    locale: book.properties?.locale ?? '',
    timeZone: book.properties?.timeZone ?? '',
    tabs: new Map((book.sheets ?? []).map((sheet) => [sheet.properties?.sheetId ?? 0, tabState(sheet)])),
    names: book.namedRanges ?? [],
  };
}

function tabState(sheet: sheets_v4.Schema$Sheet): TabState {
  const { sheetId, title, index, gridProperties } = sheet.properties ?? {};
  const written = sheet.developerMetadata?.find(({ metadataKey }) => metadataKey === tabMarks.entry);
  const mark = parseTabMark(written?.metadataValue ?? '');
  return {
    sheetId: sheetId ?? 0,
    title: title ?? '',
    index: index ?? 0,
    rowCount: gridProperties?.rowCount ?? 0,
    columnCount: gridProperties?.columnCount ?? 0,
    ...(mark && written?.metadataId && { mark: { ...mark, metadataId: written.metadataId } }),
    protectedRanges: (sheet.protectedRanges ?? [])
      .filter(({ description }) => isOwnProtection(description))
      .flatMap(({ protectedRangeId }) => (protectedRangeId ? [protectedRangeId] : [])),
    conditions: sheet.conditionalFormats?.length ?? 0,
    hasFilter: sheet.basicFilter !== undefined && sheet.basicFilter !== null,
  };
}
