import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { CellScalar, SheetCell, SheetData } from '../../../shared/parse/workbook.ts';
import { quoteSheet } from '../../../shared/plan/address.ts';
import type { Google } from '../client/google.ts';
import type { TabState } from './read-state.ts';

/** The cells of a tab, with the notes that stand in it. */
export interface TabContent {
  readonly data: SheetData;
  readonly notes: readonly string[];
}

/** True where nothing stands in a tab, not even a note. */
export const isBlank = ({ data, notes }: TabContent): boolean =>
  notes.length === 0 && data.cells.every(({ scalar }) => scalar.type === 'empty');

const fields =
  'sheets(properties(sheetId,title),data(startRow,startColumn,rowData(values(userEnteredValue(formulaValue),effectiveValue,note))))';

/** Reads some tabs, found by their titles; by id. Rows where nothing stands have one empty cell. Throws GoogleError. */
export async function readTabs(
  google: Google,
  spreadsheetId: string,
  tabs: readonly TabState[],
): Promise<Map<number, TabContent>> {
  if (tabs.length === 0) return new Map();
  const heights = new Map(tabs.map(({ sheetId, rowCount }) => [sheetId, rowCount]));
  const sheets: sheets_v4.Schema$Sheet[] = [];
  for (const ranges of inAddresses(tabs.map(({ title }) => quoteSheet(title)))) {
    const book = await google.call('sheets_read', () =>
      google.sheets.spreadsheets.get({ spreadsheetId, ranges, fields, prettyPrint: false }),
    );
    sheets.push(...(book.sheets ?? []));
  }
  return new Map(
    sheets.map((sheet) => {
      const id = sheet.properties?.sheetId ?? 0;
      return [id, contentOf(sheet, heights.get(id) ?? 0)];
    }),
  );
}

/** Characters of all names in one request: servers take addresses of some 16 kB, often less. */
const longestNames = 6000;

/** As few requests as the length of an address allows. */
function inAddresses(ranges: readonly string[]): string[][] {
  const requests: string[][] = [];
  let room = 0;
  for (const range of ranges) {
    const own = encodeURIComponent(range).length;
    if (own > room) {
      requests.push([]);
      room = longestNames;
    }
    requests[requests.length - 1]!.push(range);
    room -= own;
  }
  return requests;
}

function contentOf(sheet: sheets_v4.Schema$Sheet, height: number): TabContent {
  const rows: SheetCell[][] = Array.from({ length: height }, () => []);
  const notes: string[] = [];
  for (const { startRow, startColumn, rowData } of sheet.data ?? []) {
    for (const [row, { values }] of (rowData ?? []).entries()) {
      for (const [column, value] of (values ?? []).entries()) {
        if (value.note) notes.push(value.note);
        const scalar = scalarOf(value.effectiveValue);
        if (scalar.type === 'empty') continue;
        const at = (startRow ?? 0) + row + 1;
        rows[at - 1]?.push({
          row: at,
          column: (startColumn ?? 0) + column + 1,
          scalar,
          ...(value.userEnteredValue?.formulaValue && { formula: true }),
        });
      }
    }
  }
  // a row where nothing stands yet is a row all the same: somebody may be typing into it
  const cells = rows.flatMap((row, index): SheetCell[] =>
    row.length > 0 ? row : [{ row: index + 1, column: 1, scalar: { type: 'empty' } }],
  );
  return { data: { name: sheet.properties?.title ?? '', hidden: false, cells, merges: [] }, notes };
}

function scalarOf(value: sheets_v4.Schema$ExtendedValue | undefined): CellScalar {
  if (typeof value?.numberValue === 'number') return { type: 'number', value: value.numberValue };
  if (typeof value?.boolValue === 'boolean') return { type: 'boolean', value: value.boolValue };
  if (value?.errorValue) return { type: 'error', value: value.errorValue.type ?? '' };
  return value?.stringValue ? { type: 'text', value: value.stringValue } : { type: 'empty' };
}
