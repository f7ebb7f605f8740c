import { type EntryBudget, maxEntryCells } from './entry-budget.ts';
import { maxMergeWork, OpenMerges } from './open-merges.ts';
import { findMarker, keyText, rowsOfSheet } from './sheet-rows.ts';
import type { CellRange, CellScalar, SheetCell, SheetData } from './workbook.ts';

/** A cell that keys make an entry cell, filled or not. */
export interface KeyedCell {
  readonly row: number;
  readonly column: number;
  /** What the rows are. */
  readonly rows: KeyedRows;
  /** Key of the row: an element's code, or an organisation's. */
  readonly rowKey: string;
  /** Key of the column: `<period>` or `<period>|<member>…` below `#cols`, `<concrete element>|<period>` below `#elements`. */
  readonly columnKey: string;
  readonly scalar: CellScalar;
  /** The merged range it lies in. */
  readonly merge?: CellRange;
}

/** Whose value of what a cell is, as its keys say; `unit` is empty where it is the workbook's own. */
export function targetOfKeys({ rows, rowKey, columnKey }: Pick<KeyedCell, 'rows' | 'rowKey' | 'columnKey'>) {
  const [first = '', ...rest] = columnKey.split('|').map((word) => word.trim());
  return rows === 'elements'
    ? { unit: '', element: [rowKey, ...rest].join('.'), period: first }
    : { unit: rowKey, element: first, period: rest.join('|') };
}

/** Rows are elements of one unit (below `#cols`) or organisations of a district (below `#elements`). */
export type KeyedRows = 'elements' | 'organisations';

export interface KeyedSheet {
  /** Version after `msoko:keys:`; 0 where the tab has no marker. */
  readonly version: number;
  /** True where there are rows `#cols` or `#elements`, with or without a marker. */
  readonly hasColumns: boolean;
  readonly cells: readonly KeyedCell[];
  /** Numbers typed into keyed columns of rows that have no key: they reach nobody. */
  readonly stray: readonly SheetCell[];
}

const marks: ReadonlyMap<string, KeyedRows> = new Map([
  ['#cols', 'elements'],
  ['#elements', 'organisations'],
] as const);
/** Key of the column where people see the organisations' codes. */
const codesMark = '#organisation';

/** The columns that a row `#cols` or `#elements` names, for the rows below it. */
interface Section {
  readonly rows: KeyedRows;
  readonly columns: readonly SheetCell[];
  /** Column of the codes that people see, in a section of organisations. */
  readonly codes?: number;
}

/** Takes a tab apart by its keys (contracts §5), wherever rows and columns were moved to. */
export function keyedCells(sheet: SheetData, budget: EntryBudget = { left: maxEntryCells }): KeyedSheet {
  const marker = findMarker(sheet, 'keys');
  const hasColumns = sheet.cells.some((cell) => cell.scalar.type === 'text' && marks.has(keyText(cell)));
  if (marker?.version !== 1) {
    return { version: marker?.version ?? 0, hasColumns, cells: [], stray: [] };
  }
  const merges = new OpenMerges(sheet.merges);
  const cells: KeyedCell[] = [];
  const stray: SheetCell[] = [];
  let section: Section = { rows: 'elements', columns: [] };
  let keyedRowSeen = false;
  const rows = rowsOfSheet(sheet);
  const keyAt = (row: readonly SheetCell[]): SheetCell | undefined =>
    row.find((cell) => cell.column === marker.column);
  const keys = new Set(rows.map((row) => textOf(keyAt(row))));
  for (const row of rows) {
    const key = keyAt(row);
    const mark = marks.get(textOf(key));
    if (mark !== undefined) {
      section = sectionOf(mark, row, key);
      keyedRowSeen = false;
      continue;
    }
    const rowKey = key === marker.cell ? '' : keyOf(row, textOf(key), section, keys);
    if (rowKey !== '') {
      keyedRowSeen = true;
      const byColumn = new Map(row.map((cell) => [cell.column, cell.scalar]));
      budget.left -= section.columns.length;
      if (merges.work > maxMergeWork) budget.left = -1;
      if (budget.left < 0) break;
      for (const column of section.columns) {
        const merge = merges.over(row[0]!.row, column.column);
        cells.push({
          row: row[0]!.row,
          column: column.column,
          rows: section.rows,
          rowKey,
          columnKey: keyText(column),
          scalar: byColumn.get(column.column) ?? { type: 'empty' },
          ...(merge && { merge }),
        });
      }
    } else if (keyedRowSeen) {
      const keyed = new Set(section.columns.map((column) => column.column));
      stray.push(
        ...row.filter((cell) => cell.scalar.type === 'number' && !cell.formula && keyed.has(cell.column)),
      );
    }
  }
  return { version: 1, hasColumns, cells, stray };
}

function sectionOf(rows: KeyedRows, row: readonly SheetCell[], mark: SheetCell | undefined): Section {
  const columns = row.filter((cell) => cell !== mark && keyText(cell) !== '');
  if (rows === 'elements') return { rows, columns };
  const codes = columns.find((cell) => keyText(cell) === codesMark);
  return {
    rows,
    columns: columns.filter((cell) => cell !== codes),
    ...(codes && { codes: codes.column }),
  };
}

/**
 * Key of a row. Of organisations people see the codes too: who sorts what can be seen leaves the hidden keys behind,
 * and who adds a row writes no hidden key. So a visible code counts where the tab knows it from another row, or where
 * there is no key but numbers.
 */
function keyOf(
  row: readonly SheetCell[],
  key: string,
  { codes, columns }: Section,
  keys: ReadonlySet<string>,
): string {
  const seen = codes === undefined ? '' : textOf(row.find((cell) => cell.column === codes));
  if (seen === '' || seen === key) return key;
  if (key !== '') return keys.has(seen) ? seen : key;
  const keyed = new Set(columns.map((column) => column.column));
  const hasNumbers = row.some(
    (cell) => keyed.has(cell.column) && cell.scalar.type === 'number' && !cell.formula,
  );
  return hasNumbers ? seen : '';
}

const textOf = (cell: SheetCell | undefined): string => (cell ? keyText(cell) : '');
