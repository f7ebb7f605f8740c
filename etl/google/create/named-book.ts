import type { Plan } from '../../../shared/plan/plan.ts';
import { metaTab } from '../../../shared/template/meta-sheet.ts';

/**
 * The plan with the id of its spreadsheet in `_meta`, as the row `spreadsheet`: «Файл → Создать копию» copies every tab and
 * mark, so nothing else tells a copy from the original.
 */
export const namedBook = (plan: Plan, spreadsheetId: string): Plan => ({
  ...plan,
  sheets: plan.sheets.map((sheet) =>
    sheet.name === metaTab
      ? {
          ...sheet,
          rows: [
            ...sheet.rows,
            {
              cells: [
                { column: 1, value: 'spreadsheet' },
                { column: 2, value: spreadsheetId, format: 'text' },
              ],
            },
          ],
        }
      : sheet,
  ),
});
