import type { Catalog } from '../catalog/types.ts';
import type { Cell } from '../indicator/columns.ts';
import { keyedCells, targetOfKeys } from '../parse/keyed-cells.ts';
import { lastYearTexts } from '../parse/last-year-texts.ts';
import { parseCell } from '../parse/scalar-to-value.ts';
import { isFault, valueKeys } from '../parse/value-key.ts';
import type { SheetData } from '../parse/workbook.ts';
import { parsePeriod } from '../period/period.ts';
import { samePeriodLastYear } from '../template/moment.ts';

/** Values of the school year before that a tab with rows of organisations was handed out with. */
export function earlierOfOrganisations(sheet: SheetData, catalog: Catalog): Cell[] {
  const textAt = lastYearTexts(sheet);
  if (!textAt) return [];
  const find = valueKeys(catalog);
  return keyedCells(sheet).cells.flatMap((cell): Cell[] => {
    const text = textAt(cell.row, cell.columnKey);
    if (text === undefined) return [];
    const target = targetOfKeys(cell);
    const key = find(target.element, target.period);
    const period = isFault(key) ? undefined : parsePeriod(key.period);
    if (isFault(key) || !period) return [];
    const { status, value } = parseCell({ type: 'text', value: text }, key.element);
    if (status !== 'value' || value === undefined) return [];
    return [{ unit: target.unit, element: key.code, period: samePeriodLastYear(period).key, status, value }];
  });
}
