import type { EntryRule } from '../../../shared/plan/plan.ts';
import { missingAnswers, yesNoAnswers } from '../../../shared/texts/spreadsheet.ts';

/** What Sheets says where a rule of a cell forbids a value. */
export class RuleViolated extends Error {
  override readonly name = 'RuleViolated';

  constructor(cell: string) {
    super(`The data you entered in cell ${cell} violates the data validation rules set on this cell.`);
  }
}

const isOf = (words: readonly string[], value: unknown): boolean =>
  typeof value === 'string' && words.includes(value.trim().toLowerCase());

/** Whether a strict rule as the renderer of Google sets it lets a value through; an empty cell always passes. */
export function allows({ type, list = [], min, max }: EntryRule, value: unknown): boolean {
  if (value === '' || value === undefined || value === null) return true;
  switch (type) {
    case 'list':
      return typeof value === 'string' && list.includes(value);
    case 'yes_no':
      return isOf(yesNoAnswers, value);
    case 'link':
      return /^\s*https?:\/\//i.test(String(value)) || isOf(missingAnswers, value);
    case 'text':
      return String(value).length <= 32_767;
    case 'date':
      return isDate(value) || isOf(missingAnswers, value);
    default:
      if (typeof value !== 'number') return isOf(missingAnswers, value);
      return (
        (min === undefined || value >= min) &&
        (max === undefined || value <= max) &&
        (type !== 'integer' || Number.isInteger(value))
      );
  }
}

/** Dates of the script come from another realm. */
const isDate = (value: unknown): boolean => Object.prototype.toString.call(value) === '[object Date]';
