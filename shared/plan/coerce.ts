import { decimal } from '../number/decimal.ts';
import { spreadsheetWords } from '../texts/spreadsheet.ts';
import { type CellResult, type FormulaError, isError, wrongValue } from './calculated.ts';

/**
 * A value where a number is needed: blank is 0, TRUE 1, a text of at most 15 digits and zeros after them its number, any
 * other text `#VALUE!` (texts with a separator depend on the reader's locale, so no plan may lean on them).
 */
export function toNumber(value: CellResult): number | FormulaError {
  if (value === undefined) return 0;
  if (typeof value === 'number' || isError(value)) return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return /^ *[+-]?\d{1,15}0* *$/.test(value) ? Number(value) : wrongValue;
}

/** A value where a condition is needed: numbers but 0 are true, texts `#VALUE!`. */
export function toCondition(value: CellResult): boolean | FormulaError {
  if (typeof value === 'string') return wrongValue;
  const number = toNumber(value);
  return typeof number === 'number' ? number !== 0 : number;
}

/** A value where text is needed, as a Russian spreadsheet prints it: at most 15 significant digits, comma. */
export function toText(value: CellResult): string | FormulaError {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? spreadsheetWords.yes : spreadsheetWords.no;
  if (typeof value !== 'number') return value;
  return decimal(Number(value.toPrecision(15))).replace('.', spreadsheetWords.decimalSeparator);
}
