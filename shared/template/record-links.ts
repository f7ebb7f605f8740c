import type { PlanCell } from '../plan/plan.ts';
import { recordTexts } from '../texts/records.ts';
import { templateTexts } from '../texts/template.ts';
import type { RecordSheet } from './record-sheet.ts';
import type { Rows } from './rows.ts';

/** «Реестры» of the title page, on its eight columns: each register with its tab, what it wants and how many rows it has. */
export function recordLinks(rows: Rows, records: readonly RecordSheet[], lastColumn: number): void {
  const { title } = recordTexts;
  rows.add([], { height: 6 });
  rows.wide({ column: 1, value: title.heading, style: 'section' }, lastColumn);
  rows.wide({ column: 1, value: title.help, style: 'text' }, lastColumn);
  const places = [1, 2, 4, 5, 7];
  const head = rows.add(
    title.columns.map((value, i): PlanCell => ({ column: places[i]!, value, style: 'heading' })),
  );
  const merge = (row: number) => {
    rows.merge(row, 2, row, 3);
    rows.merge(row, 5, row, 6);
    rows.merge(row, 7, row, lastColumn);
  };
  merge(head);
  records.forEach(({ kind, sheet, filled }, i) => {
    const row = rows.add([
      { column: 1, value: i + 1, style: 'unit' },
      { column: 2, value: kind.title, style: 'text' },
      // a link of its own: LibreOffice does not wrap the text of a link
      {
        column: 4,
        value: templateTexts.title.open,
        style: 'link',
        link: { sheet: sheet.name, cell: 'B2' },
      },
      {
        column: 5,
        value: kind.rows === 0 ? title.fixed : kind.isStanding ? title.standing : title.yearly,
        style: 'unit',
      },
      { column: 7, formula: filled, style: 'unit', format: 'integer' },
    ]);
    merge(row);
  });
}
