import { isGrey } from '../../../shared/parse/blocked-cells.ts';
import { type KeyedCell, keyedCells } from '../../../shared/parse/keyed-cells.ts';
import type { SheetCell, SheetData } from '../../../shared/parse/workbook.ts';
import { cellValue } from '../../../shared/plan/cell-value.ts';
import type { PlanSheet } from '../../../shared/plan/plan.ts';
import { keyOfLine, recordCells } from '../../../shared/record/record-cells.ts';

/** A cell that people fill in. */
export interface EntryPlace {
  readonly row: number;
  readonly column: number;
  readonly isFilled: boolean;
  /** It holds the mark by which a template says that its organisation does not owe it: nobody's answer. */
  readonly isMark: boolean;
}

/** Entry cells by what they mean, and rows of a register that have no key, as they stand. */
export interface EntryPlaces {
  readonly byKey: ReadonlyMap<string, EntryPlace>;
  /** Further cells of a key that stands twice. */
  readonly repeated: readonly EntryPlace[];
  /** By register: rows of fields by key. */
  readonly free: readonly ReadonlyMap<string, EntryPlace>[];
}

/** Whether a cell holds no more than that mark. */
export type IsMark = (cell: KeyedCell) => boolean;

/**
 * The entry cells of a tab by its hidden keys (contracts §5), wherever rows and columns were moved to. `isMark`: by default
 * what looks so, which in a tab of a plan nothing else does.
 */
export function entryPlaces(sheet: SheetData, isMark: IsMark = isGrey): EntryPlaces {
  const byKey = new Map<string, EntryPlace>();
  const repeated: EntryPlace[] = [];
  const free: Map<string, EntryPlace>[] = [];
  const note = (key: string, place: EntryPlace): void => {
    if (byKey.has(key)) repeated.push(place);
    else byKey.set(key, place);
  };
  for (const cell of keyedCells(sheet).cells) {
    const { row, column, rows, rowKey, columnKey, scalar } = cell;
    const mark = isMark(cell);
    const place = { row, column, isFilled: scalar.type !== 'empty' && !mark, isMark: mark };
    note(`${rows}\n${rowKey}\n${columnKey}`, place);
  }
  for (const line of recordCells(sheet).lines) {
    const { key, cells } = line;
    const own = new Map<string, EntryPlace>();
    for (const { row, column, field, scalar } of cells) {
      const place = { row, column, isFilled: scalar.type !== 'empty', isMark: false };
      if (key === '') own.set(field, place);
      else note(`record\n${keyOfLine(line)}\n${field}`, place);
    }
    if (key === '') free.push(own);
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
