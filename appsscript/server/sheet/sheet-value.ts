import type { CellScalar } from '../../../shared/parse/workbook.ts';
import { literal } from './literal.ts';

/** What `setValues` takes for a scalar. */
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
      return literal(scalar.value);
    default:
      return '';
  }
}
