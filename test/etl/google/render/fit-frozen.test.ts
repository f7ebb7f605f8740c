import { describe, expect, it } from 'vitest';
import { fitFrozen } from '../../../../etl/google/render/fit-frozen.ts';
import type { PlanRange, PlanSheet } from '../../../../shared/plan/plan.ts';

const range = (firstRow: number, firstColumn: number, lastRow: number, lastColumn: number): PlanRange => ({
  firstRow,
  firstColumn,
  lastRow,
  lastColumn,
});

const sheet = (widths: readonly number[], columns: number, merge: PlanRange): PlanSheet => ({
  name: 'a',
  columns: widths.map((width) => ({ width, hidden: width === 1 })),
  rows: [
    { cells: [{ column: merge.firstColumn, id: 'x', value: 'Заголовок', style: 'title' }] },
    { cells: [] },
    { cells: [] },
  ],
  merges: [merge],
  freeze: { rows: 1, columns },
  print: { orientation: 'portrait' },
});

describe('frozen columns and merges', () => {
  it.each([
    ['wide enough: the text stays', [40, 10, 10], 1, range(1, 1, 1, 3), 1, [range(1, 2, 1, 3)], 1],
    [
      'narrow: the text moves to the part that scrolls',
      [5, 20, 20],
      1,
      range(1, 1, 1, 3),
      1,
      [range(1, 2, 1, 3)],
      2,
    ],
    ['beside it: as it is', [5, 20, 20], 1, range(1, 2, 1, 3), 1, [range(1, 2, 1, 3)], 2],
    ['all hidden: nothing is frozen', [1, 20, 20], 1, range(1, 2, 1, 3), 0, [range(1, 2, 1, 3)], 2],
    ['all there is: nothing is frozen', [10, 20], 2, range(1, 1, 1, 2), 0, [range(1, 1, 1, 2)], 1],
    ['over the last frozen row too', [40, 10, 10], 1, range(1, 1, 2, 2), 1, [], 1],
  ])('%s', (_, widths, frozen, merge, columns, merges, at) => {
    const fitted = fitFrozen(sheet(widths, frozen, merge));
    expect(fitted.freeze).toEqual({ rows: 1, columns });
    expect(fitted.merges).toEqual(merges);
    expect(fitted.rows[0]?.cells.find(({ id }) => id === 'x')?.column).toBe(at);
  });
});
