import type { PlanCell, PlanRange, PlanSheet } from '../../shared/plan/plan.ts';
import { detailLook, fontSize, textLook } from './looks.ts';
import { wrappedLines } from './text-width.ts';

/** Highest row of Excel, in points. */
const maxHeight = 409;
const minHeight = 15.75;
/** Points per character of column width at Arial 10 (7 pixels), and the padding of a cell. */
const pointsPerCharacter = 5.25;
const padding = 6;
/** One step of indent: three blanks. */
const indent = 8.5;

/**
 * Heights in points so that wrapped text is seen whole: neither Excel nor LibreOffice fits merged cells on opening.
 * A height given in the plan stays. Text of a cell merged over several rows enlarges the last of them.
 */
export function rowHeights(sheet: PlanSheet): number[] {
  const merges = new Map<string, PlanRange>();
  for (const merge of sheet.merges ?? []) merges.set(`${merge.firstRow} ${merge.firstColumn}`, merge);
  const heights = sheet.rows.map((row) => row.height ?? Math.max(minHeight, row.least ?? 0));
  const tall: { readonly merge: PlanRange; readonly height: number }[] = [];
  for (const [index, row] of sheet.rows.entries()) {
    if (row.height !== undefined) continue;
    for (const cell of row.cells) {
      const merge = merges.get(`${index + 1} ${cell.column}`);
      const height = cellHeight(cell, columnsWidth(sheet, cell.column, merge?.lastColumn ?? cell.column));
      if (merge && merge.lastRow > merge.firstRow) tall.push({ merge, height });
      else heights[index] = Math.max(heights[index] ?? minHeight, height);
    }
  }
  for (const { merge, height } of tall) {
    const have = heights.slice(merge.firstRow - 1, merge.lastRow).reduce((a, b) => a + b, 0);
    const last = merge.lastRow - 1;
    const lastHeight = heights[last];
    if (height > have && lastHeight !== undefined) heights[last] = lastHeight + height - have;
  }
  return heights.map((height) => Math.min(maxHeight, Math.round(height * 4) / 4));
}

function cellHeight(cell: PlanCell, width: number): number {
  const look = textLook(cell.style);
  const text = typeof cell.value === 'string' ? cell.value : (cell.longest ?? '');
  const room = width - padding - (look.indented ? indent : 0);
  const isWrapped = look.wrap && width > 0;
  // what a formula may say is mostly a remark, which a condition makes bold
  const isBold = look.bold || cell.longest !== undefined;
  const lines = isWrapped && text !== '' ? wrappedLines(text, room, look.size, isBold) : 1;
  const { detail } = cell;
  const small = isWrapped && detail ? wrappedLines(detail, room, detailLook.size, false) : 0;
  const content = lines * lineHeight(look.size) + small * lineHeight(detailLook.size);
  return Math.max(minHeight, content + (look.size > fontSize ? 6 : 3.5) + (small > 0 ? 3 : 0));
}

/** Arial's line is 1.15 of its size; programs round each line up to whole pixels. */
const lineHeight = (size: number): number => Math.ceil(size * 1.17 * 2) / 2 + 0.75;

function columnsWidth(sheet: PlanSheet, first: number, last: number): number {
  let width = 0;
  for (let column = first; column <= last; column++) {
    const plan = sheet.columns[column - 1];
    if (!plan?.hidden) width += (plan?.width ?? 9) * pointsPerCharacter;
  }
  return width;
}
