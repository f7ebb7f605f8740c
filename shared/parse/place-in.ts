import type { Place } from '../issue/issue.ts';
import { columnLetters } from '../plan/address.ts';
import type { SheetData } from './workbook.ts';

/** The document that is read: its path below the inbox, or the address and the name of a Google spreadsheet. */
export interface DocumentName {
  readonly file: string;
  readonly title?: string;
}

/** A document, a tab of it or a cell of that tab as a place. */
export function placeIn(
  { file, title }: DocumentName,
  sheet?: Pick<SheetData, 'name' | 'gid'>,
  cell?: { readonly row: number; readonly column: number },
): Place {
  const document = title === undefined ? { file } : { file, title };
  if (!sheet) return document;
  const { name: tab, gid } = sheet;
  return {
    ...document,
    tab,
    ...(gid !== undefined && { gid }),
    ...(cell && { cell: `${columnLetters(cell.column)}${cell.row}` }),
  };
}
