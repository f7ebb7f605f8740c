import { describe, expect, test } from 'vitest';
import type { Expression } from '../../../shared/expression/ast.ts';
import { flagsOf, inputsOf } from '../../../shared/expression/inputs.ts';
import { parseCondition, parseExpression } from '../../../shared/expression/parse.ts';

/** Every operation in parentheses: shows how the text was bound. */
function bound(e: Expression): string {
  switch (e.type) {
    case 'number':
      return `${e.value}`;
    case 'text':
      return `'${e.value}'`;
    case 'ref':
      return e.code;
    case 'unary':
      return `(${e.op} ${bound(e.of)})`;
    case 'binary':
      return `(${bound(e.left)} ${e.op} ${bound(e.right)})`;
    case 'call':
      return `${e.name}[${e.args.map(bound).join(', ')}]`;
    case 'flag':
      return `flag[${e.name}]`;
    case 'has':
      return `(${e.column} has '${e.word}')`;
  }
}

const read = (parse: typeof parseExpression, text: string): string => {
  const parsed = parse(text);
  return parsed.ok ? bound(parsed.expression) : `${parsed.fault.at} ${parsed.fault.expected}`;
};

describe('parseExpression', () => {
  test.each([
    ['1', '1'],
    ['0.5', '0.5'],
    ['vpr.passed.ru.g4', 'vpr.passed.ru.g4'],
    ['a+b*c', '(a + (b * c))'],
    ['a - b - c', '((a - b) - c)'],
    ['a / b * c', '((a / b) * c)'],
    ['(a + b) * c', '((a + b) * c)'],
    ['-a * b', '((- a) * b)'],
    ['a - -b', '(a - (- b))'],
    ['a + 1 < b * 2', '((a + 1) < (b * 2))'],
    ['not a = b', '(not (a = b))'],
    ['a and b or c and not d', '((a and b) or (c and (not d)))'],
    ['a or b and c', '(a or (b and c))'],
    ['if(a >= 1, b, 0)', 'if[(a >= 1), b, 0]'],
    ['sum(a, min(b, c), max(d))', 'sum[a, min[b, c], max[d]]'],
    ['any_of(a, b)', 'any_of[a, b]'],
    ['prev(a + b)', 'prev[(a + b)]'],
    ['flag(low_results) and a', '(flag[low_results] and a)'],
    ['  a\n+\tb ', '(a + b)'],
    ['sum + min', '(sum + min)'],
  ])('%s', (text, tree) => expect(read(parseExpression, text)).toBe(tree));

  test.each([
    ['', '0 operand'],
    ['a +', '3 operand'],
    ['a b', '2 operator'],
    ['a < b < c', '6 operator'],
    ['(a', '2 closing'],
    ['a)', '1 operator'],
    ['if(a, b)', '0 arguments'],
    ['prev(a, b)', '0 arguments'],
    ['sum()', '4 operand'],
    ['foo(a)', '0 operand'],
    ['1,5', '1 operator'],
    ['1.', '1 operator'],
    ['2a', '0 operand'],
    ['A', '0 operand'],
    ['а', '0 operand'],
    ["a = 'x'", '4 operand'],
    ['a has b', '2 operator'],
    ['a == b', '3 operand'],
    ['flag(1)', '5 word'],
    ['a; b', '1 operator'],
    ['constructor(a)', '0 operand'],
    [`${'a'.repeat(81)}`, '0 operand'],
  ])('is refused: %s', (text, fault) => expect(read(parseExpression, text)).toBe(fault));

  test.each([
    ['parentheses', `${'('.repeat(100_000)}a`],
    ['calls', 'min('.repeat(100_000)],
    ['minus signs', `${'-'.repeat(100_000)}a`],
    ['not', `${'not '.repeat(100_000)}a`],
    ['a long sum', `a${'+a'.repeat(100_000)}`],
    ['sums in parentheses', `${'('.repeat(199)}a${`${'+a'.repeat(900)})`.repeat(199)}`],
  ])('hostile depth is refused: %s', (_, text) =>
    expect(read(parseExpression, text)).toMatch(/^\d+ shallower$/),
  );

  test('reasonable depth passes', () => {
    expect(parseExpression(`${'('.repeat(150)}a${')'.repeat(150)}`).ok).toBe(true);
    expect(parseExpression(`a${'+a'.repeat(900)}`).ok).toBe(true);
  });
});

describe('parseCondition', () => {
  test.each([
    ['type has school and programmes has СОО', "((type has 'school') and (programmes has 'СОО'))"],
    ["programmes has 'СОО'", "(programmes has 'СОО')"],
    ['programmes has "СОО"', "(programmes has 'СОО')"],
    ['programmes has «СОО»', "(programmes has 'СОО')"],
    ['местность = село', "(местность = 'село')"],
    ['местность <> «малый город»', "(местность <> 'малый город')"],
    ['pupils_1_4 >= 100', '(pupils_1_4 >= 100)'],
    ['a < b', '(a < b)'],
    ['locality = Ахты-1', "(locality = 'Ахты-1')"],
    ['login = sch001', "(login = 'sch001')"],
    ['a = 5', '(a = 5)'],
    ['a = -5', '(a = (- 5))'],
    ['class = 5а', "(class = '5а')"],
    ['not flag(low_results)', '(not flag[low_results])'],
    ['(a = x or b = y) and c', "(((a = 'x') or (b = 'y')) and c)"],
    ['a / b > 0.5', '((a / b) > 0.5)'],
    ['grades has 10', "(grades has '10')"],
  ])('%s', (text, tree) => expect(read(parseCondition, text)).toBe(tree));

  test.each([
    ['type has', '8 text'],
    ['5 has x', '2 operator'],
    ["type = 'school", '7 operand'],
    ['a = b = c', '6 operator'],
    ['type school', '5 operator'],
  ])('is refused: %s', (text, fault) => expect(read(parseCondition, text)).toBe(fault));
});

test('inputs are the codes named, each once, in the order met', () => {
  const parsed = parseExpression('if(b > 0, a + b, prev(c)) / sum(a, flag(risk))');
  if (!parsed.ok) throw new Error('expected a formula');
  expect(inputsOf(parsed.expression)).toEqual(['b', 'a', 'c']);
  expect(flagsOf(parsed.expression)).toEqual(['risk']);
});

test('the inputs of a condition are its columns', () => {
  const parsed = parseCondition('type has school and size > 5 and place = село');
  if (!parsed.ok) throw new Error('expected a condition');
  expect(inputsOf(parsed.expression)).toEqual(['type', 'size', 'place']);
});
