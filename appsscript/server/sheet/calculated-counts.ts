import { calculationTab } from '../../../shared/parse/calculation-tab.ts';

/**
 * What the workbook counts by itself in its hidden tab of intermediate results, by label (`filled <form>`,
 * `remarks <form>`); nothing where that tab is gone. One read.
 */
export function calculatedCounts(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): Map<string, number> {
  const sheet = spreadsheet.getSheetByName(calculationTab);
  const last = sheet ? sheet.getLastRow() : 0;
  const lines: unknown[][] = sheet && last > 0 ? sheet.getRange(1, 1, last, 2).getValues() : [];
  return new Map(
    lines.flatMap(([label, count]) => (typeof count === 'number' ? [[String(label), count] as const] : [])),
  );
}
