import type { SheetDraft } from './sheet-draft.ts';

/** Bars inside the cells of some columns (1-based), from a row to the last one written. */
export function percentBars(sheet: SheetDraft, firstRow: number, columns: readonly number[]): void {
  if (sheet.at() < firstRow) return;
  for (const column of columns) {
    const range = { firstRow, lastRow: sheet.at(), firstColumn: column, lastColumn: column };
    sheet.condition({ range, rule: { type: 'bar' } });
  }
}
