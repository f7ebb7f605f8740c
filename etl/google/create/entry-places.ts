import { keyedCells } from '../../../shared/parse/keyed-cells.ts';
import type { SheetCell, SheetData } from '../../../shared/parse/workbook.ts';
import { cellValue } from '../../../shared/plan/cell-value.ts';
import type { PlanSheet } from '../../../shared/plan/plan.ts';
import { recordCells } from '../../../shared/record/record-cells.ts';

/** A cell that people fill in. */
export interface EntryPlace {
  readonly row: number;
  readonly column: number;
  readonly isFilled: boolean;
}

/** Entry cells by what they mean, and rows of a register that have no key, as they stand. */
export interface EntryPlaces {
  readonly byKey: ReadonlyMap<string, EntryPlace>;
  /** Further cells of a key that stands twice. */
  readonly repeated: readonly EntryPlace[];
  /** By register: rows of fields by key. */
  readonly free: readonly ReadonlyMap<string, EntryPlace>[];
}

/** The entry cells of a tab by its hidden keys (contracts §5), wherever rows and columns were moved to. */
export function entryPlaces(sheet: SheetData): EntryPlaces {
  const byKey = new Map<string, EntryPlace>();
  const repeated: EntryPlace[] = [];
  const free: Map<string, EntryPlace>[] = [];
  const note = (key: string, place: EntryPlace): void => {
    if (byKey.has(key)) repeated.push(place);
    else byKey.set(key, place);
  };
  for (const { row, column, rows, rowKey, columnKey, scalar } of keyedCells(sheet).cells) {
    note(`${rows}\n${rowKey}\n${columnKey}`, { row, column, isFilled: scalar.type !== 'empty' });
  }
  for (const { key, cells } of recordCells(sheet).lines) {
    const line = new Map<string, EntryPlace>();
    for (const { row, column, field, scalar } of cells) {
      const place = { row, column, isFilled: scalar.type !== 'empty' };
      if (key === '') line.set(field, place);
      else note(`record\n${key}\n${field}`, place);
    }
    if (key === '') free.push(line);
  }
  return { byKey, repeated, free };
}

/** A tab of the plan as a reader would find it, empty entry cells included. */
export function planData(sheet: PlanSheet): SheetData {
  const cells = sheet.rows.flatMap((row, index) =>
    [...row.cells]
      .sort((a, b) => a.column - b.column)
      .map((cell): SheetCell => {
        const value = cellValue(cell);
        const at = { row: index + 1, column: cell.column };
        if (typeof value === 'string' && value !== '') return { ...at, scalar: { type: 'text', value } };
        if (typeof value === 'number') return { ...at, scalar: { type: 'number', value } };
        // a row without keys and values is found by its cells
        return { ...at, scalar: { type: 'empty' } };
      }),
  );
  return { name: sheet.name, hidden: sheet.hidden === true, cells, merges: [] };
}
