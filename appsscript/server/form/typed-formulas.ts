import { around } from '../../../shared/form-view/write-pieces.ts';
import { keyedCells } from '../../../shared/parse/keyed-cells.ts';
import { scalarText } from '../../../shared/parse/scalar-text.ts';
import type { SheetData } from '../../../shared/parse/workbook.ts';
import { recordCells } from '../../../shared/record/record-cells.ts';
import { rangeOver } from '../sheet/cell-range.ts';

/**
 * The entry cells of a tab in which somebody put a formula, by one search through the block around them: what formulas say
 * stays in the sheet. A text with «=» in it is found too; as a formula can give such a text, saving tells these apart.
 */
export function typedFormulas(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  data: SheetData,
): (readonly [number, number])[] {
  const cells = [...keyedCells(data).cells, ...recordCells(data).lines.flatMap((line) => line.cells)];
  if (cells.length === 0) return [];
  const entries = new Map(cells.map(({ row, column, scalar }) => [`${row} ${column}`, scalar]));
  return rangeOver(sheet, around(cells))
    .createTextFinder('=')
    .matchFormulaText(true)
    .findAll()
    .map((range) => [range.getRow(), range.getColumn()] as const)
    .filter(([row, column]) => {
      const scalar = entries.get(`${row} ${column}`);
      return scalar !== undefined && !scalarText(scalar).includes('=');
    });
}
