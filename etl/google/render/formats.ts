import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { PlanRange, PlanSheet } from '../../../shared/plan/plan.ts';
import { cellLook, type Edge } from '../../drawing/looks.ts';
import { type Keyed, rectangles } from '../../drawing/rectangles.ts';
import { borders, cellFormat } from './cell-format.ts';
import { gridRange } from './grid.ts';
import { paintedRectangles } from './painted-rectangles.ts';

interface Looked extends Keyed {
  readonly format: sheets_v4.Schema$CellFormat;
  readonly edge: Edge | undefined;
}

/**
 * Formats of a tab: first all but the lines, one request per rectangle, painted over where cells differ from their
 * neighbours; then the lines, which reach over whole tables. A merged range looks like its first cell all over.
 */
export function formatRequests(sheet: PlanSheet, sheetId: number): sheets_v4.Schema$Request[] {
  const cells = lookedCells(sheet);
  const lined = cells.flatMap(({ row, column, edge }) => (edge ? [{ row, column, key: edge }] : []));
  return [
    ...paintedRectangles(cells).map(({ range, first }) => ({
      repeatCell: {
        range: gridRange(sheetId, range),
        cell: { userEnteredFormat: first.format },
        fields: 'userEnteredFormat',
      },
    })),
    ...rectangles(lined).map(({ range, first }) => ({
      repeatCell: {
        range: gridRange(sheetId, range),
        cell: { userEnteredFormat: { borders: borders(first.key) } },
        fields: 'userEnteredFormat.borders',
      },
    })),
  ];
}

/** All of a format but how the number is shown. */
const withoutNumber =
  'userEnteredFormat(backgroundColorStyle,borders,horizontalAlignment,padding,textFormat,verticalAlignment,wrapStrategy)';

/** The looks of entry cells again. Where any number may be typed its own format stays: it tells 85 % from 0.85. */
export function entryLookRequests(sheet: PlanSheet, sheetId: number): sheets_v4.Schema$Request[] {
  const cells = sheet.rows.flatMap((row, index) =>
    row.cells
      .filter(({ entry }) => entry !== undefined)
      .map((cell) => ({ row: index + 1, column: cell.column, look: cellLook(cell) }))
      .map((cell) => ({ ...cell, key: cell.look.key }))
      .sort((a, b) => a.column - b.column),
  );
  return rectangles(cells).map(({ range, first: { look } }) => ({
    repeatCell: {
      range: gridRange(sheetId, range),
      cell: {
        userEnteredFormat: {
          ...cellFormat(look),
          ...(look.look.edge && { borders: borders(look.look.edge) }),
        },
      },
      fields: look.format === 'general' ? withoutNumber : 'userEnteredFormat',
    },
  }));
}

function lookedCells(sheet: PlanSheet): Looked[] {
  const merges = new Map(
    (sheet.merges ?? []).map((merge) => [`${merge.firstRow} ${merge.firstColumn}`, merge]),
  );
  const formats = new Map<string, sheets_v4.Schema$CellFormat>();
  const cells: Looked[] = [];
  const covered = coveredBy(sheet.merges ?? []);
  for (const [index, row] of sheet.rows.entries()) {
    for (const cell of row.cells) {
      if (cell.style === undefined && cell.entry === undefined && cell.format === undefined) continue;
      const place = `${index + 1} ${cell.column}`;
      if (covered.has(place)) continue;
      const look = cellLook(cell);
      const format = formats.get(look.key) ?? cellFormat(look);
      formats.set(look.key, format);
      const merge = merges.get(place);
      for (let at = index + 1; at <= (merge?.lastRow ?? index + 1); at++) {
        for (let column = cell.column; column <= (merge?.lastColumn ?? cell.column); column++) {
          cells.push({ row: at, column, key: look.key, format, edge: look.look.edge });
        }
      }
    }
  }
  return cells.sort((a, b) => a.row - b.row || a.column - b.column);
}

/** Places under a merge but for its first cell. */
function coveredBy(merges: readonly PlanRange[]): Set<string> {
  const covered = new Set<string>();
  for (const { firstRow, firstColumn, lastRow, lastColumn } of merges) {
    for (let row = firstRow; row <= lastRow; row++) {
      for (let column = firstColumn; column <= lastColumn; column++) {
        if (row !== firstRow || column !== firstColumn) covered.add(`${row} ${column}`);
      }
    }
  }
  return covered;
}
