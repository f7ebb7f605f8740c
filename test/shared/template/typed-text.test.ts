import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DataElement } from '../../../shared/catalog/types.ts';
import { parseCell } from '../../../shared/parse/scalar-to-value.ts';
import { calculate } from '../../../shared/plan/calculate.ts';
import { layout } from '../../../shared/plan/layout.ts';
import { Calculation } from '../../../shared/template/calculation.ts';
import { knownValue } from '../../../shared/template/known-value.ts';
import { element } from './catalog-fixture.ts';

const { min: _, ...unbounded } = element('e', 'f', 'Число', { type: 'decimal3', unit: 'балл' });
const decimal: DataElement = unbounded;
const integer = element('e', 'f', 'Число', { type: 'integer' });
const percent = element('e', 'f', 'Доля', { type: 'decimal1', unit: '%', min: 0, max: 100 });
const answer = element('e', 'f', 'Да или нет', { type: 'yes_no', unit: '' });

/** What the live formula makes of typed texts, one cell each. */
function live(rules: DataElement, texts: readonly string[]): unknown[] {
  const calculation = new Calculation();
  texts.forEach((_, i) => {
    calculation.step('known', `known ${i}`, knownValue(calculation, rules, `entry ${i}`));
  });
  const rows = texts.map((value, i) => ({ cells: [{ column: 1, id: `entry ${i}`, value }] }));
  const typed = { name: 'Л', columns: [], rows, print: { orientation: 'portrait' as const } };
  const plan = { title: '', sheets: [typed, calculation.sheet()] };
  const calculated = calculate(plan, layout(plan));
  return texts.map((_, i) => calculated.value(`known ${i}`));
}

/** What the reader makes of the same text: a value, or the status in its place. */
const read = (rules: DataElement, text: string): unknown => {
  const { status, value } = parseCell({ type: 'text', value: text }, rules);
  return status === 'value' ? value : status;
};

const texts: readonly (readonly [string, unknown])[] = [
  ['12', 12],
  ['12,5', 12.5],
  ['12.5', 12.5],
  ['1 234', 1234],
  ['1\u00a0234', 1234],
  ['1\u202f234,5', 1234.5],
  ['12 345 678', 12345678],
  ['1 10', 'rejected'],
  ['1 1000', 'rejected'],
  ['1000 000', 'rejected'],
  ['1.234,5', 1234.5],
  ['1,234.5', 1234.5],
  ['1.234.567,5', 1234567.5],
  ['1,2,3', 'rejected'],
  ['1.2,3.4', 'rejected'],
  ['12,', 'rejected'],
  [',5', 0.5],
  [',000123000000123', 0.000123000000123],
  ['-7', -7],
  ['−7,25', -7.25],
  ['+3', 3],
  ['- 3', -3],
  ['--3', 'rejected'],
  ['1e3', 'rejected'],
  ['12 человек', 'rejected'],
  ['85 %', 'rejected'],
  ['0,000', 0],
  ['', 'not_reported'],
  ['   ', 'not_reported'],
  ['н/д', 'no_data'],
  ['Н / Д.', 'no_data'],
  ['—', 'no_data'],
  ['нет', 'no_data'],
  ['НЕ ВЕДЁМ', 'not_applicable'],
  ['не применимо', 'not_applicable'],
  ['Х', 'not_applicable'],
  ['x', 'not_applicable'],
];

describe('texts in number cells', () => {
  it('mean to the live formulas what they mean to the reader', () => {
    const found = live(
      decimal,
      texts.map(([text]) => text),
    );
    expect(texts.map(([text], i) => [text, found[i]])).toEqual(texts);
    expect(texts.map(([text]) => [text, read(decimal, text)])).toEqual(texts);
  });

  it.each([
    ['85 %', 85],
    ['85%', 85],
    ['12,5 %', 12.5],
    ['101 %', 'rejected'],
    ['%', 'rejected'],
    ['85', 85],
  ])('in percents: %s', (text, expected) => {
    expect(live(percent, [text])).toEqual([expected]);
    expect(read(percent, text)).toBe(expected);
  });

  it.each([
    ['1,234', 'rejected'],
    ['1,000', 1],
    ['1 234', 1234],
    ['-1', 'rejected'],
  ])('in whole numbers: %s', (text, expected) => {
    expect(live(integer, [text])).toEqual([expected]);
    expect(read(integer, text)).toBe(expected);
  });

  it('agree for anything made of digits, blanks, signs and separators', () => {
    const piece = fc.constantFrom('0', '1', '9', '12', '123', '000', ' ', ',', '.', '-', '%', '\u00a0');
    const text = fc.array(piece, { minLength: 1, maxLength: 7 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 20 }), (many) => {
        // beyond 15 digits no spreadsheet is exact
        const isExact = (one: string) => one.replace(/\D/g, '').length <= 15;
        // a formula takes off one closing dot, the reader all of them
        const isDotted = (one: string) => /\.[. \u00a0]+$/.test(one);
        // a telephone or СНИЛС is refused by the reader alone: a formula that knew them would be longer than it is worth
        const isPersonal = (one: string) =>
          parseCell({ type: 'text', value: one }, decimal).issues.some(
            ({ code }) => code === 'cell.personal_data',
          );
        const short = many.filter((one) => isExact(one) && !isDotted(one) && !isPersonal(one));
        expect(live(decimal, short)).toEqual(short.map((one) => read(decimal, one)));
      }),
      { numRuns: 300 },
    );
  });
});

describe('texts in yes or no cells', () => {
  it.each([
    ['да', 1],
    [' Да ', 1],
    ['1', 1],
    ['ИСТИНА', 1],
    ['нет', 0],
    ['false', 0],
    ['0', 0],
    ['—', 'no_data'],
    ['н/д', 'no_data'],
    ['неприменимо', 'not_applicable'],
    ['может быть', 'rejected'],
    ['2', 'rejected'],
    ['', 'not_reported'],
  ])('%s', (text, expected) => {
    expect(live(answer, [text])).toEqual([expected]);
    expect(read(answer, text)).toBe(expected);
  });
});
