import { writePieces } from '../../../shared/form-view/write-pieces.ts';
import type { CellRange, CellScalar } from '../../../shared/parse/workbook.ts';
import { cellAddress } from '../../../shared/plan/address.ts';
import { markCells } from '../edit/mark-cells.ts';
import { sheetValue } from '../sheet/sheet-value.ts';
import { dateIn } from '../sheet/today.ts';
import { isRewritable, type Target } from './target-cells.ts';

/** A value for a cell; `at` is its place among the changes. */
export interface CellWrite {
  readonly at: number;
  readonly row: number;
  readonly column: number;
  readonly value: CellScalar;
  readonly wasWrong: boolean;
}

/**
 * Writes cells by as few blocks as hold nothing but entry cells, or by value where that takes fewer writes, and waits
 * until Sheets has taken them. Where Sheets
 * refuses a block, its cells are tried one by one: a single one may be open for a correction, its neighbours locked.
 * What is refused then (a protected range, a rule of the cell) is told by `refused`.
 */
export function writeBlocks(
  target: Target,
  writes: readonly CellWrite[],
  refused: (at: number) => void,
): void {
  const byPlace = new Map(writes.map((write) => [`${write.row} ${write.column}`, write]));
  const isOurs = (row: number, column: number): boolean => {
    const cell = target.at(row, column);
    return cell !== undefined && !target.isFormula(cell) && !target.isHandedIn(cell) && isRewritable(cell);
  };
  const write = (range: CellRange): void => {
    const inside: CellWrite[] = [];
    const values = span(range.firstRow, range.lastRow).map((row) =>
      span(range.firstColumn, range.lastColumn).map((column) => {
        const own = byPlace.get(`${row} ${column}`);
        if (own) inside.push(own);
        const scalar = own?.value ?? target.at(row, column)?.scalar ?? { type: 'empty' };
        return sheetValue(scalar, (day) => dateIn(target.spreadsheet, day));
      }),
    );
    const { firstRow, firstColumn } = range;
    const block = target.sheet.getRange(firstRow, firstColumn, values.length, values[0]?.length ?? 1);
    try {
      block.setValues(values);
      SpreadsheetApp.flush();
    } catch {
      if (firstRow === range.lastRow && firstColumn === range.lastColumn) inside.map(({ at }) => refused(at));
      else for (const { row, column } of inside) write(oneCell(row, column));
      return;
    }
    const fit = inside.filter(({ wasWrong }) => wasWrong).map(({ row, column }) => `${row} ${column}`);
    if (fit.length > 0) markCells(block, new Set(fit), new Map());
  };
  const pieces = writePieces(writes, isOurs);
  const same = bySameValue(writes);
  if (same.length < pieces.length && writeLists(target, same)) return;
  for (const range of pieces) write(range);
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

/** One write per value, where that is fewer: tables apart, few different answers. False where Sheets refuses one. */
function writeLists({ sheet, spreadsheet }: Target, groups: readonly (readonly CellWrite[])[]): boolean {
  try {
    for (const group of groups) {
      const places = group.map(({ row, column }) => cellAddress(row, column));
      sheet.getRangeList(places).setValue(sheetValue(group[0]!.value, (day) => dateIn(spreadsheet, day)));
    }
    SpreadsheetApp.flush();
  } catch {
    return false;
  }
  for (const { row, column, wasWrong } of groups.flat())
    if (wasWrong) markCells(sheet.getRange(row, column), new Set([`${row} ${column}`]), new Map());
  return true;
}

const oneCell = (row: number, column: number): CellRange => ({
  firstRow: row,
  firstColumn: column,
  lastRow: row,
  lastColumn: column,
});

const span = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);
