import type { CellScalar } from '../../../shared/parse/workbook.ts';

/** What Sheets shows instead of a result; `getValues` gives it as text. */
const errors = /^#(?:DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|ERROR!)$/;

/**
 * A value of `getValues` as a scalar. `format` is the cell's number format, where percents matter; `dayOf` gives the
 * day of a date in the time zone of the spreadsheet.
 */
export function cellScalar(value: unknown, format: string, dayOf: (date: Date) => string): CellScalar {
  if (typeof value === 'number') {
    return /%/.test(format.replace(/"[^"]*"|\\./g, ''))
      ? { type: 'number', value, percent: true }
      : { type: 'number', value };
  }
  if (typeof value === 'boolean') return { type: 'boolean', value };
  if (isDate(value)) return { type: 'date', day: dayOf(value) };
  const text = String(value ?? '');
  if (text === '') return { type: 'empty' };
  return errors.test(text) ? { type: 'error', value: text } : { type: 'text', value: text };
}

/** Dates come from another realm, so `instanceof` does not know them. */
const isDate = (value: unknown): value is Date => Object.prototype.toString.call(value) === '[object Date]';
