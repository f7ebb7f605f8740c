import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { badRequest } from '../../errors.ts';
import { type Area, areaOf, cellAt, eachPlace, putCell } from '../cells.ts';
import { type Cell, gridSize, type Tab } from '../model.ts';
import { mapReferences, offsetReference, withTab } from '../references.ts';
import { type Handler, requireUnprotected, tabOf } from './batch.ts';

/** Copies cells, repeating the source over a larger destination; formulas move their relative references. */
export const copyPaste: Handler<sheets_v4.Schema$CopyPasteRequest> = (batch, request) => {
  const from = tabOf(batch, request.source?.sheetId);
  const to = tabOf(batch, request.destination?.sheetId);
  const source = areaOf(from, request.source ?? {});
  const target = grown(to, areaOf(to, request.destination ?? {}), source);
  requireUnprotected(batch, to, target);
  const cells = snapshot(from, source);
  const height = source.endRow - source.startRow;
  const width = source.endColumn - source.startColumn;
  eachPlace(target, (row, column) => {
    const r = (row - target.startRow) % height;
    const c = (column - target.startColumn) % width;
    const cell = cells[r]?.[c];
    const moved = cell && shifted(cell, row - source.startRow - r, column - source.startColumn - c);
    putCell(to, row, column, pasted(cellAt(to, row, column), moved, request.pasteType ?? 'PASTE_NORMAL'));
  });
  return undefined;
};

export const cutPaste: Handler<sheets_v4.Schema$CutPasteRequest> = (batch, request) => {
  const from = tabOf(batch, request.source?.sheetId);
  const to = tabOf(batch, request.destination?.sheetId);
  const source = areaOf(from, request.source ?? {});
  const at = request.destination ?? {};
  const target = {
    startRow: at.rowIndex ?? 0,
    startColumn: at.columnIndex ?? 0,
    endRow: (at.rowIndex ?? 0) + source.endRow - source.startRow,
    endColumn: (at.columnIndex ?? 0) + source.endColumn - source.startColumn,
  };
  const { rows, columns } = gridSize(to);
  if (target.endRow > rows || target.endColumn > columns)
    throw badRequest('The destination of the paste is outside of the grid.');
  requireUnprotected(batch, from, source);
  requireUnprotected(batch, to, target);
  const cells = snapshot(from, source);
  eachPlace(source, (row, column) => putCell(from, row, column, undefined));
  eachPlace(target, (row, column) =>
    putCell(to, row, column, cells[row - target.startRow]?.[column - target.startColumn]),
  );
  return undefined;
};

const snapshot = (tab: Tab, area: Area): (Cell | undefined)[][] =>
  Array.from({ length: area.endRow - area.startRow }, (_, r) =>
    Array.from({ length: area.endColumn - area.startColumn }, (_, c) =>
      cellAt(tab, area.startRow + r, area.startColumn + c),
    ),
  );

/** The destination holds the source a whole number of times, at least once. */
function grown(tab: Tab, target: Area, source: Area): Area {
  const height = source.endRow - source.startRow;
  const width = source.endColumn - source.startColumn;
  const times = (have: number, one: number): number => Math.max(1, Math.floor(have / one)) * one;
  const area = {
    ...target,
    endRow: target.startRow + times(target.endRow - target.startRow, height),
    endColumn: target.startColumn + times(target.endColumn - target.startColumn, width),
  };
  const { rows, columns } = gridSize(tab);
  if (area.endRow > rows || area.endColumn > columns)
    throw badRequest('The destination of the paste is outside of the grid.');
  return area;
}

function shifted(cell: Cell, rows: number, columns: number): Cell {
  const formula = cell.userEnteredValue?.formulaValue;
  if (!formula) return cell;
  const formulaValue = mapReferences(formula, (reference, tab) =>
    withTab(tab, offsetReference(reference, rows, columns)),
  );
  return { ...cell, userEnteredValue: { formulaValue } };
}

function pasted(old: Cell | undefined, cell: Cell | undefined, type: string): Cell | undefined {
  switch (type) {
    case 'PASTE_NORMAL':
      return cell;
    case 'PASTE_VALUES':
      return { ...old, userEnteredValue: cell?.effectiveValue ?? cell?.userEnteredValue };
    case 'PASTE_FORMULA':
      return { ...old, userEnteredValue: cell?.userEnteredValue };
    case 'PASTE_FORMAT':
      return { ...old, userEnteredFormat: cell?.userEnteredFormat };
    case 'PASTE_DATA_VALIDATION':
      return { ...old, dataValidation: cell?.dataValidation };
    default:
      throw badRequest(`The test server does not imitate pasteType ${type}.`);
  }
}
