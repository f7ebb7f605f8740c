import type { DataElement } from '../catalog/types.ts';
import { type ParsedCell, parseCell } from '../parse/scalar-to-value.ts';
import type { CellScalar } from '../parse/workbook.ts';
import { entryWords } from '../texts/entry-words.ts';
import type { FormField } from './fields.ts';
import { missingAnswer } from './missing-answer.ts';
import { numberCell } from './number-cell.ts';
import { shownText } from './shown-text.ts';

/** What a person has answered in a field. */
export interface Answer {
  readonly parsed: ParsedCell;
  /** What belongs into the cell; absent where it stays as it is, and where the text is refused. */
  readonly write?: CellScalar;
}

/** The explicit answers beside a field, as they are written into its cell. */
export const noData = entryWords.noData;
export const notApplicable = entryWords.notApplicable;

/** Reads what was typed into a field, by the rules that hold for cells (contracts §2). */
export function answerOf(typed: string, field: Pick<FormField, 'element' | 'scalar'>): Answer {
  const { element, scalar } = field;
  // untouched, also where something stands there that no text can repeat
  if (typed === shownText(scalar, element)) return { parsed: parseCell(scalar, element) };
  const parsed = parseCell({ type: 'text', value: typed }, element);
  const write = written(parsed, element, scalar);
  return write === undefined ? { parsed } : { parsed, write };
}

/** A cell in the form that is clearest to every reader: numbers as numbers, the other answers as the template names them. */
function written(parsed: ParsedCell, element: DataElement, before: CellScalar): CellScalar | undefined {
  const { status, value } = parsed;
  if (status === 'not_reported') return { type: 'empty' };
  if (status === 'no_data' || status === 'not_applicable')
    return { type: 'text', value: missingAnswer(status, element.type) };
  if (status === 'rejected' || value === undefined) return undefined;
  if (element.type === 'yes_no') return { type: 'text', value: value === 1 ? entryWords.yes : entryWords.no };
  if (element.type === 'date') return { type: 'date', day: String(value) };
  if (typeof value !== 'number') return { type: 'text', value };
  return numberCell(value, element.unit, before);
}
