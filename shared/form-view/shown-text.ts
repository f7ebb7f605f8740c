import type { DataElement } from '../catalog/types.ts';
import { scalarText } from '../parse/scalar-text.ts';
import type { CellScalar } from '../parse/workbook.ts';
import { entryWords } from '../texts/entry-words.ts';

/** What a person sees of a cell's content in a field, and may change there: typed again it means the same. */
export function shownText(scalar: CellScalar, { type }: Pick<DataElement, 'type'>): string {
  if (scalar.type === 'date') return entryWords.day(scalar.day);
  if (type === 'yes_no') {
    const isYes = scalar.type === 'boolean' ? scalar.value : scalar.type === 'number' && scalar.value === 1;
    const isNo = scalar.type === 'boolean' ? !scalar.value : scalar.type === 'number' && scalar.value === 0;
    if (isYes) return entryWords.yes;
    if (isNo) return entryWords.no;
  }
  const text = scalarText(scalar);
  return scalar.type === 'number' ? text.replace('.', ',') : text;
}
