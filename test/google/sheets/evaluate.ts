import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { parseA1 } from './a1.ts';
import { cellAt } from './cells.ts';
import type { Book, Cell, Tab } from './model.ts';

type Value = sheets_v4.Schema$ExtendedValue;
type Scalar = number | string | boolean;

/** The formula uses more than this server computes. */
class Beyond extends Error {}
class FormulaError extends Error {
  readonly type: string;
  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

const TOKEN =
  /\s*(?:("(?:[^"]|"")*")|((?:(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}\$?\d+)?)(?![\p{L}\p{N}_(])|(\d+(?:\.\d+)?)|([\p{L}_][\p{L}\p{N}_.]*)|(<=|>=|<>|[-+*/&=<>();,%^{}]))/uy;

/**
 * What a cell shows. Constants show themselves; formulas of numbers, references, `+ - * / & = <`, SUM and IF are
 * computed; any other formula shows what a test gave it (`people.result`), else nothing.
 */
export function effectiveValue(book: Book, tab: Tab, cell: Cell | undefined, depth = 0): Value | undefined {
  const entered = cell?.userEnteredValue ?? undefined;
  if (!entered?.formulaValue) return entered;
  if (cell?.effectiveValue) return cell.effectiveValue;
  if (entered.formulaValue.includes('#REF!'))
    return { errorValue: { type: 'REF', message: 'Reference does not exist' } };
  try {
    const value = new Evaluation(book, tab, entered.formulaValue.slice(1), depth).run();
    if (typeof value === 'number') return { numberValue: value };
    return typeof value === 'boolean' ? { boolValue: value } : { stringValue: value };
  } catch (error) {
    if (error instanceof FormulaError) return { errorValue: { type: error.type, message: error.message } };
    if (error instanceof Beyond) return undefined;
    throw error;
  }
}

/** Locales that write 0,5 separate arguments by semicolons only. */
export const hasDecimalComma = (locale: string | null | undefined): boolean =>
  /^(ru|de|fr|kk|tt)/.test(locale ?? '');

class Evaluation {
  private readonly tokens: string[] = [];
  private at = 0;
  private readonly book: Book;
  private readonly tab: Tab;
  private readonly depth: number;

  constructor(book: Book, tab: Tab, text: string, depth: number) {
    this.book = book;
    this.tab = tab;
    this.depth = depth;
    if (depth > 60) throw new FormulaError('REF', 'Circular dependency detected.');
    TOKEN.lastIndex = 0;
    let end = 0;
    for (let hit = TOKEN.exec(text); hit; hit = TOKEN.exec(text)) {
      this.tokens.push(hit[0].trim());
      end = TOKEN.lastIndex;
    }
    if (text.slice(end).trim() !== '') throw new Beyond();
    if (hasDecimalComma(book.properties.locale) && !this.tokens.includes('{')) {
      const separators = this.tokens.includes(',');
      const decimals = this.tokens.some((token) => /^\d+\.\d+$/.test(token));
      if (separators || decimals) throw new FormulaError('ERROR', 'Formula parse error.');
    }
  }

  run(): Scalar {
    const value = this.comparison();
    if (this.at < this.tokens.length) throw new Beyond();
    return scalar(value);
  }

  private take(...wanted: string[]): string | undefined {
    const token = this.tokens[this.at];
    if (token === undefined || !wanted.includes(token)) return undefined;
    this.at++;
    return token;
  }

  private comparison(): Scalar | Scalar[] {
    let left = this.joined();
    for (
      let sign = this.take('=', '<>', '<', '>', '<=', '>=');
      sign;
      sign = this.take('=', '<>', '<', '>', '<=', '>=')
    ) {
      const a = scalar(left);
      const b = scalar(this.joined());
      left =
        sign === '='
          ? a === b
          : sign === '<>'
            ? a !== b
            : sign === '<'
              ? a < b
              : sign === '>'
                ? a > b
                : sign === '<='
                  ? a <= b
                  : a >= b;
    }
    return left;
  }

  private joined(): Scalar | Scalar[] {
    let left = this.sum();
    while (this.take('&')) left = `${text(scalar(left))}${text(scalar(this.sum()))}`;
    return left;
  }

