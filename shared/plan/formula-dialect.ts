import type { FormulaFunction } from './plan.ts';

/** How a formula is spelt. Function names are English everywhere. */
export interface FormulaDialect {
  /** Between arguments. */
  readonly separator: ',' | ';';
  /** A number from its shortest decimal text. */
  readonly number: (decimal: string) => string;
  /** Another spelling of a call, where the program does not know it. */
  readonly respell?: (name: FormulaFunction, args: readonly string[]) => string | undefined;
  /** Characters of the longest text literal; longer ones are joined by `&`. */
  readonly longestLiteral: number;
  /** Characters of the longest formula. */
  readonly longestFormula: number;
}

/** As .xlsx files store formulas: Excel's limits. */
export const fileDialect: FormulaDialect = {
  separator: ',',
  number: (text) => text,
  longestLiteral: 255,
  longestFormula: 8192,
};

/**
 * As Google Sheets takes formulas in a spreadsheet of any locale: a semicolon always separates arguments, while the
 * decimal sign follows the locale, so a fraction is written as a quotient of whole numbers (both exact in doubles up to
 * 15 digits, hence the same double).
 */
export const googleDialect: FormulaDialect = {
  separator: ';',
  number: wholeNumbers,
  respell: (name, [what, cell]) =>
    // no CELL("format") there, but what a cell shows can be asked for: 85% under a percent format
    name === 'CELL' && what === '"format"' ? `IF(RIGHT(TO_TEXT(${cell});1)="%";"P";"G")` : undefined,
  longestLiteral: 32_767,
  longestFormula: 50_000,
};

function wholeNumbers(text: string): string {
  const point = text.indexOf('.');
  if (point < 0) return text;
  const decimals = text.length - point - 1;
  const digits = text.replace('.', '').replace(/^(-?)0+(?=\d)/, '$1');
  return `(${digits}/1${'0'.repeat(decimals)})`;
}
