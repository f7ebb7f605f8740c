import { spreadsheetWords } from '../texts/spreadsheet.ts';
import { type CellResult, isError } from './calculated.ts';
import { compareValues } from './compare-values.ts';

/**
 * Reads the criterion of COUNTIF: a value, or a text of operator and value (`>=10`, `<>`, `да*`).
 * Numbers match numbers only, texts ignore case and know `*`, `?`, `~`.
 */
export function criterion(source: Exclude<CellResult, { error: string }>): (value: CellResult) => boolean {
  // an empty cell as criterion counts zeros
  if (source === undefined) return (value) => value === 0;
  if (typeof source !== 'string')
    return (value) => typeof value === typeof source && compare(value, source) === 0;
  const [, operator = '=', operand = ''] = /^(<=|>=|<>|<|>|=)?([\s\S]*)$/.exec(source) ?? [];
  const number = readNumber(operand);
  if (operator === '=' || operator === '<>') {
    const equal = equality(operand, number, /^[=<]/.test(source));
    return operator === '=' ? equal : (value) => !equal(value);
  }
  const bound = number ?? operand;
  return (value) => {
    if (typeof value !== typeof bound) return false;
    const order = compare(value, bound);
    if (operator === '<') return order < 0;
    if (operator === '<=') return order <= 0;
    return operator === '>' ? order > 0 : order >= 0;
  };
}

function equality(
  operand: string,
  number: number | undefined,
  explicit: boolean,
): (value: CellResult) => boolean {
  // `=` and `<>` alone ask for blank cells; an empty criterion also takes empty texts
  if (operand === '') return (value) => value === undefined || (!explicit && value === '');
  if (number !== undefined) return (value) => typeof value === 'number' && compare(value, number) === 0;
  const pattern = wildcard(operand);
  return (value) => typeof value === 'string' && pattern.test(value);
}

function compare(value: CellResult, other: number | string | boolean): number {
  return isError(value) ? Number.NaN : compareValues(value, other);
}

function readNumber(text: string): number | undefined {
  const normal = text.trim().replace(spreadsheetWords.decimalSeparator, '.');
  return /^[+-]?\d+(\.\d+)?$/.test(normal) ? Number(normal) : undefined;
}

function wildcard(pattern: string): RegExp {
  const source = pattern.replace(/~[*?~]|[*?]|[.+^${}()|[\]\\]/g, (found) => {
    if (found === '*') return '[\\s\\S]*';
    if (found === '?') return '[\\s\\S]';
    return found === '~~' ? '~' : `\\${found.slice(-1)}`;
  });
  return new RegExp(`^${source}$`, 'i');
}
