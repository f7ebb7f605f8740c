import type { SheetData } from '../parse/workbook.ts';
import { recordCells } from './record-cells.ts';

/** Which cells under field keys lie in a merge over several of them, as readers of registers take them. */
export function mergedPlaces(sheet: SheetData): (row: number, column: number) => boolean {
  const merged = new Set<string>();
  for (const { cells } of recordCells(sheet).lines)
    for (const { merge, row, column } of cells) if (merge) merged.add(`${row} ${column}`);
  return (row, column) => merged.has(`${row} ${column}`);
}
