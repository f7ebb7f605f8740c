import { isWithin } from '../../../shared/form-view/is-within.ts';
import { around, writePieces } from '../../../shared/form-view/write-pieces.ts';
import type { CellRange, CellScalar } from '../../../shared/parse/workbook.ts';
import { cellAddress } from '../../../shared/plan/address.ts';
import { rangeOver } from '../sheet/cell-range.ts';
import { sheetValue } from '../sheet/sheet-value.ts';
import { dateIn } from '../sheet/today.ts';
import type { Target } from './target-cells.ts';

/** A value for a cell; `at` is its place among the changes. */
export interface CellWrite {
  readonly at: number;
  readonly row: number;
  readonly column: number;
  readonly value: CellScalar;
}

/**
 * Writes cells by as few blocks as can be: one over all of them, where the rest of it may be written again as it is; by value
 * where that takes fewer. What is not ours to write, what no value keeps as it is, and formulas are never part of a block.
 * Waits until Sheets has taken the values. A block that Sheets refuses (a rule of a cell forbids what stands there, a
 * range is protected) is tried without the cells that were not to be changed, then cell by cell; what is refused then is
 * told by `refused`.
 */
export function writeBlocks(
  target: Target,
  writes: readonly CellWrite[],
  refused: (at: number) => void,
): void {
  if (writes.length === 0) return;
  const pieces = writePieces(writes, mayBeKept(target, around(writes)));
  const same = bySameValue(writes);
  if (same.length < pieces.length && writeLists(target, same)) return;
  for (const piece of pieces) {
    const inside = writes.filter((write) => isIn(write, piece));
    if (writeBlock(target, piece, inside)) continue;
    for (const part of writePieces(inside, () => false)) {
      const own = inside.filter((write) => isIn(write, part));
      if (writeBlock(target, part, own)) continue;
      for (const write of own)
        if (own.length === 1 || !writeBlock(target, around([write]), [write])) refused(write.at);
    }
  }
}

/**
 * Which cells may be written again with what they hold: entry cells, and where the person may change the whole block those
 * between them and those that were handed in. Google refuses a block with a single cell that is protected from the person.
 */
function mayBeKept(target: Target, block: CellRange): (row: number, column: number) => boolean {
  let isOpen: boolean | undefined;
  return (row, column) => {
    const cell = { row, column };
    if (target.kept(cell) === undefined) return false;
    if (target.isEntry(cell) && !target.isHandedIn(cell)) return true;
    isOpen ??= rangeOver(target.sheet, block).canEdit();
    return isOpen;
  };
}

/** False where Sheets refuses it. */
function writeBlock(target: Target, block: CellRange, writes: readonly CellWrite[]): boolean {
  const own = new Map(writes.map((write) => [cellAddress(write.row, write.column), write.value]));
  const values = span(block.firstRow, block.lastRow).map((row) =>
    span(block.firstColumn, block.lastColumn).map((column) => {
      const value = own.get(cellAddress(row, column));
      return value ? written(target, value) : (target.kept({ row, column }) ?? '');
    }),
  );
  try {
    rangeOver(target.sheet, block).setValues(values);
    SpreadsheetApp.flush();
    return true;
  } catch {
    return false;
  }
}

/** Changes of one value each. */
function bySameValue(writes: readonly CellWrite[]): CellWrite[][] {
  const groups = new Map<string, CellWrite[]>();
  for (const write of writes) {
    const key = JSON.stringify(write.value);
    const group = groups.get(key);
    if (group) group.push(write);
    else groups.set(key, [write]);
  }
  return [...groups.values()];
}

/** One write per value: tables apart, few different answers. False where Sheets refuses one. */
function writeLists(target: Target, groups: readonly (readonly CellWrite[])[]): boolean {
  try {
    for (const group of groups) {
      const places = group.map(({ row, column }) => cellAddress(row, column));
      target.sheet.getRangeList(places).setValue(written(target, group[0]!.value));
    }
    SpreadsheetApp.flush();
  } catch {
    return false;
  }
  return true;
}

const written = ({ spreadsheet }: Target, value: CellScalar): ReturnType<typeof sheetValue> =>
  sheetValue(value, (day) => dateIn(spreadsheet, day));

const isIn = (write: CellWrite, block: CellRange): boolean => isWithin(write, [block]);

const span = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);