  private sum(): Scalar | Scalar[] {
    let left = this.product();
    for (let sign = this.take('+', '-'); sign; sign = this.take('+', '-')) {
      const right = number(scalar(this.product()));
      left = sign === '+' ? number(scalar(left)) + right : number(scalar(left)) - right;
    }
    return left;
  }

  private product(): Scalar | Scalar[] {
    let left = this.factor();
    for (let sign = this.take('*', '/'); sign; sign = this.take('*', '/')) {
      const right = number(scalar(this.factor()));
      if (sign === '/' && right === 0)
        throw new FormulaError('DIVIDE_BY_ZERO', 'Function DIVIDE parameter 2 cannot be zero.');
      left = sign === '*' ? number(scalar(left)) * right : number(scalar(left)) / right;
    }
    return left;
  }

  private factor(): Scalar | Scalar[] {
    if (this.take('-')) return -number(scalar(this.factor()));
    if (this.take('+')) return this.factor();
    const value = this.atom();
    return this.take('%') ? number(scalar(value)) / 100 : value;
  }

  private atom(): Scalar | Scalar[] {
    const token = this.tokens[this.at++];
    if (token === undefined) throw new FormulaError('ERROR', 'Formula parse error.');
    if (token === '(') {
      const value = this.comparison();
      if (!this.take(')')) throw new FormulaError('ERROR', 'Formula parse error.');
      return value;
    }
    if (token.startsWith('"')) return token.slice(1, -1).replaceAll('""', '"');
    if (/^\d/.test(token)) return Number(token);
    if (/^TRUE$/i.test(token)) return true;
    if (/^FALSE$/i.test(token)) return false;
    if (this.tokens[this.at] === '(') return this.call(token.toUpperCase());
    return this.reference(token);
  }

  private call(name: string): Scalar {
    const known = functions[name];
    if (!known) throw new Beyond();
    this.at++;
    const values: (Scalar | Scalar[])[] = [];
    while (!this.take(')')) {
      values.push(this.comparison());
      if (!this.take(';', ',') && this.tokens[this.at] !== ')')
        throw new FormulaError('ERROR', 'Formula parse error.');
    }
    return known(values);
  }

  private reference(token: string): Scalar[] {
    const a1 = parseA1(token, () => false);
    if (a1?.startRow === undefined || a1.startColumn === undefined) throw new Beyond();
    const title = a1.tab ?? this.tab.properties.title;
    const tab = this.book.tabs.find((item) => item.properties.title === title);
    if (!tab) throw new FormulaError('REF', 'Unresolved sheet name');
    const values: Scalar[] = [];
    for (let row = a1.startRow; row < (a1.endRow ?? a1.startRow + 1); row++)
      for (let column = a1.startColumn; column < (a1.endColumn ?? a1.startColumn + 1); column++) {
        const cell = cellAt(tab, row, column);
        const value = effectiveValue(this.book, tab, cell, this.depth + 1);
        if (!value && cell?.userEnteredValue) throw new Beyond();
        if (value?.errorValue)
          throw new FormulaError(value.errorValue.type ?? 'ERROR', value.errorValue.message ?? '');
        const shown = value?.numberValue ?? value?.stringValue ?? value?.boolValue;
        if (shown !== undefined && shown !== null) values.push(shown);
      }
    return values;
  }
}

/** What the status line of a workbook needs, and sums. An empty cell comes as an empty list. */
const functions: Readonly<Record<string, (values: readonly (Scalar | Scalar[])[]) => Scalar>> = {
  IF: (values) => scalar(scalar(values[0] ?? false) ? (values[1] ?? '') : (values[2] ?? false)),
  SUM: (values) =>
    values.flat().reduce<number>((sum, value) => sum + (typeof value === 'number' ? value : 0), 0),
  OR: (values) => values.flat().some(Boolean),
  AND: (values) => values.flat().every(Boolean),
  NOT: ([value = false]) => !scalar(value),
  TRIM: ([value = '']) => (Array.isArray(value) && value.length === 0 ? '' : text(scalar(value)).trim()),
  ISBLANK: ([value]) => Array.isArray(value) && value.length === 0,
};

const scalar = (value: Scalar | Scalar[]): Scalar => {
  if (!Array.isArray(value)) return value;
  if (value.length > 1) throw new Beyond();
  return value[0] ?? 0;
};

function number(value: Scalar): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  throw new FormulaError('VALUE', 'Function expects number values.');
}

const text = (value: Scalar): string =>
  typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value);
