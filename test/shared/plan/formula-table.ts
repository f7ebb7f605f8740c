import type { Formula, FormulaFunction, Plan, PlanCell, Scalar } from '../../../shared/plan/plan.ts';

export const lit = (value: Scalar): Formula => ({ type: 'literal', value });
export const cell = (id: string): Formula => ({ type: 'cell', id });
export const range = (from: string, to: string): Formula => ({ type: 'range', from, to });
export const call = (name: FormulaFunction, ...args: Formula[]): Formula => ({ type: 'call', name, args });
type Operator = Extract<Formula, { type: 'binary' }>['op'];
export const op = (left: Formula, operator: Operator, right: Formula): Formula => ({
  type: 'binary',
  op: operator,
  left,
  right,
});

/** Cells the formulas look at: id → value; undefined is a blank cell. One column, in this order. */
export const data: readonly (readonly [string, Scalar | undefined])[] = [
  ['two', 2],
  ['half', 0.5],
  ['zero', 0],
  ['minus', -7.25],
  ['blank', undefined],
  ['word', 'да'],
  ['upper', 'ДА'],
  ['nodata', 'н/д'],
  ['digits', '12'],
  ['spaces', '  два   слова '],
  ['yes', true],
  ['no', false],
  ['big', 123456789],
  ['starred', 'а*б'],
];

const all = range('two', 'starred');
const numbers = range('two', 'minus');

type Expected = Scalar | { readonly error: string };

