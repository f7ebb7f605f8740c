import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calculate } from '../../../shared/plan/calculate.ts';
import { InvalidFormula } from '../../../shared/plan/errors.ts';
import { googleDialect } from '../../../shared/plan/formula-dialect.ts';
import { formulaText } from '../../../shared/plan/formula-text.ts';
import { layout } from '../../../shared/plan/layout.ts';
import type { Formula, Plan } from '../../../shared/plan/plan.ts';
import { call, cell, lit, op, range } from './formula-table.ts';

const print = { orientation: 'portrait' } as const;
const plan: Plan = {
  title: '',
  sheets: [
    {
      name: 'Ввод',
      columns: [],
      print,
      rows: [
        {
          cells: [
            { column: 1, id: 'label' },
            { column: 3, id: 'head' },
          ],
        },
        {
          cells: [
            { column: 1, id: 'name' },
            { column: 3, id: 'x' },
            { column: 4, id: 'y' },
          ],
        },
      ],
    },
    {
      name: "Год's",
      columns: [],
      print,
      rows: [
        {
          cells: [
            { column: 27, id: 'far' },
            { column: 28, id: 'farther' },
          ],
        },
      ],
    },
  ],
};
const places = layout(plan);
const text = (formula: Formula): string => formulaText(formula, places, 'Ввод');

describe('formulaText', () => {
  test.each<[string, Formula]>([
    ['C2', cell('x')],
    ['SUM(C2:D2)', call('SUM', range('x', 'y'))],
    ["SUM('Год''s'!AA1:AB1)", call('SUM', range('far', 'farther'))],
    ["C2+'Год''s'!AA1", op(cell('x'), '+', cell('far'))],
    ['100*C2/D2', op(op(lit(100), '*', cell('x')), '/', cell('y'))],
    ['100*(C2/D2)', op(lit(100), '*', op(cell('x'), '/', cell('y')))],
    ['(C2+1)*D2', op(op(cell('x'), '+', lit(1)), '*', cell('y'))],
    ['C2+1*D2', op(cell('x'), '+', op(lit(1), '*', cell('y')))],
    ['C2-(D2-1)', op(cell('x'), '-', op(cell('y'), '-', lit(1)))],
    ['C2-1-D2', op(op(cell('x'), '-', lit(1)), '-', cell('y'))],
    ['C2-(-5)', op(cell('x'), '-', lit(-5))],
    ['C2&"а"=D2', op(op(cell('x'), '&', lit('а')), '=', cell('y'))],
    ['C2&("а"=D2)', op(cell('x'), '&', op(lit('а'), '=', cell('y')))],
    ['"он сказал ""да"""', lit('он сказал "да"')],
    ['IF(C2>=0.001,TRUE,"н/д")', call('IF', op(cell('x'), '>=', lit(0.001)), lit(true), lit('н/д'))],
    ['NOT(C2<>D2)', call('NOT', op(cell('x'), '<>', cell('y')))],
    ['NA()', call('NA')],
  ])('%s', (expected, formula) => {
    expect(text(formula)).toBe(expected);
  });

  test('a text over 255 characters is joined from pieces', () => {
    const long = `"${'я'.repeat(255)}"`;
    expect(text(op(lit('я'.repeat(300)), '=', lit('')))).toBe(`${long}&"${'я'.repeat(45)}"=""`);
  });

  test('over 8192 characters Excel refuses', () => {
    expect(() => text(call('LEN', lit('я'.repeat(8300))))).toThrow(InvalidFormula);
  });

  test('a condition moves as its table does', () => {
    const at = (formula: Formula): string =>
      formulaText(formula, places, 'Ввод', { anchor: { row: 2, column: 3 } });
    expect(at(op(cell('x'), '>', cell('y')))).toBe('C2>$D2');
    expect(at(op(cell('name'), '=', cell('head')))).toBe('$A2=C$1');
    expect(at(op(cell('label'), '=', cell('far')))).toBe("$A$1='Год''s'!$AA$1");
  });
});

const number = fc.integer({ min: -9, max: 9 }).map((value): Formula => lit(value));
const { tree } = fc.letrec<{ tree: Formula }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    number,
    fc
      .tuple(tie('tree'), fc.constantFrom('+' as const, '-' as const, '*' as const), tie('tree'))
      .map(([left, operator, right]) => op(left, operator, right)),
  ),
}));

test('brackets keep the meaning: the text, read as arithmetic, gives the tree’s value', () => {
  fc.assert(
    fc.property(tree, (formula) => {
      const single: Plan = {
        title: '',
        sheets: [{ name: 'Л', columns: [], print, rows: [{ cells: [{ column: 1, id: 'f', formula }] }] }],
      };
      const own = layout(single);
      const written = formulaText(formula, own, 'Л');
      expect(written).toMatch(/^[\d+\-*()]+$/);
      // plain arithmetic reads the same in JavaScript; a leading minus of a number needs no brackets there either
      const read = new Function(`return ${written.replace(/(^|[(+\-*])-(\d+)/g, '$1(-$2)')};`)() as number;
      expect(calculate(single, own).value('f')).toBe(read + 0);
    }),
  );
});

describe('formulas for Google Sheets of any locale', () => {
  const google = (formula: Formula): string =>
    formulaText(formula, places, 'Ввод', { dialect: googleDialect, titleOf: (name) => `${name} 2` });
  test.each<[string, Formula]>([
    [
      'IF(C2>=(5/10);"а;б";SUM(C2:D2))',
      call('IF', op(cell('x'), '>=', lit(0.5)), lit('а;б'), call('SUM', range('x', 'y'))),
    ],
    ['C2*(-125/100)', op(cell('x'), '*', lit(-1.25))],
    ['C2*(1/1000000000)', op(cell('x'), '*', lit(1e-9))],
    ["'Год''s 2'!AA1", cell('far')],
    ['IF(RIGHT(TO_TEXT(C2);1)="%";"P";"G")', call('CELL', lit('format'), cell('x'))],
    [`"${'я'.repeat(300)}"`, lit('я'.repeat(300))],
  ])('%s', (expected, formula) => {
    expect(google(formula)).toBe(expected);
  });

  test('a fraction is the same double', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -(10 ** 9), max: 10 ** 9 }),
        fc.integer({ min: 1, max: 6 }),
        (digits, places10) => {
          const value = digits / 10 ** places10;
          const [, over, under] = /^\((-?\d+)\/(\d+)\)$/.exec(google(lit(value))) ?? [];
          expect(over === undefined ? Number(google(lit(value))) : Number(over) / Number(under)).toBe(value);
        },
      ),
    );
  });
});
