import { findMarker } from '../../../shared/parse/sheet-rows.ts';
import type { SheetCell, SheetData } from '../../../shared/parse/workbook.ts';
import { cellScalar } from '../sheet/scalar.ts';

type Range = GoogleAppsScript.Spreadsheet.Range;

/** Markers stand within the first so many rows and columns (contracts §5). */
const reach = 50;
/** Rows that say what the columns below them are. */
const headings: ReadonlySet<string> = new Set(['#cols', '#elements', '#fields']);

/** As much of a tab as an edit concerns: its marker, the keys of its rows and columns, and the edited cells. */
export interface EditedTab {
  readonly sheet: SheetData;
  readonly kind: 'keys' | 'records';
}

/**
 * Reads the edited range and the hidden cells that say what stands in it, nothing else; undefined on a tab without keys.
 * The key column is column A unless somebody inserted columns before it.
 */
export function readEdited(range: Range, dayOf: (date: Date) => string): EditedTab | undefined {
  const sheet = range.getSheet();
  const [first, last, width] = [range.getRow(), range.getLastRow(), range.getLastColumn()];
  let keys = textCells(sheet.getRange(1, 1, last, 1).getValues(), 1);
  let found = markerIn(keys);
  if (!found) {
    found = markerOf(sheet);
    if (!found) return undefined;
    keys = textCells(sheet.getRange(1, found.column, last, 1).getValues(), found.column);
  }
  const { column, kind } = found;
  const marks = keys.filter((cell) => cell.scalar.type === 'text' && headings.has(cell.scalar.value.trim()));
  const above = marks.filter((cell) => cell.row < first).slice(-1);
  const within = marks.filter((cell) => cell.row >= first);
  const wide = Math.max(width, column);
  const columns = [...above, ...within].flatMap(({ row }) =>
    textCells(sheet.getRange(row, 1, 1, wide).getValues(), 1, row).filter((cell) => cell.column !== column),
  );
  const edited = editedCells(range, dayOf).filter(
    (cell) => cell.column !== column && !columns.some((c) => c.row === cell.row && c.column === cell.column),
  );
  const cells = [...keys, ...columns, ...edited].sort((a, b) => a.row - b.row || a.column - b.column);
  return { kind, sheet: { name: sheet.getName(), hidden: false, cells, merges: [] } };
}

/** The marker of a tab with keys, wherever people moved it; undefined on tabs of their own. */
export function markerOf(sheet: GoogleAppsScript.Spreadsheet.Sheet): ReturnType<typeof markerIn> {
  // a range beyond the last row or column of a tab is refused
  const [rows, columns] = [Math.min(reach, sheet.getMaxRows()), Math.min(reach, sheet.getMaxColumns())];
  return markerIn(textCells(sheet.getRange(1, 1, rows, columns).getValues(), 1));
}

function markerIn(cells: readonly SheetCell[]): { column: number; kind: EditedTab['kind'] } | undefined {
  const sheet = { name: '', hidden: false, cells, merges: [] };
  for (const kind of ['keys', 'records'] as const) {
    const marker = findMarker(sheet, kind);
    if (marker) return { column: marker.column, kind };
  }
  return undefined;
}

function textCells(values: readonly (readonly unknown[])[], column: number, row = 1): SheetCell[] {
  return values.flatMap((line, r) =>
    line.flatMap((value, c): SheetCell[] => {
      const text = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
      return text === '' ? [] : [{ row: row + r, column: column + c, scalar: { type: 'text', value: text } }];
    }),
  );
}

function editedCells(range: Range, dayOf: (date: Date) => string): SheetCell[] {
  const [top, left] = [range.getRow(), range.getColumn()];
  const formats = range.getNumberFormats();
  return range.getValues().flatMap((line, r) =>
    line.flatMap((value: unknown, c): SheetCell[] => {
      const scalar = cellScalar(value, formats[r]?.[c] ?? '', dayOf);
      return scalar.type === 'empty' ? [] : [{ row: top + r, column: left + c, scalar }];
    }),
  );
}
