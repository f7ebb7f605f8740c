import { decimal } from '../number/decimal.ts';
import { cellAddress, columnLetters, quoteSheet } from './address.ts';
import { InvalidFormula } from './errors.ts';
import { type FormulaDialect, fileDialect } from './formula-dialect.ts';
import type { Layout } from './layout.ts';
import type { Formula, Scalar } from './plan.ts';

/** Binding strength, weakest first: comparison, `&`, sum, product. */
const strength = {
  '=': 1,
  '<>': 1,
  '<': 1,
  '<=': 1,
  '>': 1,
  '>=': 1,
  '&': 2,
  '+': 3,
  '-': 3,
  '*': 4,
  '/': 4,
} as const;
const atom = 9;

export interface FormulaTextOptions {
  /**
   * First cell of the range a condition covers. Cells in its row keep their row relative, cells in its column their
   * column, all else is fixed by `$`: so the value itself moves along, a row's label moves down, a norm stays.
   */
  readonly anchor?: { readonly row: number; readonly column: number };
  /** As an .xlsx file stores formulas, unless another is given. */
  readonly dialect?: FormulaDialect;
  /** What a tab of the plan is called where the formula stands; its own name unless given. */
  readonly titleOf?: (sheet: string) => string;
  /** Wraps references to other tabs, where a place takes none as they are. */
  readonly elsewhere?: (reference: string) => string;
}

/**
 * Text of a formula: English function names, no leading `=`, the rest by the dialect. References to other tabs than
 * `sheet` carry the quoted tab name.
 * Throws UnknownCellId, InvalidPlace, InvalidFormula (over the dialect's longest).
 */
export function formulaText(
  formula: Formula,
  layout: Layout,
  sheet: string,
  options: FormulaTextOptions = {},
): string {
  const { anchor, dialect = fileDialect, elsewhere = (text) => text, titleOf = (name) => name } = options;
  const { text } = print(formula, { layout, sheet, anchor, dialect, elsewhere, titleOf });
  if (text.length > dialect.longestFormula)
    throw new InvalidFormula(`${text.length} characters in a formula of «${sheet}»`);
  return text;
}

interface Context {
  readonly layout: Layout;
  readonly sheet: string;
  readonly anchor: FormulaTextOptions['anchor'];
  readonly dialect: FormulaDialect;
  readonly elsewhere: (reference: string) => string;
  readonly titleOf: (sheet: string) => string;
}

interface Printed {
  readonly text: string;
  readonly strength: number;
}

function print(formula: Formula, context: Context): Printed {
  switch (formula.type) {
    case 'literal':
      return literal(formula.value, context.dialect);
    case 'cell':
      return { text: reference(formula.id, formula.id, context), strength: atom };
    case 'range':
      return { text: reference(formula.from, formula.to, context), strength: atom };
    case 'call': {
      const args = formula.args.map((arg) => print(arg, context).text);
      const { dialect } = context;
      const text = dialect.respell?.(formula.name, args);
      return { text: text ?? `${formula.name}(${args.join(dialect.separator)})`, strength: atom };
    }
    case 'binary': {
      const own = strength[formula.op];
      const left = print(formula.left, context);
      const right = print(formula.right, context);
      // operators of one strength group to the left
      const leftText = left.strength < own ? `(${left.text})` : left.text;
      const rightText = right.strength <= own || right.text.startsWith('-') ? `(${right.text})` : right.text;
      return { text: leftText + formula.op + rightText, strength: own };
    }
  }
}

function reference(from: string, to: string, { layout, sheet, anchor, elsewhere, titleOf }: Context): string {
  const { sheet: target, range } = layout.range(from, to);
  const first = corner(range.firstRow, range.firstColumn, target === sheet, anchor);
  const last = corner(range.lastRow, range.lastColumn, target === sheet, anchor);
  const address = first === last ? first : `${first}:${last}`;
  return target === sheet ? address : elsewhere(`${quoteSheet(titleOf(target))}!${address}`);
}

function corner(
  row: number,
  column: number,
  sameSheet: boolean,
  anchor: FormulaTextOptions['anchor'],
): string {
  if (!anchor) return cellAddress(row, column);
  const fixedColumn = sameSheet && column === anchor.column ? '' : '$';
  const fixedRow = sameSheet && row === anchor.row ? '' : '$';
  return `${fixedColumn}${columnLetters(column)}${fixedRow}${row}`;
}

function literal(value: Scalar, { number, longestLiteral }: FormulaDialect): Printed {
  if (typeof value === 'boolean') return { text: value ? 'TRUE' : 'FALSE', strength: atom };
  if (typeof value === 'number') return { text: number(decimal(value)), strength: atom };
  if (value.length <= longestLiteral) return { text: quoteText(value), strength: atom };
  const pieces: string[] = [];
  for (let start = 0; start < value.length; start += longestLiteral) {
    pieces.push(quoteText(value.slice(start, start + longestLiteral)));
  }
  return { text: pieces.join('&'), strength: strength['&'] };
}

function quoteText(text: string): string {
  return `"${text.replace(/"/g, '""')}"`;
}
