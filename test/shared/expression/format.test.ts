import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BinaryOperator, Expression } from '../../../shared/expression/ast.ts';
import { describeExpression } from '../../../shared/expression/describe.ts';
import { formatExpression } from '../../../shared/expression/format.ts';
import { parseCondition, parseExpression } from '../../../shared/expression/parse.ts';
import { syntaxFaultText } from '../../../shared/texts/expression.ts';

const tree = (parse: typeof parseExpression, text: string): Expression => {
  const parsed = parse(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.fault.expected}`);
  return parsed.expression;
};

describe('formatExpression', () => {
  test.each([
    ['((a))+(b*c)', 'a + b * c'],
    ['(a+b)*c', '(a + b) * c'],
    ['a-(b-c)', 'a - (b - c)'],
    ['a/(b*c)', 'a / (b * c)'],
    ['-(a+b)', '-(a + b)'],
    ['- - a', '--a'],
    ['not(a=b)and c>0.50', 'not a = b and c > 0.5'],
    ['(a or b) and (c = (d < 1))', '(a or b) and c = (d < 1)'],
    ['if(a>0,sum(a,b),prev(c))', 'if(a > 0, sum(a, b), prev(c))'],
  ])('%s → %s', (text, canonical) => {
    expect(formatExpression(tree(parseExpression, text))).toBe(canonical);
  });
  test.each([
    ['programmes has СОО', "programmes has 'СОО'"],
    ["place=«посёлок 'Заря'»", 'place = "посёлок \'Заря\'"'],
    ['flag(risk) or x<>5', 'flag(risk) or x <> 5'],
  ])('%s → %s', (text, canonical) => {
    expect(formatExpression(tree(parseCondition, text))).toBe(canonical);
  });

  const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
    expression: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom<Expression>(
        { type: 'ref', code: 'a' },
        { type: 'ref', code: 'b.c_1' },
        { type: 'number', value: 0.25 },
        { type: 'flag', name: 'risk' },
      ),
      fc.record({
        type: fc.constant('unary' as const),
        op: fc.constantFrom('-' as const),
        of: tie('expression'),
      }),
      fc.record({
        type: fc.constant('binary' as const),
        op: fc.constantFrom<BinaryOperator>('+', '-', '*', '/', '<', '<=', '>', '>=', '=', '<>', 'and', 'or'),
        left: tie('expression'),
        right: tie('expression'),
      }),
      fc.record({
        type: fc.constant('call' as const),
        name: fc.constantFrom('sum' as const, 'any_of' as const),
        args: fc.array(tie('expression'), { minLength: 1, maxLength: 3 }),
      }),
    ),
  }));
  test('parsing the text gives the same tree again', () => {
    fc.assert(
      fc.property(expression, (e) => {
        expect(tree(parseExpression, formatExpression(e))).toEqual(e);
      }),
    );
  });
});

describe('words for people', () => {
  const names: Record<string, string> = { a: 'Писали ВПР', b: 'Получили «5»', programmes: 'Программы' };
  const nameOf = (code: string) => names[code];
  test.each([
    ['a + b * 2', '«Писали ВПР» + («Получили «5»» × 2)'],
    ['if(a >= 0.5, a, -b)', 'если «Писали ВПР» не меньше 0,5, то «Писали ВПР», иначе (−«Получили «5»»)'],
    ['any_of(a, prev(b))', 'наибольшее из известных: «Писали ВПР»; «Получили «5»» за предыдущий период'],
    [
      'min(a, b) <> max(a, zz)',
      '(наименьшее из: «Писали ВПР»; «Получили «5»») не равно (наибольшее из: «Писали ВПР»; «zz»)',
    ],
    ['not a and flag(risk)', '(неверно, что «Писали ВПР») и установлен признак «risk»'],
    ['sum(a, 1)', 'сумма: «Писали ВПР»; 1'],
  ])('%s', (text, russian) => {
    expect(describeExpression(tree(parseExpression, text), nameOf)).toBe(russian);
  });
  test('conditions', () => {
    expect(describeExpression(tree(parseCondition, 'programmes has СОО or place = село'), nameOf)).toBe(
      'в графе «Программы» есть «СОО» или («place» равно «село»)',
    );
  });
  test.each([
    ['a +', 'позиция 4, в конце: ожидается показатель, число или скобка'],
    ['a ? b', 'позиция 3, у «? b»: ожидается знак действия, сравнения или конец формулы'],
    ['(a', 'позиция 3, в конце: не хватает закрывающей скобки'],
  ])('a fault of %j', (text, russian) => {
    const parsed = parseExpression(text);
    expect(parsed.ok ? '' : syntaxFaultText(parsed.fault)).toBe(russian);
  });
});
