import { decimal } from '../../../shared/number/decimal.ts';
import type { EntryRule } from '../../../shared/plan/plan.ts';
import { missingAnswers } from '../../../shared/texts/spreadsheet.ts';

/** First and last day that a date cell takes unless its rule says otherwise: 01.01.1990 and 31.12.2099. */
const firstDay = 32_874;
const lastDay = 73_050;

/**
 * The condition under which a number or date cell accepts a value: within bounds, whole if integer, or one of the
 * answers that stand for a missing number. Excel allows 255 characters and no array constants here.
 * FIND, unlike SEARCH and MATCH, knows no wildcards, so `*` does not slip through.
 */
export function entryFormula(rule: EntryRule, address: string): string {
  const date = rule.type === 'date';
  const min = rule.min ?? (date ? firstDay : undefined);
  const max = rule.max ?? (date ? lastDay : undefined);
  const bounds: string[] = [];
  if (min !== undefined) bounds.push(`${address}>=${decimal(min)}`);
  if (max !== undefined) bounds.push(`${address}<=${decimal(max)}`);
  if (rule.type === 'integer') bounds.push(`${address}=INT(${address})`);
  const number = bounds.length === 0 ? 'TRUE' : bounds.length === 1 ? bounds[0] : `AND(${bounds.join(',')})`;
  const answer = `ISNUMBER(FIND("|"&LOWER(TRIM(${address}))&"|","|${missingAnswers.join('|')}|"))`;
  // IF, not OR and AND: INT of a word is an error, which would swallow the accepted answers
  return `IF(ISNUMBER(${address}),${number},${answer})`;
}
