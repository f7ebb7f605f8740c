import type { Formula } from '../plan/plan.ts';
import type { Calculation } from './calculation.ts';
import { binary, call, cell, literal } from './formula.ts';

/** What a text in an entry cell says, in cells of the hidden tab. */
export interface TypedText {
  /** For comparing words: single plain spaces, ё as е, none around a slash, no closing dot; empty for a number. */
  readonly word: Formula;
  /** The number that the text writes (contracts §2), else an empty text. */
  readonly number: Formula;
  /** Whether it ends in a percent sign. */
  readonly isPercent: Formula;
}

/** Blanks that Word and web pages put among digits: no-break, narrow no-break, thin, figure space. */
const blanks = ['\u00a0', '\u202f', '\u2009', '\u2007'];
const empty = literal('');
const space = literal(' ');

const swap = (text: Formula, pairs: readonly (readonly [string, string])[]): Formula =>
  pairs.reduce((sum, [from, to]) => call('SUBSTITUTE', sum, literal(from), literal(to)), text);
/** A text without some characters. */
export const without = (text: Formula, letters: readonly string[]): Formula =>
  swap(
    text,
    letters.map((letter) => [letter, '']),
  );
const isOf = (text: Formula, values: readonly string[]): Formula =>
  call('OR', ...values.map((value) => binary('=', text, literal(value))));
const lengthLess = (text: Formula, count: number): Formula => binary('-', call('LEN', text), literal(count));

/** How often one character stands in a text. */
const countIn = (text: Formula, letter: string): Formula =>
  binary('-', call('LEN', text), call('LEN', without(text, [letter])));

/** Comma, dot, empty where there is neither, `?` where no reading is possible: of two different ones the last. */
function decimalSign(shape: Formula): Formula {
  const commas = countIn(shape, ',');
  const dots = countIn(shape, '.');
  const one = (count: Formula, sign: string): Formula =>
    call('IF', binary('=', count, literal(1)), literal(sign), literal('?'));
  const isCommaLater = binary('>', call('FIND', literal(','), shape), call('FIND', literal('.'), shape));
  return call(
    'IF',
    binary('=', dots, literal(0)),
    call('IF', binary('=', commas, literal(0)), empty, one(commas, ',')),
    call(
      'IF',
      binary('=', commas, literal(0)),
      one(dots, '.'),
      call('IF', isCommaLater, one(commas, ','), one(dots, '.')),
    ),
  );
}

/**
 * Takes apart a text typed into an entry cell as the reader does (parse/number-text.ts), without functions that follow
 * the language of the spreadsheet: every digit becomes 0, and the rules are asked of this shape. Empty where the cell
 * holds a number. Beyond 15 digits no spreadsheet is exact, and the text counts as no number.
 */
export function typedText(calculation: Calculation, entry: string): TypedText {
  const typed = cell(entry);
  const id = (step: string): string => `text ${entry} ${step}`;
  const [text, body, shape, sign, groups, word] = ['text', 'body', 'shape', 'sign', 'groups', 'word'].map(
    (step) => cell(id(step)),
  ) as [Formula, Formula, Formula, Formula, Formula, Formula];
  const plain = call(
    'TRIM',
    swap(
      typed,
      blanks.map((blank) => [blank, ' '] as const),
    ),
  );
  const isPercent = binary('=', call('RIGHT', text, literal(1)), literal('%'));
  const bare = call('IF', isPercent, call('TRIM', call('LEFT', text, lengthLess(text, 1))), text);
  const first = call('LEFT', text, literal(1));
  const isSigned = isOf(first, ['+', '-', '−']);
  const unsigned = call('TRIM', call('RIGHT', bare, lengthLess(bare, 1)));
  const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((digit) => [digit, '0'] as const);
  const hasSign = binary('<>', sign, empty);
  const at = call('FIND', sign, shape);
  const decimals = call('IF', hasSign, binary('-', call('LEN', shape), at), literal(0));
  const whole = call('IF', hasSign, call('LEFT', shape, binary('-', at, literal(1))), shape);
  // groups of three: by the other sign where it stands in the number, by spaces otherwise
  const other = call('IF', binary('=', sign, literal(',')), literal('.'), literal(','));
  const isOther = call('AND', hasSign, binary('<>', call('SUBSTITUTE', shape, other, empty), shape));
  const separator = call('IF', isOther, other, space);
  const grouped = call('SUBSTITUTE', whole, binary('&', separator, literal('000')), literal('#'));
  const lead = call('LEN', without(groups, ['#']));
  const isGrouped = call(
    'AND',
    binary('>', lead, literal(0)),
    binary('<', lead, literal(4)),
    binary('=', call('LEFT', groups, lead), call('LEFT', literal('000'), lead)),
  );
  const isPlain = call(
    'AND',
    binary('=', without(groups, ['0']), empty),
    binary('>', call('LEN', shape), call('LEN', sign)),
  );
  const fraction = without(call('RIGHT', shape, decimals), ['0']);
  const isFraction = call(
    'OR',
    binary('=', sign, empty),
    call('AND', binary('=', fraction, empty), binary('>', decimals, literal(0))),
  );
  const all = without(body, [' ', ',', '.']);
  const isExact = binary('<', call('LEN', all), literal(16));
  const scale = call('VALUE', call('LEFT', literal('1000000000000000'), binary('+', decimals, literal(1))));
  const factor = call('IF', isOf(first, ['-', '−']), literal(-1), literal(1));
  const value = binary('*', binary('/', call('VALUE', all), scale), factor);
  const isNumber = call('AND', isExact, isFraction, call('OR', isPlain, isGrouped));
  const slashes = swap(text, [
    ['ё', 'е'],
    ['Ё', 'Е'],
    [' /', '/'],
    ['/ ', '/'],
  ]);
  const isDotted = call(
    'AND',
    binary('=', call('RIGHT', text, literal(1)), literal('.')),
    binary('>', call('LEN', text), literal(1)),
  );
  const undotted = call('TRIM', call('IF', isDotted, call('LEFT', slashes, lengthLess(slashes, 1)), slashes));
  calculation.row(`text ${entry}`, [
    { id: id('text'), formula: call('IF', call('ISNUMBER', typed), empty, plain) },
    { id: id('word'), formula: undotted },
    { id: id('body'), formula: call('IF', isSigned, unsigned, bare) },
    { id: id('shape'), formula: swap(body, digits) },
    { id: id('sign'), formula: decimalSign(shape) },
    { id: id('groups'), formula: call('IFERROR', grouped, literal('?')) },
    { id: id('number'), formula: call('IFERROR', call('IF', isNumber, value, empty), empty) },
  ]);
  return { word, number: cell(id('number')), isPercent };
}
