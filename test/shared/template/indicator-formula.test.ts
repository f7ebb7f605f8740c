import { describe, expect, it } from 'vitest';
import { calculate } from '../../../shared/plan/calculate.ts';
import { layout } from '../../../shared/plan/layout.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import { Calculation } from '../../../shared/template/calculation.ts';
import { call, cell, literal } from '../../../shared/template/formula.ts';
import { indicatorFormula, NotLive } from '../../../shared/template/indicator-formula.ts';
import { expression } from '../../fixtures/catalog-entries.ts';

type Inputs = Readonly<Record<string, number | string>>;

/** The formula's number, or `none` where it is missing. Inputs that are not named are not owed. */
function worth(text: string, inputs: Inputs): unknown {
  const calculation = new Calculation();
  for (const [code, value] of Object.entries(inputs)) calculation.row(code, [{ id: code, value }]);
  const formula = indicatorFormula(expression(text), {
    input: (code, steps) => cell(steps === 0 ? code : `${code}_before`),
    owes: (e) => e.type !== 'ref' || e.code in inputs,
    keep: (kept) => calculation.aside('kept', kept),
  });
  calculation.step('result', 'result', call('IFERROR', formula, literal('none')));
  const plan: Plan = { title: '', sheets: [{ ...calculation.sheet(), hidden: false }] };
  return calculate(plan, layout(plan)).value('result');
}

const gap = 'not_reported';

describe('indicatorFormula', () => {
  it.each<[string, Inputs, number | 'none']>([
    ['a + b * 2', { a: 1, b: 3 }, 7],
    ['(a + b) * 2', { a: 1, b: 3 }, 8],
    ['a - (b - 1)', { a: 5, b: 3 }, 3],
    ['-a', { a: 4 }, -4],
    ['a + b', { a: 1, b: gap }, 'none'],
    ['a / b', { a: 1, b: 0 }, 'none'],
    ['0 * a', { a: 'no_data' }, 'none'],
    ['a + 0', { a: 0 }, 0],
    ['sum(a, b, 1)', { a: 1, b: 2 }, 4],
    ['sum(a, b)', { a: 1, b: gap }, 'none'],
    ['min(a, b)', { a: -1, b: 2 }, -1],
    ['max(a, b)', { a: -1, b: gap }, 'none'],
    ['a < b', { a: 1, b: 2 }, 1],
    ['a >= b', { a: 1, b: 2 }, 0],
    ['a <> b', { a: 1, b: gap }, 'none'],
    // 0.1 + 0.2 is 0.3 at nine decimals
    ['a + b = 0.3', { a: 0.1, b: 0.2 }, 1],
    ['any_of(a, b)', { a: 3, b: 5 }, 5],
    ['any_of(a, b)', { a: gap, b: -5 }, -5],
    ['any_of(a, b)', { a: gap, b: 'no_data' }, 'none'],
    ['any_of(a, b)', { a: 2 }, 2],
    ['any_of(a / b, b)', { a: 2, b: 0 }, 0],
    ['if(a > 1, b, 7)', { a: 2, b: 3 }, 3],
    ['if(a > 1, b, 7)', { a: 0, b: gap }, 7],
    ['if(a > 1, b, 7)', { a: 2, b: gap }, 'none'],
    ['if(a, 1, 2)', { a: gap }, 'none'],
    ['if(a, 1, 2)', { a: -1 }, 1],
    ['prev(a)', { a: 1, a_before: 9 }, 9],
    ['a - prev(a)', { a: 1, a_before: gap }, 'none'],
  ])('%s of %o is %s', (text, inputs, expected) => {
    expect(worth(text, inputs)).toBe(expected);
  });

  // Kleene's tables, written out: t = 1, f = 0, u = missing
  const t = 1;
  const f = 0;
  const u = gap;
  it.each<[number | string, number | string, number | 'none', number | 'none']>([
    [t, t, 1, 1],
    [t, f, 0, 1],
    [f, t, 0, 1],
    [f, f, 0, 0],
    [t, u, 'none', 1],
    [u, t, 'none', 1],
    [f, u, 0, 'none'],
    [u, f, 0, 'none'],
    [u, u, 'none', 'none'],
  ])('%s and/or %s', (a, b, and, or) => {
    expect(worth('a and b', { a, b })).toBe(and);
    expect(worth('a or b', { a, b })).toBe(or);
    const negated = (value: number | 'none') => (value === 'none' ? 'none' : 1 - value);
    expect(worth('not (a and b)', { a, b })).toBe(negated(and));
    expect(worth('not a or not b', { a, b })).toBe(negated(and));
    expect(worth('(a or b) + 1', { a, b })).toBe(or === 'none' ? 'none' : or + 1);
  });

  it('refuses what only the district knows', () => {
    expect(() => worth('if(flag(low_results), a, 0)', { a: 1 })).toThrow(NotLive);
  });
});
