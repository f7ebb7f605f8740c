import { literal } from './literal.ts';

type Range = GoogleAppsScript.Spreadsheet.Range;
export type ExactValue = string | number | Date;

/**
 * Writes values into a row of cells by one call and makes sure that each text stands there as it is, never as a formula, a
 * number or a day. Sheets reads the apostrophe before a text as a mark; whether it does so in cells of the format «plain
 * text» Google does not say, so what stands there is read back and a visible apostrophe taken away.
 */
export function writeExact(range: Range, values: readonly ExactValue[]): void {
  range.setValues([values.map((value) => (typeof value === 'string' ? literal(value) : value))]);
  const there: unknown[] = range.getValues()[0] ?? [];
  for (const [i, value] of values.entries()) {
    if (typeof value !== 'string' || there[i] !== `'${value}`) continue;
    const cell = range.getSheet().getRange(range.getRow(), range.getColumn() + i);
    cell.setValue(value);
    // better an apostrophe than a formula
    if (cell.getFormulas()[0]?.[0]) cell.setValue(literal(value));
  }
}
