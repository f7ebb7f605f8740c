import type { Choice } from '../catalog/choices.ts';
import type { DataElement, RecordField } from '../catalog/types.ts';
import { comparableWord } from '../parse/missing-words.ts';
import { scalarText } from '../parse/scalar-text.ts';
import { type ParsedCell, parseCell } from '../parse/scalar-to-value.ts';
import { plainSpaces } from '../parse/spaces.ts';
import type { CellScalar } from '../parse/workbook.ts';
import { parseLink } from './link.ts';
import { parseMonth, parseSchoolYear, parseYear } from './moment-text.ts';

/** What reading a field needs beside its definition. */
export interface FieldRules {
  readonly field: RecordField;
  /** Answer by `comparableWord` of its title, code or synonym. */
  readonly choices: ReadonlyMap<string, string>;
}

/** Answers of a list by every word that may stand for them. */
export function choiceWords(
  choices: readonly Choice[],
  synonyms: readonly { readonly member: string; readonly word: string }[],
): Map<string, string> {
  const words = new Map<string, string>();
  for (const { member, word } of synonyms) words.set(comparableWord(word), member);
  for (const { code } of choices) words.set(comparableWord(code), code);
  for (const { code, title } of choices) words.set(comparableWord(title), code);
  return words;
}

const elementType = (type: RecordField['type']): DataElement['type'] =>
  type === 'integer' ||
  type === 'decimal1' ||
  type === 'decimal2' ||
  type === 'decimal3' ||
  type === 'yes_no' ||
  type === 'date'
    ? type
    : 'text';

/** Reads one cell of a register by contracts §2 and the type of its column. */
export function parseField(scalar: CellScalar, { field, choices }: FieldRules): ParsedCell {
  const { type, unit, min, max } = field;
  const rules = {
    type: elementType(type),
    unit,
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
  };
  const plain = plainSpaces(scalarText(scalar));
  if (type === 'link' && scalar.type === 'text' && parseLink(plain) !== undefined)
    // digits of an address are no phone
    return { status: 'value', value: plain, issues: [] };
  // a word of the list is never taken for «нет данных»
  const choice = type === 'list' ? choices.get(comparableWord(plain)) : undefined;
  if (choice !== undefined && plain !== '') return { status: 'value', value: choice, issues: [] };
  const parsed = parseCell(scalar, rules);
  if (parsed.status !== 'value' || typeof parsed.value !== 'string' || rules.type !== 'text') return parsed;
  return fromText(parsed.value, field);
}

function fromText(text: string, field: RecordField): ParsedCell {
  const known = (value: number | string | undefined, code: 'cell.date' | 'cell.link'): ParsedCell =>
    value === undefined
      ? { status: 'rejected', raw: text.slice(0, 200), issues: [{ code, params: { type: field.type } }] }
      : { status: 'value', value, issues: [] };
  switch (field.type) {
    case 'link':
      return known(undefined, 'cell.link');
    case 'month':
      return known(parseMonth(text), 'cell.date');
    case 'year':
      return known(parseYear(text), 'cell.date');
    case 'school_year':
      return known(parseSchoolYear(text), 'cell.date');
    case 'list':
      return {
        status: 'rejected',
        raw: text.slice(0, 200),
        issues: [{ code: 'cell.list', params: { list: field.name } }],
      };
    default:
      return { status: 'value', value: text, issues: [] };
  }
}

/** Whether anything was typed; words like «н/д» count, spaces do not. */
export const isTyped = (scalar: CellScalar): boolean =>
  scalar.type !== 'empty' && plainSpaces(scalarText(scalar)) !== '' && scalarText(scalar).trim() !== "'";
