import { beginningsOf } from '../../../shared/catalog/beginnings.ts';
import { isGrey } from '../../../shared/parse/blocked-cells.ts';
import { keyedCells, targetOfKeys } from '../../../shared/parse/keyed-cells.ts';
import type { RelatedAsk, RelatedTab } from '../../calls/form.ts';
import { readTab } from '../sheet/read-tab.ts';

/**
 * What other tabs hold of the elements that the checks of a form look at. SpreadsheetApp has no read over several tabs, so
 * this is one read for each; a second one only where percents matter. Tabs that are gone are left out.
 */
export function relatedCells({ tabs, elements, organisation = '', others }: RelatedAsk): RelatedTab[] {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const timeZone = spreadsheet.getSpreadsheetTimeZone();
  const asked = new Map(tabs.map((ask) => [ask.tab, ask]));
  const wanted = new Set(elements);
  const found: RelatedTab[] = [];
  for (const sheet of spreadsheet.getSheets()) {
    const tab = sheet.getSheetId();
    const ask = asked.get(tab) ?? (sheet.isSheetHidden() ? undefined : others);
    if (!ask) continue;
    const data = readTab(sheet, timeZone, (values) => ({ formats: ask.formats && values.some(hasNumber) }));
    const cells = keyedCells(data)
      .cells.filter((cell) => {
        const { unit, element } = targetOfKeys(cell);
        return (
          unit === organisation && cell.scalar.type !== 'empty' && !isGrey(cell) && isAmong(wanted, element)
        );
      })
      .map(({ merge: _, ...cell }) => cell);
    if (cells.length > 0) found.push({ tab, name: data.name, cells });
  }
  return found;
}

const hasNumber = (row: readonly unknown[]): boolean => row.some((value) => typeof value === 'number');

const isAmong = (codes: ReadonlySet<string>, key: string): boolean =>
  beginningsOf(key).some((code) => codes.has(code));
