import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { ownKey } from '../../../shared/live-state/own-tab.ts';
import { tabMarks } from '../../../shared/live-state/tab-mark.ts';
import { calculationTab } from '../../../shared/parse/calculation-tab.ts';
import type { CellRange } from '../../../shared/parse/workbook.ts';
import { workbookLimits } from '../../xlsx/reading/limits.ts';
import { Unreadable } from '../../xlsx/reading/unreadable.ts';
import { GridKinds } from './grid-kinds.ts';

/** A tab that is read. */
export interface SpreadsheetTab {
  readonly gid: number;
  readonly name: string;
  readonly hidden: boolean;
  readonly merges: readonly CellRange[];
  readonly kinds: GridKinds;
}

const tab = [
  'properties(sheetId,title,index,sheetType,hidden)',
  'developerMetadata(metadataKey,metadataValue)',
];

/** What tells tabs apart: no cells. */
export const shapeFields = `properties(title),sheets(${tab.join()})`;

/**
 * What is asked of a spreadsheet beside its values: the tabs, and of the cells only what their values do not tell. A
 * number alone does not say whether it was typed as 85 %, is a date or comes out of a formula.
 */
export const gridFields = [
  'properties(title)',
  `sheets(${[
    ...tab,
    'merges',
    `data(startRow,startColumn,rowData(values(${[
      'userEnteredValue(numberValue)',
      'effectiveValue(errorValue(type))',
      'effectiveFormat(numberFormat(type,pattern))',
    ].join()})))`,
  ].join()})`,
].join();

/** Tabs that this program writes itself, and copies that it keeps of tabs it has renewed. */
const unread: ReadonlySet<string> = new Set([tabMarks.own, tabMarks.former]);

/**
 * The tabs that may hold what people entered, in their order: not those we write ourselves, not the intermediate results
 * of our formulas, not tabs without cells. Throws Unreadable where there are too many.
 */
export function readableTabs(
  { sheets = [] }: sheets_v4.Schema$Spreadsheet,
  most: number = workbookLimits.sheets,
): SpreadsheetTab[] {
  if (sheets.length > most) throw new Unreadable('file.too_large', { limit: 'sheets', most });
  return [...sheets]
    .sort((a, b) => (a.properties?.index ?? 0) - (b.properties?.index ?? 0))
    .filter(isReadable)
    .map((sheet) => ({
      gid: sheet.properties?.sheetId ?? 0,
      name: sheet.properties?.title ?? '',
      hidden: sheet.properties?.hidden === true,
      merges: (sheet.merges ?? []).map(toRange),
      kinds: new GridKinds(sheet.data ?? undefined),
    }));
}

/** Keys of the tabs in which the night tells an organisation what it found; those of them that stand there. */
export const returnTabsIn = (sheets: readonly sheets_v4.Schema$Sheet[]): string[] =>
  sheets.flatMap(({ properties, developerMetadata }) => {
    const mark = developerMetadata?.find(({ metadataKey }) => metadataKey === tabMarks.own)?.metadataValue;
    return ownKey('returns', { sheetId: properties?.sheetId ?? 0, mark: mark ?? '' }) ?? [];
  });

/** May the tab hold what people entered? */
export const isReadable = (sheet: sheets_v4.Schema$Sheet): boolean =>
  !isOwn(sheet) && !isCalculation(sheet) && hasGrid(sheet);

const isOwn = ({ developerMetadata }: sheets_v4.Schema$Sheet): boolean =>
  (developerMetadata ?? []).some(({ metadataKey }) => unread.has(metadataKey ?? ''));

const isCalculation = ({ properties }: sheets_v4.Schema$Sheet): boolean =>
  properties?.hidden === true && properties.title === calculationTab;

const hasGrid = ({ properties }: sheets_v4.Schema$Sheet): boolean =>
  (properties?.sheetType ?? 'GRID') === 'GRID';

/** Google counts from 0 and leaves the end out. */
const toRange = (range: sheets_v4.Schema$GridRange): CellRange => ({
  firstRow: (range.startRowIndex ?? 0) + 1,
  firstColumn: (range.startColumnIndex ?? 0) + 1,
  lastRow: range.endRowIndex ?? 1,
  lastColumn: range.endColumnIndex ?? 1,
});
