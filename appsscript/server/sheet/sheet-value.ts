import type { CellScalar } from '../../../shared/parse/workbook.ts';
import { literal } from './literal.ts';

/** Texts that Sheets leaves alone when a script writes them: words without digits that name no truth value. */
const plainWords = /^[«"(№A-Za-zА-Яа-яЁё][^\d]*$/;
const truth = /^(?:true|false|истина|ложь)$/i;

/** Whether Sheets takes a text for nothing but a text. */
export const isPlainText = (text: string): boolean => plainWords.test(text) && !truth.test(text);

/**
 * What `setValues` takes for a scalar. A text that Sheets would read as a formula, a number or a day gets the apostrophe
 * by which people mark texts; Sheets does not keep it.
 */
export function sheetValue(
  scalar: CellScalar,
  dateOf: (day: string) => Date,
): string | number | boolean | Date {
  switch (scalar.type) {
    case 'number':
    case 'boolean':
      return scalar.value;
    case 'date':
      return dateOf(scalar.day);
    case 'text':
      return isPlainText(scalar.value) ? scalar.value : literal(scalar.value);
    default:
      return '';
  }
}
