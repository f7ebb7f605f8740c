import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { badRequest } from '../../errors.ts';
import { type Area, areaOf, cellAt, contains, eachPlace, overlaps, putCell, rangeOf } from '../cells.ts';
import type { Tab } from '../model.ts';
import { type Handler, requireUnprotected, tabOf } from './batch.ts';

export const mergeCells: Handler<sheets_v4.Schema$MergeCellsRequest> = (batch, request) => {
  const tab = tabOf(batch, request.range?.sheetId);
  const area = areaOf(tab, request.range ?? {});
  requireUnprotected(batch, tab, area);
  requireWholeMerges(tab, area);
  for (const piece of pieces(area, request.mergeType ?? 'MERGE_ALL')) {
    tab.merges = tab.merges.filter((merge) => !overlaps(areaOf(tab, merge), piece));
    if ((piece.endRow - piece.startRow) * (piece.endColumn - piece.startColumn) > 1)
      tab.merges.push(rangeOf(tab, piece));
    // only the first cell with a value keeps one
    eachPlace(piece, (row, column) => {
      if (row === piece.startRow && column === piece.startColumn) return;
      const cell = cellAt(tab, row, column);
      if (cell?.userEnteredValue) putCell(tab, row, column, { ...cell, userEnteredValue: undefined });
    });
  }
  return undefined;
};

export const unmergeCells: Handler<sheets_v4.Schema$UnmergeCellsRequest> = (batch, request) => {
  const tab = tabOf(batch, request.range?.sheetId);
  const area = areaOf(tab, request.range ?? {});
  requireUnprotected(batch, tab, area);
  requireWholeMerges(tab, area);
  tab.merges = tab.merges.filter((merge) => !overlaps(areaOf(tab, merge), area));
  return undefined;
};

function pieces(area: Area, type: string): Area[] {
  if (type === 'MERGE_ROWS')
    return Array.from({ length: area.endRow - area.startRow }, (_, i) => ({
      ...area,
      startRow: area.startRow + i,
      endRow: area.startRow + i + 1,
    }));
  if (type === 'MERGE_COLUMNS')
    return Array.from({ length: area.endColumn - area.startColumn }, (_, i) => ({
      ...area,
      startColumn: area.startColumn + i,
      endColumn: area.startColumn + i + 1,
    }));
  return [area];
}

function requireWholeMerges(tab: Tab, area: Area): void {
  for (const merge of tab.merges) {
    const old = areaOf(tab, merge);
    if (overlaps(old, area) && !contains(area, old))
      throw badRequest('You must select all cells in a merged range to merge or unmerge them.');
  }
}
