import type { CellScalar } from '../parse/workbook.ts';

/** Whether two cells hold the same. How a number is shown does not matter; a blank text is an empty cell. */
export function sameScalar(a: CellScalar, b: CellScalar): boolean {
  return content(a) === content(b);
}

function content(scalar: CellScalar): string {
  switch (scalar.type) {
    case 'empty':
    case 'uncached':
      return '';
    case 'date':
      return `date ${scalar.day}`;
    case 'text':
      return scalar.value.trim() === '' ? '' : `text ${scalar.value}`;
    default:
      return `${scalar.type} ${scalar.value}`;
  }
}
