import type { WorkbookLimits } from '../../xlsx/reading/limits.ts';
import { Unreadable } from '../../xlsx/reading/unreadable.ts';
import type { Google } from '../client/google.ts';
import { limited } from './limited.ts';
import { tabRanges } from './tab-ranges.ts';
import type { SpreadsheetTab } from './tabs.ts';
import type { TabValues } from './to-workbook.ts';

/**
 * The values of tabs, in their order, with one request: unformatted, dates as serial numbers. Throws GoogleError, and
 * Unreadable where there is more than a workbook may hold.
 */
export async function readValues(
  google: Google,
  id: string,
  tabs: readonly Pick<SpreadsheetTab, 'name'>[],
  limits: WorkbookLimits,
): Promise<TabValues[]> {
  const values: TabValues[] = [];
  for (const ranges of tabRanges(tabs.map(({ name }) => name))) {
    const { valueRanges } = await google.call('sheets_read', () =>
      limited(limits.fileBytes, (options) =>
        google.sheets.spreadsheets.values.batchGet(
          {
            spreadsheetId: id,
            ranges,
            majorDimension: 'ROWS',
            valueRenderOption: 'UNFORMATTED_VALUE',
            dateTimeRenderOption: 'SERIAL_NUMBER',
            fields: 'valueRanges(range,values)',
            prettyPrint: false,
          },
          options,
        ),
      ),
    );
    ranges.forEach((_, i) => {
      values.push((valueRanges?.[i]?.values as TabValues | undefined | null) ?? []);
    });
    const cells = values.reduce((sum, rows) => sum + rows.reduce((n, row) => n + row.length, 0), 0);
    if (cells > limits.cells) {
      throw new Unreadable('file.too_large', { limit: 'cells', most: limits.cells });
    }
  }
  return values;
}
