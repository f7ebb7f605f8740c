import { findMarker, keyText } from './sheet-rows.ts';
import type { SheetData } from './workbook.ts';

/**
 * Last year's values of organisations, as they are printed, by row and key of the column beside: the hidden row of the marker
 * names their columns by the keys of the entry cells (shared/template/roster-sheet.ts). Undefined on tabs without any.
 */
export function lastYearTexts(
  sheet: SheetData,
): ((row: number, columnKey: string) => string | undefined) | undefined {
  const marker = findMarker(sheet, 'keys')?.cell;
  const named = sheet.cells.filter((cell) => cell.row === marker?.row && cell !== marker);
  if (named.length === 0) return undefined;
  const columns = new Map(named.map((cell) => [keyText(cell), cell.column]));
  const wanted = new Set(columns.values());
  const texts = new Map<string, string>();
  for (const cell of sheet.cells)
    if (wanted.has(cell.column)) texts.set(`${cell.row} ${cell.column}`, keyText(cell));
  return (row, columnKey) => texts.get(`${row} ${columns.get(columnKey)}`) || undefined;
}