/** Formula → what a spreadsheet shows, by the published description of each function. */
export const formulas: readonly (readonly [string, Formula, Expected])[] = [
  // arithmetic
  ['2+0.5', op(cell('two'), '+', cell('half')), 2.5],
  ['blank counts as 0', op(cell('two'), '+', cell('blank')), 2],
  ['TRUE counts as 1', op(cell('yes'), '+', cell('two')), 3],
  ['a text of digits is its number', op(cell('digits'), '*', cell('two')), 24],
  ['a word is no number', op(cell('word'), '+', cell('two')), { error: '#VALUE!' }],
  ['an answer is no number', op(lit(100), '*', cell('nodata')), { error: '#VALUE!' }],
  ['empty text is no number', op(lit(''), '+', lit(1)), { error: '#VALUE!' }],
  ['division by zero', op(cell('two'), '/', cell('zero')), { error: '#DIV/0!' }],
  ['division by blank', op(cell('two'), '/', cell('blank')), { error: '#DIV/0!' }],
  ['left operand’s error first', op(op(lit(1), '/', lit(0)), '+', cell('word')), { error: '#DIV/0!' }],
  ['groups to the left', op(op(lit(8), '-', lit(3)), '-', lit(2)), 3],
  ['keeps brackets on the right', op(lit(8), '-', op(lit(3), '-', lit(2))), 7],
  ['keeps brackets of sums', op(op(lit(1), '+', lit(2)), '*', lit(3)), 9],
  ['8/(4/2)', op(lit(8), '/', op(lit(4), '/', lit(2))), 4],
  ['2--7.25', op(lit(2), '-', lit(-7.25)), 9.25],
  ['percent of a half', op(op(lit(100), '*', cell('half')), '/', cell('two')), 25],
  ['snaps to zero', op(op(lit(0.3), '-', lit(0.1)), '-', lit(0.2)), 0],
  ['blank reference alone', cell('blank'), 0],
  ['text reference alone', cell('word'), 'да'],
  // text
  ['joins', op(cell('word'), '&', lit(' — да')), 'да — да'],
  ['number as text has a comma', op(cell('half'), '&', lit('')), '0,5'],
  ['negative number as text', op(cell('minus'), '&', lit('!')), '-7,25!'],
  ['15 digits as text', op(op(lit(1), '/', lit(3)), '&', lit('')), '0,333333333333333'],
  ['logical value as text', op(cell('yes'), '&', lit('')), 'ИСТИНА'],
  ['blank as text', op(cell('blank'), '&', lit('x')), 'x'],
  ['quotes in a text', lit('он сказал "да"'), 'он сказал "да"'],
  ['& before =', op(op(lit('a'), '&', lit('b')), '=', lit('ab')), true],
  ['brackets of = inside &', op(lit('x'), '&', op(lit(1), '=', lit(1))), 'xИСТИНА'],
  ['TRIM', call('TRIM', cell('spaces')), 'два слова'],
  ['TRIM of a number', call('TRIM', cell('two')), '2'],
  ['LEN', call('LEN', cell('spaces')), 14],
  ['LEN of blank', call('LEN', cell('blank')), 0],
  ['LEN of a number', call('LEN', cell('minus')), 5],
  // comparison
  ['case does not matter', op(cell('word'), '=', cell('upper')), true],
  ['blank equals zero', op(cell('blank'), '=', lit(0)), true],
  ['blank equals empty text', op(cell('blank'), '=', lit('')), true],
  ['zero is not empty text', op(cell('zero'), '=', lit('')), false],
  ['text above any number', op(cell('nodata'), '>', cell('big')), true],
  ['logical above any text', op(cell('no'), '>', cell('word')), true],
  ['a text of digits is not its number', op(cell('digits'), '=', lit(12)), false],
  ['0.1+0.2=0.3', op(op(lit(0.1), '+', lit(0.2)), '=', lit(0.3)), true],
  ['<>', op(cell('two'), '<>', cell('half')), true],
  ['<=', op(cell('two'), '<=', lit(2)), true],
  ['<', op(cell('minus'), '<', cell('blank')), true],
  ['>=', op(cell('half'), '>=', lit(0.51)), false],
  // conditions
  ['IF true', call('IF', op(cell('two'), '>', lit(1)), lit('много'), lit('мало')), 'много'],
  ['IF without else', call('IF', lit(false), lit(1)), false],
  ['IF of a number', call('IF', cell('minus'), lit(1), lit(2)), 1],
  ['IF of blank', call('IF', cell('blank'), lit(1), lit(2)), 2],
  ['IF of a word', call('IF', cell('word'), lit(1), lit(2)), { error: '#VALUE!' }],
  ['IF leads blank on as 0', call('IF', lit(true), cell('blank'), lit(2)), 0],
  ['IF does not touch the other branch', call('IF', lit(true), lit(1), op(lit(1), '/', lit(0))), 1],
  ['AND', call('AND', cell('yes'), cell('two')), true],
  ['AND skips texts and blanks in a range', call('AND', range('blank', 'yes')), true],
  ['AND with FALSE', call('AND', range('yes', 'no')), false],
  ['OR', call('OR', cell('no'), cell('zero'), op(lit(1), '<', lit(2))), true],
  ['OR of an error', call('OR', lit(true), op(lit(1), '/', lit(0))), { error: '#DIV/0!' }],
  ['NOT', call('NOT', cell('zero')), true],
  ['NOT of blank', call('NOT', cell('blank')), true],
  ['ISNUMBER', call('ISNUMBER', cell('half')), true],
  ['ISNUMBER of an answer', call('ISNUMBER', cell('nodata')), false],
  ['ISNUMBER of digits', call('ISNUMBER', cell('digits')), false],
  ['ISNUMBER of an error', call('ISNUMBER', op(lit(1), '/', lit(0))), false],
  ['ISNUMBER of a logical value', call('ISNUMBER', cell('yes')), false],
  ['ISBLANK', call('ISBLANK', cell('blank')), true],
  ['ISBLANK of a word', call('ISBLANK', cell('word')), false],
  ['IFERROR', call('IFERROR', op(lit(1), '/', lit(0)), lit('нет')), 'нет'],
  ['IFERROR passes a value', call('IFERROR', cell('half'), lit('нет')), 0.5],
  ['NA', call('NA'), { error: '#N/A' }],
  ['NA inside IFERROR', call('IFERROR', call('NA'), lit(1)), 1],
  // numbers of ranges
  ['SUM takes numbers only', call('SUM', all), 123456784.25],
  ['SUM of references to texts', call('SUM', cell('digits'), cell('yes'), cell('two')), 2],
  ['SUM of values', call('SUM', lit('12'), lit(true), lit(2)), 15],
  ['SUM of a word', call('SUM', lit('да'), lit(2)), { error: '#VALUE!' }],
  ['SUM of nothing', call('SUM', range('blank', 'upper')), 0],
  ['SUM of tenths', call('SUM', lit(0.1), lit(0.2), lit(0.3), lit(-0.6)), 0],
  ['MIN', call('MIN', all), -7.25],
  ['MAX', call('MAX', all), 123456789],
  ['MIN of nothing', call('MIN', range('blank', 'upper')), 0],
  ['MAX of negatives and text', call('MAX', cell('minus'), cell('word')), -7.25],
  ['COUNT', call('COUNT', all), 5],
  ['COUNT of values', call('COUNT', lit('12'), lit('да'), lit(true), lit(1)), 3],
  ['COUNTA', call('COUNTA', all), 13],
  ['N of a number', call('N', cell('minus')), -7.25],
  ['N of an answer', call('N', cell('nodata')), 0],
  ['N of TRUE', call('N', cell('yes')), 1],
  ['N of blank', call('N', cell('blank')), 0],
  // rounding
  ['ROUND half away', call('ROUND', lit(2.5), lit(0)), 3],
  ['ROUND half away below zero', call('ROUND', lit(-2.5), lit(0)), -3],
  ['ROUND as on paper', call('ROUND', lit(1.005), lit(2)), 1.01],
  ['ROUND to tenths', call('ROUND', op(lit(200), '/', lit(3)), lit(1)), 66.7],
  ['ROUND to tens', call('ROUND', lit(1250), lit(-2)), 1300],
  ['ABS', call('ABS', cell('minus')), 7.25],
  // counting by a criterion
  ['COUNTIF of a number', call('COUNTIF', all, lit(2)), 1],
  ['COUNTIF of a word ignores case', call('COUNTIF', all, lit('да')), 2],
  ['COUNTIF above', call('COUNTIF', all, lit('>0')), 3],
  ['COUNTIF not above', call('COUNTIF', all, lit('<=0')), 2],
  ['COUNTIF begins with', call('COUNTIF', all, lit('н*')), 1],
  ['COUNTIF one letter', call('COUNTIF', all, lit('?/д')), 1],
  ['COUNTIF with a star itself', call('COUNTIF', all, lit('а~*б')), 1],
  ['COUNTIF of TRUE', call('COUNTIF', all, lit(true)), 1],
  ['COUNTIF not equal', call('COUNTIF', numbers, lit('<>2')), 3],
  ['COUNTIF not blank', call('COUNTIF', range('two', 'word'), lit('<>')), 5],
];

