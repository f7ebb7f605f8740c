import { findMarker, keyText, rowsOfSheet } from './sheet-rows.ts';
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

const columnsMark = '#cols';

/** Takes a tab apart by its keys (contracts §5), wherever rows and columns were moved to. */
export function keyedCells(sheet: SheetData): KeyedSheet {
  const marker = findMarker(sheet, 'keys');
  const hasColumns = sheet.cells.some((cell) => cell.scalar.type === 'text' && keyText(cell) === columnsMark);
  if (marker?.version !== 1) {
    return { version: marker?.version ?? 0, hasColumns, cells: [], stray: [] };
  }
  const cells: KeyedCell[] = [];
  const stray: SheetCell[] = [];
  let columns: readonly SheetCell[] = [];
  let keyedRowSeen = false;
  for (const row of rowsOfSheet(sheet)) {
    const key = row.find((cell) => cell.column === marker.column);
    const rowKey = key ? keyText(key) : '';
    if (rowKey === columnsMark) {
      columns = row.filter((cell) => cell !== key && keyText(cell) !== '');
      keyedRowSeen = false;
    } else if (rowKey !== '' && key !== marker.cell) {
      keyedRowSeen = true;
      const byColumn = new Map(row.map((cell) => [cell.column, cell.scalar]));
      const merges = sheet.merges.filter(
        (range) => range.firstRow <= row[0]!.row && range.lastRow >= row[0]!.row,
      );
      for (const column of columns) {
        const merge = merges.find((m) => m.firstColumn <= column.column && m.lastColumn >= column.column);
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
