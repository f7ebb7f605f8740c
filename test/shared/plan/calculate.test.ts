import { describe, expect, test } from 'vitest';
import { calculate } from '../../../shared/plan/calculate.ts';
import { FormulaCycle } from '../../../shared/plan/errors.ts';
import { layout } from '../../../shared/plan/layout.ts';
import type { Plan, PlanCell } from '../../../shared/plan/plan.ts';
import { call, cell, formulaPlan, formulas, op, range } from './formula-table.ts';

describe('calculate', () => {
  const plan = formulaPlan();
  const calculated = calculate(plan, layout(plan));
  test.each(formulas.map(([name, , expected], index) => [name, index, expected] as const))(
    '%s',
    (_, index, expected) => {
      const value = calculated.value(`f${index}`);
      if (typeof expected === 'number' && typeof value === 'number') expect(value).toBeCloseTo(expected, 12);
      else expect(value).toEqual(expected);
    },
  );

  test('a place without a cell is blank', () => {
    expect(calculated.at(0, 5000, 1)).toBeUndefined();
    expect(calculated.at(7, 1, 1)).toBeUndefined();
  });
});

const sheet = (name: string, cells: PlanCell[]): Plan['sheets'][number] => ({
  name,
  columns: [],
  rows: [{ cells }],
  print: { orientation: 'portrait' },
});

test('formulas reach other tabs and each other, in any order', () => {
  const plan: Plan = {
    title: '',
    sheets: [
      sheet('A', [
        { column: 1, id: 'last', formula: op(cell('middle'), '*', cell('middle')) },
        { column: 2, id: 'middle', formula: call('SUM', range('first', 'second')) },
      ]),
      sheet('B', [
        { column: 1, id: 'first', value: 2 },
        { column: 2, id: 'second', value: 3 },
      ]),
    ],
  };
  expect(calculate(plan, layout(plan)).value('last')).toBe(25);
});

test('a formula that needs itself is named', () => {
  const plan: Plan = {
    title: '',
    sheets: [
      sheet('Круг', [
        { column: 1, id: 'a', formula: cell('b') },
        { column: 2, id: 'b', formula: call('IF', cell('c'), cell('a')) },
        { column: 3, id: 'c', value: true },
      ]),
    ],
  };
  expect(() => calculate(plan, layout(plan)).value('a')).toThrow(FormulaCycle);
});

test('a day string under the date format is a serial number', () => {
  const plan: Plan = {
    title: '',
    sheets: [
      sheet('A', [
        { column: 1, id: 'day', value: '2024-09-01', format: 'date' },
        { column: 2, id: 'after', formula: op(cell('day'), '+', { type: 'literal', value: 1 }) },
      ]),
    ],
  };
  expect(calculate(plan, layout(plan)).value('after')).toBe(45537);
});
