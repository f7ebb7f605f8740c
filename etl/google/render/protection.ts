import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { PlanRange, PlanSheet } from '../../../shared/plan/plan.ts';
import { googleTexts } from '../../../shared/texts/google-render.ts';
import { rectangles } from '../../drawing/rectangles.ts';
import { gridRange } from './grid.ts';

/** Sheets lists every protected range to people, and a script that asks for locks gets them all. */
const mostAsking = 120;

/**
 * Locks a tab but for its entry cells. In a tab that grows people insert rows, which Google refuses everywhere on a
 * protected sheet; there the rows of headings are locked, and below them locked columns ask before they are changed.
 * Where the entry cells are written as one block, what stands between them asks too: Google refuses a script a block that
 * holds a single cell locked for the person at work. A tab with very many such places is locked cell by cell instead: people
 * without a right to all of it save in several writes there.
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
    const whole = sheet.oneBlock && open.length > 1 ? around(open) : undefined;
    const between = whole ? outside(open, whole) : [];
    const block = between.length <= mostAsking ? whole : undefined;
    const unprotectedRanges = (block ? [block] : open).map((range) => gridRange(sheetId, range));
    return [
      protect({
        range: { sheetId },
        description: googleTexts.protected,
        warningOnly: false,
        ...only,
        ...(open.length > 0 && { unprotectedRanges }),
      }),
      ...(block ? between : []).map((range) =>
        protect({
          range: gridRange(sheetId, range),
          description: googleTexts.between,
          warningOnly: true,
        }),
      ),
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

const around = (ranges: readonly PlanRange[]): PlanRange => ({
  firstRow: Math.min(...ranges.map(({ firstRow }) => firstRow)),
  firstColumn: Math.min(...ranges.map(({ firstColumn }) => firstColumn)),
  lastRow: Math.max(...ranges.map(({ lastRow }) => lastRow)),
  lastColumn: Math.max(...ranges.map(({ lastColumn }) => lastColumn)),
});

/** Rectangles of the cells of a block that lie in none of the ranges. */
function outside(ranges: readonly PlanRange[], block: PlanRange): PlanRange[] {
  const taken = new Set<string>();
  for (const { firstRow, firstColumn, lastRow, lastColumn } of ranges)
    for (let row = firstRow; row <= lastRow; row++)
      for (let column = firstColumn; column <= lastColumn; column++) taken.add(`${row} ${column}`);
  const cells: { row: number; column: number; key: string }[] = [];
  for (let row = block.firstRow; row <= block.lastRow; row++)
    for (let column = block.firstColumn; column <= block.lastColumn; column++)
      if (!taken.has(`${row} ${column}`)) cells.push({ row, column, key: '' });
  return rectangles(cells).map(({ range }) => range);
}

const widthOf = (sheet: PlanSheet): number[] => sheet.columns.map((_, index) => index + 1);
