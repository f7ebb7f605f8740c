import { type EntryBudget, maxEntryCells } from '../parse/entry-budget.ts';
import { maxMergeWork, OpenMerges } from '../parse/open-merges.ts';
import { findMarker, keyText, rowsOfSheet } from '../parse/sheet-rows.ts';
import type { CellRange, CellScalar, SheetCell, SheetData } from '../parse/workbook.ts';

/** A cell under a field key. */
export interface RecordCell {
  readonly row: number;
  readonly column: number;
  /** `<register>.<field>` */
  readonly field: string;
  readonly scalar: CellScalar;
  /** A merge over several rows or columns of the table. */
  readonly merge?: CellRange;
}

/** A row of a table, with every keyed column, filled or not. */
export interface RecordLine {
  /** Text of the key column; empty for free rows. */
  readonly key: string;
  /** Text under `#organisation`, where a district enters rows of its organisations; absent without such a column. */
  readonly unit?: string;
  readonly cells: readonly RecordCell[];
}

/** Names a given row in its tab: by its key, and by its organisation where the rows are of several. */
export const keyOfLine = ({ key, unit }: Pick<RecordLine, 'key' | 'unit'>): string =>
  unit === undefined ? key : `${unit} ${key}`;

export interface RecordSheet {
  /** Version after `msoko:records:`; 0 where the tab has no marker. */
  readonly version: number;
  /** True where there is a `#fields` row, with or without a marker. */
  readonly hasFields: boolean;
  readonly lines: readonly RecordLine[];
}

/** In the key column of the row that names the fields. */
export const fieldsMark = '#fields';
/** In the key column of a heading above rows. */
export const groupMark = '#group';
/** Over the column that names the organisation a row belongs to. */
export const organisationMark = '#organisation';

/**
 * Takes a tab of registers apart by its keys: below a hidden row whose key column says `#fields`, each column belongs to
 * the field its cell names; other rows whose key begins with `#` (headings) are passed over. The marker, `#fields` and
 * keys may have been moved anywhere; rows may be inserted and sorted.
 */
export function recordCells(sheet: SheetData, budget: EntryBudget = { left: maxEntryCells }): RecordSheet {
  const marker = findMarker(sheet, 'records');
  const hasFields = sheet.cells.some((cell) => cell.scalar.type === 'text' && keyText(cell) === fieldsMark);
  if (marker?.version !== 1) return { version: marker?.version ?? 0, hasFields, lines: [] };
  const lines: RecordLine[] = [];
  let fields: readonly SheetCell[] = [];
  let units: number | undefined;
  const merges = new OpenMerges(sheet.merges);
  for (const row of rowsOfSheet(sheet)) {
    const keyCell = row.find((cell) => cell.column === marker.column);
    const key = keyCell ? keyText(keyCell) : '';
    if (key === fieldsMark) {
      const named = row.filter((cell) => cell !== keyCell && keyText(cell) !== '');
      units = named.find((cell) => keyText(cell) === organisationMark)?.column;
      fields = named.filter((cell) => keyText(cell) !== organisationMark);
      continue;
    }
    if (fields.length === 0 || key.startsWith('#') || keyCell === marker.cell) continue;
    const open = merges.at(row[0]!.row);
    merges.work += open.length * fields.length;
    budget.left -= fields.length;
    if (merges.work > maxMergeWork) budget.left = -1;
    if (budget.left < 0) break;
    const unitCell = row.find((cell) => cell.column === units);
    lines.push({
      key,
      ...(units !== undefined && { unit: unitCell ? keyText(unitCell) : '' }),
      cells: cellsOf(open, row, fields),
    });
  }
  return { version: 1, hasFields, lines };
}

function cellsOf(
  merges: readonly CellRange[],
  row: readonly SheetCell[],
  fields: readonly SheetCell[],
): readonly RecordCell[] {
  const at = row[0]!.row;
  const byColumn = new Map(row.map((cell) => [cell.column, cell.scalar]));
  const isWide = (range: CellRange): boolean =>
    range.lastRow > range.firstRow ||
    fields.filter((f) => f.column >= range.firstColumn && f.column <= range.lastColumn).length > 1;
  const wide = merges.filter(isWide);
  return fields.map((field): RecordCell => {
    const merge = wide.find((m) => m.firstColumn <= field.column && m.lastColumn >= field.column);
    return {
      row: at,
      column: field.column,
      field: keyText(field),
      scalar: byColumn.get(field.column) ?? { type: 'empty' },
      ...(merge && { merge }),
    };
  });
}
