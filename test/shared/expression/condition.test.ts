import { describe, expect, test } from 'vitest';
import { evaluateCondition } from '../../../shared/expression/condition.ts';
import { parseCondition } from '../../../shared/expression/parse.ts';

const columns = {
  type: 'school  preschool',
  programmes: 'НОО ООО',
  size: '1 250',
  share: '12,5',
  place: ' село ',
  login: '007',
  empty: '',
  blank: '  ',
  zero: '0',
};
const flags: Record<string, boolean> = { yes: true, no: false };

function truth(text: string): boolean | undefined {
  const parsed = parseCondition(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.fault.expected}`);
  return evaluateCondition(parsed.expression, { columns, flag: (name) => flags[name] });
}

describe('evaluateCondition', () => {
  test.each([
    ['type has school', true],
    ['type has scho', false],
    ['programmes has СОО', false],
    ['programmes has «ООО»', true],
    ['empty has x', undefined],
    ['nothing has x', undefined],
    ['place = село', true],
    ['place <> село', false],
    ['place = Село', false],
    ['place <> 5', true],
    ['empty = село', undefined],
    ['blank <> село', undefined],
    ['size > 1000', true],
    ['size <= 1250', true],
    ['share = 12.5', true],
    ["share = '12.5'", false],
    ['login = 7', true],
    ["login = '007'", true],
    ["login = '7'", false],
    ['place < 5', undefined],
    ['empty < 5', undefined],
    ['size', true],
    ['zero', false],
    ['place', undefined],
    ['size / 10 = 125', true],
    ['size / zero > 1', undefined],
    ['0.1 + 0.2 = 0.3', true],
    ['-size < 0', true],
    ['not type has school', false],
    ['not empty = x', undefined],
    ['empty = x or place = село', true],
    ['empty = x or place = город', undefined],
    ['empty = x and place = город', false],
    ['empty = x and place = село', undefined],
    ['flag(yes)', true],
    ['flag(no)', false],
    ['flag(other)', undefined],
    ['not flag(no) and type has school', true],
    ['if(size > 5, place = село, flag(other))', true],
    ['any_of(empty, size) = 1250', true],
    ['max(empty, size) = 1250', undefined],
    ['sum(size, 1) = 1251 and min(size, 1) = 1', true],
    ['constructor = x', undefined],
    ['__proto__ = x', undefined],
  ])('%s → %s', (text, expected) => {
    expect(truth(text)).toBe(expected);
  });
});
