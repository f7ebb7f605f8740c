import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { PlanRange, PlanSheet } from '../../../shared/plan/plan.ts';
import { googleTexts } from '../../../shared/texts/google-render.ts';
import { rectangles } from '../../drawing/rectangles.ts';
import { gridRange } from './grid.ts';

/**
 * Locks a tab but for its entry cells. In a tab that grows people insert rows, which Google refuses everywhere on a
 * protected sheet; there the rows of headings are locked, and below them locked columns ask before they are changed.
 */
export function protectionRequests(
  sheet: PlanSheet,
  sheetId: number,
  editors: readonly string[] | undefined,
): sheets_v4.Schema$Request[] {
  if (!sheet.protect) return [];
  const only = editors && editors.length > 0 ? { editors: { users: [...editors] } } : {};
  const protect = (protectedRange: sheets_v4.Schema$ProtectedRange): sheets_v4.Schema$Request => ({
    addProtectedRange: { protectedRange },
  });
  const open = openRanges(sheet);
  if (!sheet.growing || open.length === 0) {
    const unprotectedRanges = open.map((range) => gridRange(sheetId, range));
    return [
      protect({
        range: { sheetId },
        description: googleTexts.protected,
        warningOnly: false,
        ...only,
        ...(open.length > 0 && { unprotectedRanges }),
      }),
    ];
  }
  const top = Math.min(...open.map(({ firstRow }) => firstRow)) - 1;
  const headings = protect({
    range: { sheetId, startRowIndex: 0, endRowIndex: top },
    description: googleTexts.protected,
    warningOnly: false,
    ...only,
  });
  const entered = new Set<number>();
  for (const { firstColumn, lastColumn } of open) {
    for (let column = firstColumn; column <= lastColumn; column++) entered.add(column);
  }
  const locked = rectangles(
    widthOf(sheet).flatMap((column) => (entered.has(column) ? [] : [{ row: 1, column, key: '' }])),
  );
  return [
    headings,
    ...locked.map(({ range }) =>
      protect({
        range: {
          sheetId,
          startRowIndex: top,
          startColumnIndex: range.firstColumn - 1,
          endColumnIndex: range.lastColumn,
        },
        description: googleTexts.warned,
        warningOnly: true,
      }),
    ),
  ];
}

/** Rectangles of the cells that people fill in; merged cells are open all over. */
function openRanges(sheet: PlanSheet): PlanRange[] {
  const merges = new Map(
    (sheet.merges ?? []).map((merge) => [`${merge.firstRow} ${merge.firstColumn}`, merge]),
  );
  const cells = sheet.rows.flatMap((row, index) =>
    row.cells
      .filter(({ entry, blocked }) => entry !== undefined && !blocked)
      .map(({ column }) => ({ row: index + 1, column, key: '' }))
      .sort((a, b) => a.column - b.column),
  );
  return rectangles(cells).map(({ range }) => {
    const merge = merges.get(`${range.firstRow} ${range.firstColumn}`);
    if (!merge) return range;
    const { lastRow, lastColumn } = merge;
    return {
      ...range,
      lastRow: Math.max(range.lastRow, lastRow),
      lastColumn: Math.max(range.lastColumn, lastColumn),
    };
  });
}

const widthOf = (sheet: PlanSheet): number[] => sheet.columns.map((_, index) => index + 1);
