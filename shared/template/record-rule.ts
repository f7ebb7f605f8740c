import { choicesOf } from '../catalog/choices.ts';
import type { Catalog, RecordField } from '../catalog/types.ts';
import type { EntryRule, Scalar } from '../plan/plan.ts';
import type { FieldAnswer } from '../record/record.ts';
import type { Register } from '../register/register.ts';
import { recordTexts } from '../texts/records.ts';
import { templateTexts } from '../texts/template.ts';
import { clipped, writtenNumber } from './entry-rule.ts';

/** Where lists of answers and of organisations come from. */
export interface RecordSources {
  readonly catalog: Catalog;
  /** Organisations that a field may name: those of the unit's district. */
  readonly organisations: Register['organisations'];
}

function expected({ type, min, max }: RecordField): string {
  const { rule } = recordTexts;
  switch (type) {
    case 'yes_no':
      return `${rule.yesNo}.`;
    case 'date':
      return `${rule.date}.`;
    case 'month':
      return `${rule.month}.`;
    case 'year':
      return `${rule.year}.`;
    case 'school_year':
      return `${rule.schoolYear}.`;
    case 'link':
      return `${rule.link}.`;
    case 'list':
      return `${rule.list}.`;
    case 'organisation':
      return `${rule.organisation}.`;
    case 'text':
      return `${rule.text}.`;
    default: {
      const { rule: own } = templateTexts;
      const digits = type === 'integer' ? 0 : Number(type.slice(7));
      const what = digits === 0 ? own.integer : own.decimal(digits);
      const limits =
        min !== undefined && max !== undefined
          ? ` ${own.between(writtenNumber(min), writtenNumber(max))}`
          : min === undefined
            ? max === undefined
              ? ''
              : ` ${own.to(writtenNumber(max))}`
            : ` ${own.from(writtenNumber(min))}`;
      return `${what}${limits}, ${own.words}.`;
    }
  }
}

/** The rule of a cell of a register by the type of its column. */
export function recordRule(field: RecordField, { catalog, organisations }: RecordSources): EntryRule {
  const error = expected(field);
  const words = {
    promptTitle: clipped(field.name, 32),
    prompt: clipped(field.help === '' ? error : field.help, 255),
    error: clipped(error, 225),
  };
  const bounds = {
    ...(field.min === undefined ? {} : { min: field.min }),
    ...(field.max === undefined ? {} : { max: field.max }),
  };
  const list = (items: readonly string[]): EntryRule =>
    items.length === 0 ? { type: 'text', ...words } : { type: 'list', list: items, ...words };
  switch (field.type) {
    case 'integer':
      return { type: 'integer', ...bounds, ...words };
    case 'year':
      return { type: 'integer', min: field.min ?? 1990, max: field.max ?? 2100, ...words };
    case 'yes_no':
    case 'date':
    case 'link':
      return { type: field.type, ...words };
    case 'list':
      return list(choicesOf(catalog, field).map((choice) => choice.title));
    case 'organisation':
      return list(organisations.map((organisation) => organisation.name));
    case 'text':
    case 'month':
    case 'school_year':
      return { type: 'text', ...words };
    default:
      return { type: 'decimal', digits: Number(field.type.slice(7)), ...bounds, ...words };
  }
}

/** What a person would see in the cell of a stored value. */
export function shownValue(
  field: RecordField,
  value: number | string | undefined,
  answer: FieldAnswer | undefined,
  { catalog, organisations }: RecordSources,
): Scalar | undefined {
  if (value === undefined) {
    if (answer === 'no_data') return recordTexts.noData;
    return answer === 'not_applicable' ? recordTexts.notApplicable : undefined;
  }
  switch (field.type) {
    case 'yes_no':
      return value === 1 ? recordTexts.yes : recordTexts.no;
    case 'list':
      return choicesOf(catalog, field).find((choice) => choice.code === value)?.title ?? value;
    case 'organisation':
      return organisations.find((organisation) => organisation.code === value)?.name ?? value;
    case 'month':
      return recordTexts.month(String(value));
    default:
      return value;
  }
}
