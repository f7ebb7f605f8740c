import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { PlanSheet } from '../../../shared/plan/plan.ts';
import { rowHeights } from '../../drawing/row-heights.ts';
import { columnPixels, rowPixels } from './grid.ts';

interface Size {
  readonly pixels: number;
  readonly hidden: boolean;
}

/** Width of each column and height of each row in pixels. */
export function dimensionsOf(sheet: PlanSheet): { readonly columns: Size[]; readonly rows: Size[] } {
  const heights = rowHeights(sheet);
  return {
    columns: sheet.columns.map(({ width, hidden }) => ({
      pixels: columnPixels(width),
      hidden: hidden === true,
    })),
    rows: sheet.rows.map(({ hidden }, index) => ({
      pixels: rowPixels(heights[index] as number),
      hidden: hidden === true,
    })),
  };
}

/** Requests for widths, heights and what is hidden: the usual size for all, then one per run that differs. */
export function dimensionRequests(sheet: PlanSheet, sheetId: number): sheets_v4.Schema$Request[] {
  const { columns, rows } = dimensionsOf(sheet);
  return [...sized(columns, 'COLUMNS', sheetId), ...sized(rows, 'ROWS', sheetId)];
}

function sized(sizes: readonly Size[], dimension: string, sheetId: number): sheets_v4.Schema$Request[] {
  if (sizes.length === 0) return [];
  const request = (
    startIndex: number,
    endIndex: number,
    { pixels, hidden }: Size,
  ): sheets_v4.Schema$Request => ({
    updateDimensionProperties: {
      range: { sheetId, dimension, startIndex, endIndex },
      properties: { pixelSize: pixels, ...(hidden && { hiddenByUser: true }) },
      fields: hidden ? 'pixelSize,hiddenByUser' : 'pixelSize',
    },
  });
  const counts = new Map<number, number>();
  for (const { pixels } of sizes) counts.set(pixels, (counts.get(pixels) ?? 0) + 1);
  const [usual] = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best));
  const requests = [request(0, sizes.length, { pixels: usual, hidden: false })];
  for (let start = 0; start < sizes.length; ) {
    const size = sizes[start] as Size;
    let end = start + 1;
    while (sizes[end]?.pixels === size.pixels && sizes[end]?.hidden === size.hidden) end++;
    if (size.hidden || size.pixels !== usual) requests.push(request(start, end, size));
    start = end;
  }
  return requests;
}
