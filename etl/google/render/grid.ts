import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { PlanRange } from '../../../shared/plan/plan.ts';

/** A range as the Sheets API takes it: from 0, the end left out. */
export const gridRange = (sheetId: number, range: PlanRange): sheets_v4.Schema$GridRange => ({
  sheetId,
  startRowIndex: range.firstRow - 1,
  endRowIndex: range.lastRow,
  startColumnIndex: range.firstColumn - 1,
  endColumnIndex: range.lastColumn,
});

/** `1F4E79` as a colour; four decimals tell all 256 steps apart. */
export function colour(rgb: string): sheets_v4.Schema$ColorStyle {
  const part = (at: number): number =>
    Math.round((Number.parseInt(rgb.slice(at, at + 2), 16) / 255) * 1e4) / 1e4;
  return { rgbColor: { red: part(0), green: part(2), blue: part(4) } };
}

/** Columns are 7 pixels a character at Arial 10, plus the padding of a cell. */
export const columnPixels = (characters: number): number => Math.round(characters * 7) + 5;
export const rowPixels = (points: number): number => Math.round((points * 4) / 3);
