import { isTyped } from './parse-field.ts';
import type { RegisterTable } from './register-table.ts';

/** A row for one more record. */
export interface FreeRow {
  readonly row: number;
  /** Below everything that the tab holds: no row was prepared here. */
  readonly isNew: boolean;
}

/** A cell with a formula, whatever it shows. */
export type IsFormula = (row: number, column: number) => boolean;

/**
 * The first row of a register in which nothing is entered, above the prepared rows' end or right below it; formulas beside
 * the fields do not count, what people wrote there does. `last`: the last row of the tab with anything in it. Undefined
 * where another table follows and leaves no room.
 */
export function freeRow(
  { columns, first, end, headings, lines, isMerged }: RegisterTable,
  last: number,
  isFormula: IsFormula = () => false,
): FreeRow | undefined {
  const fields = [...columns.values()];
  const taken = new Map(lines.map((line) => [line.row, line]));
  const isFree = (row: number): boolean => {
    if (headings.has(row) || fields.some((column) => isFormula(row, column) || isMerged(row, column)))
      return false;
    const line = taken.get(row);
    return (
      line === undefined ||
      (line.key === '' &&
        ![...line.cells.values()].some(isTyped) &&
        line.beside.every((column) => isFormula(row, column)))
    );
  };
  const bottom = end === undefined ? Math.max(last, first - 1) : end - 1;
  for (let row = first; row <= bottom; row++) if (isFree(row)) return { row, isNew: false };
  if (end !== undefined) return undefined;
  let row = bottom + 1;
  while (!isFree(row)) row++;
  return { row, isNew: true };
}
