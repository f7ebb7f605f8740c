import { decimal } from '../../shared/number/decimal.ts';
import type { FormulaDialect } from '../../shared/plan/formula-dialect.ts';
import { fileDialect } from '../../shared/plan/formula-dialect.ts';
import type { EntryRule } from '../../shared/plan/plan.ts';
import { missingAnswers } from '../../shared/texts/spreadsheet.ts';

/** First and last day that a date cell takes unless its rule says otherwise: 01.01.1990 and 31.12.2099. */
const firstDay = 32_874;
const lastDay = 73_050;
/** Beyond it no spreadsheet tells neighbouring whole numbers apart, and the reader refuses. Short, to stay within 255. */
const largest = '9E+15';

/**
 * The condition under which a number or date cell accepts a value: within bounds, whole if integer, or one of the
 * answers that stand for a missing number. Excel allows 255 characters and no array constants here.
 * FIND, unlike SEARCH and MATCH, knows no wildcards, so `*` does not slip through.
 */
export function entryFormula(
  rule: EntryRule,
  address: string,
  dialect: FormulaDialect = fileDialect,
): string {
  const date = rule.type === 'date';
  const min = rule.min ?? (date ? firstDay : undefined);
  const max = rule.max ?? (date ? lastDay : undefined);
  const bounds = [
    `${address}>=${min === undefined ? `-${largest}` : dialect.number(decimal(min))}`,
    `${address}<=${max === undefined ? largest : dialect.number(decimal(max))}`,
  ];
  if (rule.type === 'integer') bounds.push(`${address}=INT(${address})`);
  const call = caller(dialect);
  // IF, not OR and AND: INT of a word is an error, which would swallow the accepted answers
  return call('IF', `ISNUMBER(${address})`, call('AND', ...bounds), missingAnswer(address, dialect));
}

/** The condition under which a cell accepts an address of the web, or one of the answers that stand for a missing one. */
export function linkFormula(address: string, dialect: FormulaDialect = fileDialect): string {
  const call = caller(dialect);
  const starts = (text: string): string => `${call('LEFT', `TRIM(${address})`, `${text.length}`)}="${text}"`;
  // spreadsheets compare texts without regard to case
  return call('OR', starts('http://'), starts('https://'), missingAnswer(address, dialect));
}

const caller =
  ({ separator }: FormulaDialect) =>
  (name: string, ...args: string[]): string =>
    `${name}(${args.join(separator)})`;

function missingAnswer(address: string, dialect: FormulaDialect): string {
  const call = caller(dialect);
  const found = call('FIND', `"|"&LOWER(TRIM(${address}))&"|"`, `"|${missingAnswers.join('|')}|"`);
  // two answers with the bar between them are none
  return call('AND', `ISNUMBER(${found})`, `ISERROR(${call('FIND', '"|"', address)})`);
}