/**
 * Where LibreOffice is known to differ from Excel: it keeps logical values as numbers under a format, and takes no
 * digits in quotes as an argument of SUM. Plans lean on none of these.
 */
export const libreOfficeDiffers: ReadonlyMap<string, Expected> = new Map<string, Expected>([
  ['logical value as text', '1'],
  ['brackets of = inside &', 'x1'],
  ['logical above any text', false],
  ['ISNUMBER of a logical value', true],
  ['SUM takes numbers only', 123456785.25],
  ['SUM of references to texts', 3],
  ['SUM of values', { error: '#VALUE!' }],
  ['COUNT', 7],
  ['COUNTIF above', 4],
  ['COUNTIF not above', 3],
]);

/** A plan with the data in column A and the formulas in column C, each with the id `f<index>`. */
export function formulaPlan(): Plan {
  const height = Math.max(data.length, formulas.length);
  const rows = Array.from({ length: height }, (_, index) => {
    const cells: PlanCell[] = [];
    const given = data[index];
    if (given)
      cells.push({ column: 1, id: given[0], ...(given[1] === undefined ? {} : { value: given[1] }) });
    const formula = formulas[index];
    if (formula) {
      cells.push({ column: 2, value: formula[0] }, { column: 3, id: `f${index}`, formula: formula[1] });
    }
    return { cells };
  });
  return {
    title: 'Formulas',
    sheets: [{ name: 'Лист', columns: [], rows, print: { orientation: 'portrait' } }],
  };
}
