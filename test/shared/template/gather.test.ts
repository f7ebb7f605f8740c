import { describe, expect, it } from 'vitest';
import { calculate } from '../../../shared/plan/calculate.ts';
import { layout } from '../../../shared/plan/layout.ts';
import type { Formula, Plan } from '../../../shared/plan/plan.ts';
import { Calculation } from '../../../shared/template/calculation.ts';
import { type Cells, gathered, sumOf } from '../../../shared/template/gather.ts';

type Known = number | string;

function worth(values: readonly Known[], formula: (cells: Cells) => Formula): unknown[] {
  const ids = values.map((_, i) => `v${i}`);
  return [true, false].map((together) => {
    const calculation = new Calculation();
    calculation.row(
      'values',
      values.map((value, i) => ({ id: ids[i]!, value })),
    );
    calculation.step('result', 'result', formula({ ids, together }));
    const plan: Plan = { title: '', sheets: [{ ...calculation.sheet(), hidden: false }] };
    return calculate(plan, layout(plan)).value('result');
  });
}

const na = 'not_applicable';
const gap = 'not_reported';

describe('sum over members and periods gathered', () => {
  it.each<[readonly Known[], Known, Known, Known, Known]>([
    // values; sum, mean, last, max
    [[1, 2, 6], 9, 3, 6, 6],
    [[4, na, 2], 6, 3, 2, 4],
    [[na, na], na, na, na, na],
    [[5, gap], gap, gap, 5, 5],
    [[gap, 'no_data'], gap, gap, gap, gap],
    [['no_data', 'rejected', gap], 'rejected', 'rejected', 'rejected', 'rejected'],
    [[0, 'no_data', na], 'no_data', 'no_data', 0, 0],
    [[-3, 0], -3, -1.5, 0, 0],
  ])('%o', (values, sum, mean, last, max) => {
    expect(worth(values, sumOf)).toEqual([sum, sum]);
    expect(worth(values, (cells) => gathered(cells, 'sum'))).toEqual([sum, sum]);
    expect(worth(values, (cells) => gathered(cells, 'mean'))).toEqual([mean, mean]);
    expect(worth(values, (cells) => gathered(cells, 'last'))).toEqual([last, last]);
    expect(worth(values, (cells) => gathered(cells, 'max'))).toEqual([max, max]);
  });
});
