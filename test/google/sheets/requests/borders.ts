import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { areaOf, cellAt, eachPlace, putCell } from '../cells.ts';
import { type Handler, requireUnprotected, tabOf } from './batch.ts';

export const updateBorders: Handler<sheets_v4.Schema$UpdateBordersRequest> = (batch, request) => {
  const tab = tabOf(batch, request.range?.sheetId);
  const area = areaOf(tab, request.range ?? {});
  requireUnprotected(batch, tab, area);
  eachPlace(area, (row, column) => {
    const old = cellAt(tab, row, column);
    const side = (
      outer: sheets_v4.Schema$Border | undefined,
      inner: sheets_v4.Schema$Border | undefined,
      edge: boolean,
      before: sheets_v4.Schema$Border | undefined,
    ): sheets_v4.Schema$Border | undefined => (edge ? outer : inner) ?? before;
    const before = old?.userEnteredFormat?.borders;
    const borders = {
      top: side(request.top, request.innerHorizontal, row === area.startRow, before?.top),
      bottom: side(request.bottom, request.innerHorizontal, row === area.endRow - 1, before?.bottom),
      left: side(request.left, request.innerVertical, column === area.startColumn, before?.left),
      right: side(request.right, request.innerVertical, column === area.endColumn - 1, before?.right),
    };
    putCell(tab, row, column, { ...old, userEnteredFormat: { ...old?.userEnteredFormat, borders } });
  });
  return undefined;
};
