import { addressOf, type Book, placeOf, type Tab } from './book.ts';
import type { Calls } from './calls.ts';
import { protectionOf } from './protection.ts';
import { type Area, areaOf, rangeOf } from './range.ts';
import { NotImitated, strict } from './strict.ts';

/** Cells that hold something, as Sheets counts them. */
function usedSize(tab: Tab): { rows: number; columns: number } {
  let rows = 0;
  let columns = 0;
  for (const [at, { value, formula }] of tab.cells) {
    if (value === undefined && formula === undefined) continue;
    const place = placeOf(at);
    rows = Math.max(rows, place.row);
    columns = Math.max(columns, place.column);
  }
  return { rows, columns };
}

/** Rows and columns of the grid; what was typed beyond it made it grow. */
function gridOf(tab: Tab): { rows: number; columns: number } {
  const used = usedSize(tab);
  return { rows: Math.max(used.rows, tab.rows ?? 1000), columns: Math.max(used.columns, tab.columns ?? 26) };
}

/** Sheets gives no range that reaches beyond the grid, not even to read. */
function withinGrid(tab: Tab, area: Area): Area {
  const grid = gridOf(tab);
  if (area.row + area.rows - 1 > grid.rows || area.column + area.columns - 1 > grid.columns) {
    throw new Error(`The coordinates of the range are outside the dimensions of the sheet «${tab.name}».`);
  }
  return area;
}

/** SpreadsheetApp over a book in memory. */
export function spreadsheetApp(
  book: Book,
  calls: Calls,
  ui: object,
  showToast: (message: string) => void,
  beforeWrite: (tab: Tab, area: string) => void = () => undefined,
) {
  const sheets = new Map<Tab, object>();
  const sheetOf = (tab: Tab): object => {
    const known = sheets.get(tab);
    if (known) return known;
    const context = { book, tab, calls, sheet: () => sheetOf(tab), beforeWrite };
    const sheet = strict('Sheet', {
      getParent: () => spreadsheet,
      getName: () => tab.name,
      getSheetId: () => tab.id,
      isSheetHidden: () => tab.hidden,
      getLastRow: () => usedSize(tab).rows,
      getLastColumn: () => usedSize(tab).columns,
      getMaxRows: () => gridOf(tab).rows,
      insertRowsAfter: (after: number, count: number) => {
        if (after !== gridOf(tab).rows) throw new NotImitated('insertRowsAfter within a tab');
        tab.rows = after + count;
        return sheet;
      },
      getMaxColumns: () => gridOf(tab).columns,
      getDataRange: () => {
        const { rows, columns } = usedSize(tab);
        return rangeOf(context, {
          row: 1,
          column: 1,
          rows: Math.max(rows, 1),
          columns: Math.max(columns, 1),
        });
      },
      getRange: (
        ...args: [string] | [number, number] | [number, number, number] | [number, number, number, number]
      ) =>
        rangeOf(
          context,
          withinGrid(
            tab,
            typeof args[0] === 'string'
              ? areaOf(args[0])
              : { row: args[0], column: args[1]!, rows: args[2] ?? 1, columns: args[3] ?? 1 },
          ),
        ),
      getRangeList: (places: string[]) => {
        /** One trip, however many ranges; a protected one refuses them all. */
        const all = <A>(name: 'setValue' | 'setNote' | 'setFontColor', value: A): object => {
          const before = calls.log.length;
          for (const place of places)
            (rangeOf(context, areaOf(place)) as Record<typeof name, (v: A) => void>)[name](value);
          calls.log.length = before;
          calls.add('write', `RangeList.${name}`, `${tab.name}!${places.join()}`);
          return list;
        };
        const list: object = strict('RangeList', {
          setValue: (value: unknown) => all('setValue', value),
          clearNote: () => all('setNote', null),
          setFontColor: (colour: string | null) => all('setFontColor', colour),
        });
        return list;
      },
      activate: () => {
        book.active = { tab, cell: book.active.tab === tab ? book.active.cell : 'A1' };
        return sheet;
      },
    });
    sheets.set(tab, sheet);
    return sheet;
  };
  const rangeAt = (tab: Tab, cell: string) =>
    rangeOf({ book, tab, calls, sheet: () => sheetOf(tab), beforeWrite }, areaOf(cell));
  const metadata = (keys: readonly string[] = []): object =>
    strict('DeveloperMetadataFinder', {
      withKey: (key: string) => metadata([key]),
      find: () =>
        book.tabs.flatMap((tab) =>
          [...tab.metadata]
            .filter(([key]) => keys.length === 0 || keys.includes(key))
            .map(([key, value]) =>
              strict('DeveloperMetadata', {
                getKey: () => key,
                getValue: () => value,
                getLocation: () => strict('DeveloperMetadataLocation', { getSheet: () => sheetOf(tab) }),
              }),
            ),
        ),
    });
  const spreadsheet = strict('Spreadsheet', {
    createDeveloperMetadataFinder: () => metadata(),
    getId: () => book.id,
    getName: () => book.name,
    getUrl: () => `https://docs.google.com/spreadsheets/d/${book.id}/edit`,
    getSheets: () => book.tabs.map(sheetOf),
    getSheetByName: (name: string) => {
      const tab = book.tabs.find((one) => one.name === name);
      return tab ? sheetOf(tab) : null;
    },
    getActiveSheet: () => sheetOf(book.active.tab),
    getActiveRange: () => rangeAt(book.active.tab, book.active.cell),
    getProtections: (type: string) => {
      if (type !== 'RANGE') throw new NotImitated(`getProtections ${type}`);
      return book.tabs.flatMap((tab) =>
        tab.protections.flatMap((one) =>
          one.range === undefined ? [] : [protectionOf(book, tab, one, () => rangeAt(tab, one.range!))],
        ),
      );
    },
    getSpreadsheetTimeZone: () => book.timeZone,
    getSpreadsheetLocale: () => book.locale,
    toast: (message: string, title?: string) => showToast(title ? `${title}: ${message}` : message),
  });
  return {
    app: strict('SpreadsheetApp', {
      getActiveSpreadsheet: () => spreadsheet,
      getActive: () => spreadsheet,
      getUi: () => ui,
      CopyPasteType: {
        PASTE_FORMAT: 'PASTE_FORMAT',
        PASTE_DATA_VALIDATION: 'PASTE_DATA_VALIDATION',
        PASTE_FORMULA: 'PASTE_FORMULA',
      },
      ProtectionType: { RANGE: 'RANGE', SHEET: 'SHEET' },
      flush: () => calls.add('other', 'flush'),
    }),
    sheetOf,
    /** The event of a person's edit, for onEdit. */
    edit: (tab: string, cell: string, oldValue?: string) => {
      const { row, column } = placeOf(cell.split(':')[0]!);
      book.active = { tab: book.tab(tab), cell: addressOf(row, column) };
      return {
        range: rangeAt(book.tab(tab), cell),
        source: spreadsheet,
        ...(oldValue !== undefined && { oldValue }),
      };
    },
  };
}
