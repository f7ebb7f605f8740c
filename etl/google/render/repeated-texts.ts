import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { gridRange } from './grid.ts';

/** Runs from so many cells on are worth a request of their own, which takes as many bytes as some three short texts. */
const fewest = 4;

/**
 * Takes out of rows the texts that stand in one column many times below each other, and answers requests that write each
 * of them once for all its cells. Lists of remarks shrink to less than half by it.
 */
export function repeatedTexts(
  rows: readonly sheets_v4.Schema$RowData[],
  sheetId: number,
): sheets_v4.Schema$Request[] {
  const requests: sheets_v4.Schema$Request[] = [];
  const width = Math.max(0, ...rows.map(({ values }) => values?.length ?? 0));
  for (let column = 0; column < width; column++) {
    const text = (row: number): string | undefined => plainText(rows[row]?.values?.[column]);
    for (let start = 0; start < rows.length; ) {
      const value = text(start);
      let end = start + 1;
      while (end < rows.length && value !== undefined && text(end) === value) end++;
      if (value !== undefined && end - start >= fewest) {
        for (let row = start; row < end; row++) rows[row]!.values![column] = {};
        const place = { firstRow: start + 1, lastRow: end, firstColumn: column + 1, lastColumn: column + 1 };
        requests.push({
          repeatCell: {
            range: gridRange(sheetId, place),
            cell: { userEnteredValue: { stringValue: value } },
            fields: 'userEnteredValue',
          },
        });
      }
      start = end;
    }
  }
  return requests;
}

/** A text with nothing else to it: no link, no small print, no note. */
function plainText(cell: sheets_v4.Schema$CellData | undefined): string | undefined {
  if (!cell || cell.note !== undefined || cell.textFormatRuns !== undefined) return undefined;
  return cell.userEnteredValue?.stringValue ?? undefined;
}
