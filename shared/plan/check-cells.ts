import { cellAddress, maxRow, parseAddress } from './address.ts';
import { InvalidCell, InvalidPlace } from './errors.ts';
import { formulaReferences } from './formula-references.ts';
import type { Layout } from './layout.ts';
import type { Formula, PlanCell, PlanSheet } from './plan.ts';

/** Excel's limit of a cell's text and of a note (contracts §8). */
const maxText = 32_767;

/** Checks each cell of a tab on its own. Throws a PlanError that names the tab and the address. */
export function checkCells(sheet: PlanSheet, layout: Layout): void {
  if (sheet.rows.length > maxRow) throw new InvalidPlace(`«${sheet.name}»: ${sheet.rows.length} rows`);
  for (const [index, row] of sheet.rows.entries()) {
    const columns = new Set<number>();
    for (const cell of row.cells) {
      const where = `«${sheet.name}»!${cellAddress(index + 1, cell.column)}`;
      if (columns.has(cell.column)) throw new InvalidCell(`${where}: two cells at one place`);
      columns.add(cell.column);
      checkCell(cell, where, layout);
    }
  }
}

function checkCell(cell: PlanCell, where: string, layout: Layout): void {
  if (typeof cell.value === 'string' && cell.value.length > maxText) {
    throw new InvalidCell(`${where}: ${cell.value.length} characters, a cell holds ${maxText}`);
  }
  if (typeof cell.value === 'number' && !Number.isFinite(cell.value)) {
    throw new InvalidCell(`${where}: ${cell.value} is no value; leave the cell empty`);
  }
  if ((cell.note?.length ?? 0) > maxText) throw new InvalidCell(`${where}: note too long`);
  if (cell.formula) {
    if (cell.value !== undefined) throw new InvalidCell(`${where}: both a value and a formula`);
    checkFormula(cell.formula, layout);
  }
  if (cell.link && 'url' in cell.link && !/^(https?:\/\/|mailto:)/i.test(cell.link.url)) {
    throw new InvalidCell(`${where}: not a web address: ${cell.link.url}`);
  }
  if (cell.link && !('url' in cell.link)) {
    if (cell.link.cell !== undefined) parseAddress(cell.link.cell);
    if (!('file' in cell.link)) layout.sheetIndex(cell.link.sheet);
  }
}

/** All references exist and ranges lie within one tab. */
export function checkFormula(formula: Formula, layout: Layout): void {
  for (const { from, to } of formulaReferences(formula)) layout.range(from, to);
}
