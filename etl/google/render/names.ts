import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { PlanSheet } from '../../../shared/plan/plan.ts';
import { submission } from '../../../shared/template/submission-cells.ts';
import { gridRange } from './grid.ts';

/** Names of the answers «Сдаю», for formulas and scripts of people; tabs and cells may move. */
const names: Readonly<Record<string, string>> = {
  [submission.submitted]: 'msoko_submitted',
  [submission.on]: 'msoko_submitted_on',
  [submission.post]: 'msoko_submitted_by_post',
};

/** Named ranges of a tab. */
export function nameRequests(sheet: PlanSheet, sheetId: number): sheets_v4.Schema$Request[] {
  return sheet.rows.flatMap((row, index) =>
    row.cells.flatMap(({ id, column, entry }) => {
      const name = id === undefined || !entry ? undefined : names[id];
      if (name === undefined) return [];
      const range = { firstRow: index + 1, lastRow: index + 1, firstColumn: column, lastColumn: column };
      return [{ addNamedRange: { namedRange: { name, range: gridRange(sheetId, range) } } }];
    }),
  );
}
