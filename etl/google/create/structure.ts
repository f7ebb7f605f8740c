import type { RecordKind } from '../../../shared/catalog/types.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import type { GivenRow } from '../../../shared/template/record-sheet.ts';
import type { TemplateBook } from '../../run/template-books.ts';

/**
 * Rows of a register that belong to its structure: those with a key, with what is printed in them. What people enter is
 * the spreadsheet's own, so it takes no part in the question whether a tab is still as it should be.
 */
export const structureRows = (kind: RecordKind | undefined, given: readonly GivenRow[]): GivenRow[] => {
  const printed = new Set(kind?.fields.filter(({ isPrinted }) => isPrinted).map(({ code }) => code));
  return given
    .filter(({ key }) => key !== undefined)
    .map(({ answers: _, values, ...row }) => ({
      ...row,
      values: Object.fromEntries(Object.entries(values).filter(([field]) => printed.has(field))),
    }));
};

/**
 * The plan of a workbook without anything entered, with `spare` free rows more than usual in a register, so that all
 * rows that stand in the spreadsheet find room.
 */
export function structurePlan(
  book: TemplateBook,
  records: ReadonlyMap<string, RecordKind>,
  spare: (record: string) => number = () => 0,
): Plan {
  return book.plan({
    records: (record) => [
      ...structureRows(records.get(record), book.entered(record)),
      ...Array.from({ length: spare(record) }, (): GivenRow => ({ values: {} })),
    ],
  });
}
