import type { RecordKind } from '../../../shared/catalog/types.ts';
import type { GivenRow } from '../../../shared/template/record-sheet.ts';
import type { TemplateBook } from '../../run/template-books.ts';

/**
 * Rows of a register that belong to its structure: those with a key, with what is printed in them. What people enter is
 * the spreadsheet's own, so it takes no part in the question whether a tab is still as it should be.
 */
export function structureRows(kind: RecordKind | undefined, given: readonly GivenRow[]): GivenRow[] {
  const printed = new Set(kind?.fields.filter(({ isPrinted }) => isPrinted).map(({ code }) => code));
  return given
    .filter(({ key }) => key !== undefined)
    .map(({ answers: _, values, ...row }) => ({
      ...row,
      values: Object.fromEntries(Object.entries(values).filter(([field]) => printed.has(field))),
    }));
}

/**
 * Rows of a workbook's registers without anything entered, with `spare` free rows more than usual, so that all rows that
 * stand in a spreadsheet find room.
 */
export const structureRecords =
  (book: TemplateBook, kinds: ReadonlyMap<string, RecordKind>, spare: (record: string) => number = () => 0) =>
  (record: string): readonly GivenRow[] => [
    ...structureRows(kinds.get(record), book.entered(record)),
    ...Array.from({ length: spare(record) }, (): GivenRow => ({ values: {} })),
  ];
