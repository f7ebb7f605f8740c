import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { parseTabMark, tabMarks } from '../../../shared/live-state/tab-mark.ts';
import type { Google } from '../client/google.ts';

/** A tab as it stands in the spreadsheet now. */
export interface BookTab {
  readonly sheetId: number;
  readonly title: string;
  readonly isHidden: boolean;
  readonly rows: number;
  readonly columns: number;
  /** Developer metadata `msoko.tab`, if the tab has it. */
  readonly own?: { readonly metadataId: number; readonly key: string; readonly hash: string };
  /** Belongs to the tabs that people fill in. */
  readonly isEntry: boolean;
  readonly charts: readonly number[];
  readonly conditions: number;
  readonly hasFilter: boolean;
  readonly protections: readonly { readonly id: number; readonly description: string }[];
}

/** What decides whether and how our tabs are written: no cells. Tabs in the order people see. */
export interface Book {
  readonly title: string;
  readonly tabs: readonly BookTab[];
}

const fields = [
  'properties.title',
  'sheets(properties(sheetId,title,index,hidden,gridProperties(rowCount,columnCount))',
  'developerMetadata(metadataId,metadataKey,metadataValue)',
  'charts.chartId,conditionalFormats.ranges,basicFilter.range',
  'protectedRanges(protectedRangeId,description))',
].join(',');

/** One read of a spreadsheet's shape. Throws GoogleError. */
export async function readBook(google: Google, spreadsheetId: string): Promise<Book> {
  const answer = await google.call('sheets_read', () =>
    google.sheets.spreadsheets.get({ spreadsheetId, fields }),
  );
  const sheets = [...(answer.sheets ?? [])].sort(
    (a, b) => (a.properties?.index ?? 0) - (b.properties?.index ?? 0),
  );
  return { title: answer.properties?.title ?? '', tabs: sheets.map(toTab) };
}

function toTab(sheet: sheets_v4.Schema$Sheet): BookTab {
  const { sheetId, title, hidden, gridProperties } = sheet.properties ?? {};
  const marks = sheet.developerMetadata ?? [];
  const mark = marks.find(({ metadataKey }) => metadataKey === tabMarks.own);
  const own = parseTabMark(mark?.metadataValue ?? '');
  return {
    sheetId: sheetId ?? 0,
    title: title ?? '',
    isHidden: hidden === true,
    rows: gridProperties?.rowCount ?? 0,
    columns: gridProperties?.columnCount ?? 0,
    ...(own && typeof mark?.metadataId === 'number' && { own: { metadataId: mark.metadataId, ...own } }),
    isEntry: marks.some(({ metadataKey }) => metadataKey === tabMarks.entry),
    charts: (sheet.charts ?? []).flatMap(({ chartId }) => chartId ?? []),
    conditions: sheet.conditionalFormats?.length ?? 0,
    hasFilter: sheet.basicFilter?.range !== undefined,
    protections: (sheet.protectedRanges ?? []).flatMap(({ protectedRangeId, description }) =>
      typeof protectedRangeId === 'number' ? [{ id: protectedRangeId, description: description ?? '' }] : [],
    ),
  };
}
