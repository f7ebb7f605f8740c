import { choicesOf } from '../catalog/choices.ts';
import type { Catalog } from '../catalog/types.ts';
import type { ParsedCell } from '../parse/scalar-to-value.ts';
import type { CellScalar } from '../parse/workbook.ts';
import type { KnownField } from '../record/field-rules.ts';
import { parseField } from '../record/parse-field.ts';
import { entryWords } from '../texts/entry-words.ts';
import { recordTexts } from '../texts/records.ts';
import type { Answer } from './answer.ts';
import { missingAnswer } from './missing-answer.ts';
import { numberCell } from './number-cell.ts';
import { shownText } from './shown-text.ts';

/** What reading a row's answers needs beside the definition of each field. */
export interface RowContext {
  readonly catalog: Catalog;
  /** The organisation that a text names, by its name as the sheet has it; absent where nobody knows them. */
  readonly organisation?: (text: string) => string | undefined;
  /** Names of all organisations that may be named. */
  readonly organisations?: readonly string[];
}

/** What a field shows of a cell's content. */
export const shownField = ({ field }: Pick<KnownField, 'field'>, scalar: CellScalar): string =>
  shownText(scalar, { type: field.type === 'yes_no' ? 'yes_no' : 'text' });

/** Reads a cell of a row as the nightly run does; an organisation that nobody knows is no answer. */
export function readField(scalar: CellScalar, rules: KnownField, { organisation }: RowContext): ParsedCell {
  const parsed = parseField(scalar, rules);
  const { field } = rules;
  if (field.type !== 'organisation' || organisation === undefined) return parsed;
  if (parsed.status !== 'value' || organisation(String(parsed.value)) !== undefined) return parsed;
  const raw = String(parsed.value).slice(0, 200);
  return { status: 'rejected', raw, issues: [{ code: 'cell.list', params: { list: field.name } }] };
}

/** Reads what was typed into a field of a row and says what belongs into its cell, in the words of the sheet. */
export function rowAnswer(context: RowContext, rules: KnownField, typed: string, cell: CellScalar): Answer {
  // untouched, also where something stands there that no text can repeat
  if (typed === shownField(rules, cell)) return { parsed: readField(cell, rules, context) };
  const parsed = readField({ type: 'text', value: typed }, rules, context);
  const write = written(context, rules, parsed, cell);
  return write === undefined ? { parsed } : { parsed, write };
}

function written(
  { catalog, organisation }: RowContext,
  { field }: KnownField,
  { status, value }: ParsedCell,
  before: CellScalar,
): CellScalar | undefined {
  const text = (words: string): CellScalar => ({ type: 'text', value: words });
  if (status === 'not_reported') return { type: 'empty' };
  if (status === 'rejected') return undefined;
  if (status !== 'value') return text(missingAnswer(status, field.type));
  switch (field.type) {
    case 'date':
      return { type: 'date', day: String(value) };
    case 'yes_no':
      return text(value === 1 ? entryWords.yes : entryWords.no);
    case 'list':
      return text(choicesOf(catalog, field).find(({ code }) => code === value)?.title ?? String(value));
    case 'month':
      return text(recordTexts.month(String(value)));
    case 'organisation':
      return text(organisation?.(String(value)) ?? String(value));
    default:
      return typeof value === 'number' ? numberCell(value, field.unit, before) : text(String(value));
  }
}
