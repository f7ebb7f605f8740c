import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';

export type Cell = sheets_v4.Schema$CellData;
export type Row = (Cell | undefined)[];
export type GridRange = sheets_v4.Schema$GridRange;
export type Dimension = 'ROWS' | 'COLUMNS';

/** One tab. Cells are never changed in place but replaced, so that copies of a book may share them. */
export interface Tab {
  properties: sheets_v4.Schema$SheetProperties & {
    sheetId: number;
    title: string;
    gridProperties: sheets_v4.Schema$GridProperties & { rowCount: number; columnCount: number };
  };
  rows: (Row | undefined)[];
  rowProperties: (sheets_v4.Schema$DimensionProperties | undefined)[];
  columnProperties: (sheets_v4.Schema$DimensionProperties | undefined)[];
  merges: GridRange[];
  protectedRanges: sheets_v4.Schema$ProtectedRange[];
  conditionalFormats: sheets_v4.Schema$ConditionalFormatRule[];
  basicFilter?: sheets_v4.Schema$BasicFilter;
  charts: sheets_v4.Schema$EmbeddedChart[];
  rowGroups: sheets_v4.Schema$DimensionGroup[];
  columnGroups: sheets_v4.Schema$DimensionGroup[];
  bandedRanges: sheets_v4.Schema$BandedRange[];
}

export interface Book {
  readonly id: string;
  properties: sheets_v4.Schema$SpreadsheetProperties;
  /** In the order of the tabs. */
  tabs: Tab[];
  namedRanges: sheets_v4.Schema$NamedRange[];
  /** All of the book's developer metadata, whatever its location. */
  metadata: sheets_v4.Schema$DeveloperMetadata[];
  /** Source of the ids the server chooses itself. */
  nextId: number;
}

/** Size of a tab nobody asked anything of. */
export const DEFAULT_GRID = { rowCount: 1000, columnCount: 26 };
export const MAX_CELLS = 10_000_000;
export const MAX_CELL_TEXT = 50_000;

/** Whole cells of a tab. */
export const gridSize = (tab: Tab): { rows: number; columns: number } => ({
  rows: tab.properties.gridProperties.rowCount,
  columns: tab.properties.gridProperties.columnCount,
});

export function newTab(
  properties: sheets_v4.Schema$SheetProperties & { sheetId: number; title: string },
): Tab {
  return {
    properties: {
      sheetType: 'GRID',
      ...properties,
      gridProperties: { ...DEFAULT_GRID, ...dropNulls(properties.gridProperties) },
    },
    rows: [],
    rowProperties: [],
    columnProperties: [],
    merges: [],
    protectedRanges: [],
    conditionalFormats: [],
    charts: [],
    rowGroups: [],
    columnGroups: [],
    bandedRanges: [],
  };
}

function dropNulls(value: sheets_v4.Schema$GridProperties | undefined): object {
  return Object.fromEntries(Object.entries(value ?? {}).filter(([, item]) => item !== null));
}

/** A copy that a batch may change at will: rows are copied, cells (immutable) are shared. */
export function copyBook(book: Book): Book {
  return {
    ...book,
    properties: { ...book.properties },
    tabs: book.tabs.map(copyTab),
    namedRanges: structuredClone(book.namedRanges),
    metadata: structuredClone(book.metadata),
  };
}

export function copyTab(tab: Tab): Tab {
  const { rows, rowProperties, columnProperties, ...rest } = tab;
  return {
    ...structuredClone(rest),
    rows: rows.map((row) => row?.slice()),
    rowProperties: rowProperties.slice(),
    columnProperties: columnProperties.slice(),
  };
}

/** Tabs know their place by number: renumber after every change of order. */
export function renumber(book: Book): void {
  book.tabs.forEach((tab, index) => {
    tab.properties.index = index;
  });
}
