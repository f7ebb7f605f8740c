import { scalarText } from './scalar-text.ts';
import type { WorkbookData } from './workbook.ts';

/**
 * Whether the workbook itself says that its unit has nothing to fill in: its `_forms` tab (contracts §5) is there and
 * defines no element. Where that tab is gone, nobody knows.
 */
export function owesNothing(workbook: WorkbookData): boolean {
  const forms = workbook.sheets.filter((sheet) => sheet.name.trim().toLowerCase() === '_forms');
  const defines = (kind: string): boolean =>
    forms.some(({ cells }) => cells.some((cell) => cell.column === 1 && scalarText(cell.scalar) === kind));
  return forms.length > 0 && !defines('element');
}
