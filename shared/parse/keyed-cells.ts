import { maxMergeWork, OpenMerges } from './open-merges.ts';
import { scalarText } from './scalar-text.ts';
import { plainSpaces } from './spaces.ts';
import type { CellRange, CellScalar, SheetCell, SheetData } from './workbook.ts';

/** A cell that keys make an entry cell, filled or not. */
export interface KeyedCell {
  readonly row: number;
  readonly column: number;
  /** Text of the key column: an element's code. */
  readonly rowKey: string;
  /** Text of the `#cols` row: `<period>` or `<period>|<member>…`. */
  readonly columnKey: string;
  readonly scalar: CellScalar;
  /** The merged range it lies in. */
  readonly merge?: CellRange;
}

export interface KeyedSheet {
  /** Version after `msoko:keys:`; 0 where the tab has no marker. */
  readonly version: number;
  /** True where there are `#cols` rows, with or without a marker. */
  readonly hasColumns: boolean;
  readonly cells: readonly KeyedCell[];
  /** Numbers typed into keyed columns of rows that have no key: they reach nobody. */
  readonly stray: readonly SheetCell[];
}

/** The marker stands within the first so many rows and columns. */
const reach = 50;
const columnsMark = '#cols';

/** Entry cells of a workbook: a wide row of keys over a long column of keys multiplies, whatever the file's size. */
export const maxEntryCells = 500_000;

/** What is left of the entry cells of a workbook, shared by its tabs; below zero: there were more, reading stopped. */
export interface EntryBudget {
  left: number;
}

/** Takes a tab apart by its keys (contracts §5), wherever rows and columns were moved to. */
export function keyedCells(sheet: SheetData, budget: EntryBudget = { left: maxEntryCells }): KeyedSheet {
  const marker = findMarker(sheet);
  const hasColumns = sheet.cells.some((cell) => cell.scalar.type === 'text' && keyText(cell) === columnsMark);
  if (marker?.version !== 1) {
    return { version: marker?.version ?? 0, hasColumns, cells: [], stray: [] };
  }
  const merges = new OpenMerges(sheet.merges);
  const cells: KeyedCell[] = [];
  const stray: SheetCell[] = [];
  let columns: readonly SheetCell[] = [];
  let keyedRowSeen = false;
  for (const row of rowsOf(sheet)) {
    const key = row.find((cell) => cell.column === marker.column);
    const rowKey = key ? keyText(key) : '';
    if (rowKey === columnsMark) {
      columns = row.filter((cell) => cell !== key && keyText(cell) !== '');
      keyedRowSeen = false;
    } else if (rowKey !== '' && key !== marker.cell) {
      keyedRowSeen = true;
      const byColumn = new Map(row.map((cell) => [cell.column, cell.scalar]));
      budget.left -= columns.length;
      if (merges.work > maxMergeWork) budget.left = -1;
      if (budget.left < 0) break;
      for (const column of columns) {
        const merge = merges.over(row[0]!.row, column.column);
        cells.push({
          row: row[0]!.row,
          column: column.column,
          rowKey,
          columnKey: keyText(column),
          scalar: byColumn.get(column.column) ?? { type: 'empty' },
          ...(merge && { merge }),
        });
      }
    } else if (keyedRowSeen) {
      const keyed = new Set(columns.map((column) => column.column));
      stray.push(
        ...row.filter((cell) => cell.scalar.type === 'number' && !cell.formula && keyed.has(cell.column)),
      );
    }
  }
  return { version: 1, hasColumns, cells, stray };
}

const keyText = (cell: SheetCell): string => plainSpaces(scalarText(cell.scalar));

function findMarker(sheet: SheetData) {
  for (const cell of sheet.cells) {
    if (cell.row > reach) break;
    if (cell.column > reach || cell.scalar.type !== 'text') continue;
    const match = /^msoko:keys:(\d+)$/.exec(keyText(cell));
    if (match) return { cell, column: cell.column, version: Number(match[1]) };
  }
  return undefined;
}

/** Cells grouped by row, in order. */
function rowsOf(sheet: SheetData): SheetCell[][] {
  const rows: SheetCell[][] = [];
  for (const cell of sheet.cells) {
    const last = rows[rows.length - 1];
    if (last && last[0]!.row === cell.row) last.push(cell);
    else rows.push([cell]);
  }
  return rows;
}
