import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Mask } from '../mask.ts';
import type { Area } from './cells.ts';
import { effectiveValue } from './evaluate.ts';
import { type Book, type Cell, gridSize, type Tab } from './model.ts';
import { resolveRange } from './ranges.ts';
import { type Batch, mayEditProtected } from './requests/batch.ts';
import { shown } from './shown.ts';

/** The whole Spreadsheet resource; cells only where they are asked for. The caller applies the field mask. */
export function spreadsheet(
  batch: Batch,
  options: { ranges: string[]; cells: boolean; mask?: Mask | undefined },
): sheets_v4.Schema$Spreadsheet {
  const { book } = batch;
  const asked = options.ranges.map((range) => resolveRange(book, range));
  // with ranges given only the tabs they lie on are answered
  const tabs = asked.length > 0 ? book.tabs.filter((tab) => asked.some((at) => at.tab === tab)) : book.tabs;
  return {
    spreadsheetId: book.id,
    properties: book.properties,
    sheets: tabs.map((tab) => {
      const areas: Area[] = asked.filter((at) => at.tab === tab);
      if (areas.length === 0) {
        const { rows, columns } = gridSize(tab);
        areas.push({ startRow: 0, endRow: rows, startColumn: 0, endColumn: columns });
      }
      return sheet(batch, tab, options.cells ? areas : []);
    }),
    ...filled({ namedRanges: book.namedRanges.map(stripZeros) }),
    spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${book.id}/edit`,
    ...filled({ developerMetadata: book.metadata.filter(({ location }) => location?.spreadsheet) }),
  };
}

function sheet(batch: Batch, tab: Tab, areas: Area[]): sheets_v4.Schema$Sheet {
  const { book } = batch;
  const { sheetId } = tab.properties;
  return {
    properties: visibleProperties(tab),
    ...filled({
      data: areas.map((area) => gridData(book, tab, area)),
      merges: tab.merges.map(stripZeros),
      conditionalFormats: tab.conditionalFormats.map(stripZeros),
      protectedRanges: tab.protectedRanges.map((item) => stripZeros(visibleProtection(batch, item))),
      charts: tab.charts.map(stripZeros),
      bandedRanges: tab.bandedRanges.map(stripZeros),
      rowGroups: tab.rowGroups.map(stripZeros),
      columnGroups: tab.columnGroups.map(stripZeros),
      developerMetadata: book.metadata.filter(({ location }) => location?.sheetId === sheetId),
    }),
    ...(tab.basicFilter ? { basicFilter: stripZeros(tab.basicFilter) } : {}),
  };
}

/** Editors are told only to those who may edit. */
function visibleProtection(
  batch: Batch,
  item: sheets_v4.Schema$ProtectedRange,
): sheets_v4.Schema$ProtectedRange {
  if (mayEditProtected(batch, item)) return { ...item, requestingUserCanEdit: true };
  const { editors: _, ...rest } = item;
  return rest;
}

/** False, 0 and empty are not answered, except the id and the place of a tab. */
function visibleProperties(tab: Tab): sheets_v4.Schema$SheetProperties {
  const { gridProperties, ...rest } = tab.properties;
  return {
    ...withoutDefaults(rest),
    sheetId: tab.properties.sheetId,
    index: tab.properties.index,
    ...(tab.properties.sheetType === 'OBJECT' ? {} : { gridProperties: withoutDefaults(gridProperties) }),
  };
}

function gridData(book: Book, tab: Tab, area: Area): sheets_v4.Schema$GridData {
  const rowData: sheets_v4.Schema$RowData[] = [];
  const last = Math.min(area.endRow, tab.rows.length);
  for (let row = area.startRow; row < last; row++) {
    const cells = (tab.rows[row] ?? []).slice(area.startColumn, area.endColumn);
    while (cells.length > 0 && !cells.at(-1)) cells.pop();
    rowData.push(
      cells.length > 0 ? { values: Array.from(cells, (cell) => visibleCell(book, tab, cell)) } : {},
    );
  }
  while (rowData.length > 0 && !rowData.at(-1)!.values) rowData.pop();
  const lines = (dimension: 'ROWS' | 'COLUMNS', from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) => {
      const own = (dimension === 'ROWS' ? tab.rowProperties : tab.columnProperties)[from + i];
      const developerMetadata = book.metadata.filter(({ location }) => {
        const at = location?.dimensionRange;
        return (
          at?.sheetId === tab.properties.sheetId && at.dimension === dimension && at.startIndex === from + i
        );
      });
      return {
        pixelSize: dimension === 'ROWS' ? 21 : 100,
        ...withoutDefaults(own ?? {}),
        ...filled({ developerMetadata: developerMetadata.map(stripZeros) }),
      };
    });
  return {
    ...withoutDefaults({ startRow: area.startRow, startColumn: area.startColumn }),
    ...filled({ rowData }),
    rowMetadata: lines('ROWS', area.startRow, area.endRow),
    columnMetadata: lines('COLUMNS', area.startColumn, area.endColumn),
  };
}

function visibleCell(book: Book, tab: Tab, cell: Cell | undefined): Cell {
  if (!cell) return {};
  const value = effectiveValue(book, tab, cell);
  return {
    ...cell,
    ...(value ? { effectiveValue: value } : {}),
    ...(cell.userEnteredValue
      ? { formattedValue: shown(value, cell.userEnteredFormat ?? undefined, book.properties.locale) ?? '' }
      : {}),
    ...(cell.userEnteredFormat || cell.userEnteredValue
      ? { effectiveFormat: { ...book.properties.defaultFormat, ...cell.userEnteredFormat } }
      : {}),
  };
}

/** Empty lists are not answered. */
function filled<T extends Record<string, unknown[]>>(lists: T): Partial<T> {
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)) as Partial<T>;
}

const withoutDefaults = <T extends object>(value: T): T =>
  Object.fromEntries(
    Object.entries(value).filter(([, item]) => item !== false && item !== 0 && item !== '' && item != null),
  ) as T;

/**
 * Protobuf leaves zeros unsaid: a range on the tab 0 comes without `sheetId`, an anchor in A1 without row and
 * column. Whether Google says them has differed by field and year; the harder case is imitated.
 */
function stripZeros<T>(value: T): T {
  if (Array.isArray(value)) return value.map(stripZeros) as T;
  if (!value || typeof value !== 'object') return value;
  const result: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    if (item === 0 && ['sheetId', 'rowIndex', 'columnIndex'].includes(key)) continue;
    if (item === undefined || item === null) continue;
    result[key] = stripZeros(item);
  }
  return result as T;
}

/** Does a mask ask for cells? `includeGridData` is ignored when there is a mask (documented). */
export const asksForCells = (mask: Mask): boolean => {
  if ('*' in mask) return false;
  if (!('sheets' in mask)) return false;
  const sheets = mask.sheets;
  return sheets === undefined || 'data' in sheets || '*' in sheets;
};
