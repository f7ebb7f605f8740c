import { describe, expect, it } from 'vitest';
import { namedFiles } from '../../../../etl/google/write/named-files.ts';
import type { PlanCell } from '../../../../shared/plan/plan.ts';
import { planOf } from './small-summary.ts';

const said = (cell: Omit<PlanCell, 'column'>) =>
  namedFiles(
    planOf({
      name: 'Лист',
      columns: [],
      rows: [{ cells: [{ column: 1, ...cell }] }],
      print: { orientation: 'portrait' },
    }),
  ).sheets[0]?.rows[0]?.cells[0];

describe('namedFiles', () => {
  it.each<[Omit<PlanCell, 'column'>, Partial<PlanCell>]>([
    [
      { value: 'открыть', link: { file: '../inbox/а/s1.xlsx', sheet: 'Кадры', cell: 'B12' } },
      { value: 's1.xlsx, B12' },
    ],
    [{ value: 'открыть', link: { file: '../inbox/s1.csv' } }, { value: 's1.csv' }],
    // the address of a cell says enough beside the name of its file
    [
      { value: 'B12', link: { file: '../inbox/s1.xlsx', cell: 'B12' } },
      { value: 'B12', link: { file: '../inbox/s1.xlsx', cell: 'B12' } },
    ],
    [
      { value: 'открыть', link: { url: 'https://example.org' } },
      { value: 'открыть', link: { url: 'https://example.org' } },
    ],
    [{ value: 'открыть' }, { value: 'открыть' }],
  ])('%j is %j', (cell, expected) => {
    expect(said(cell)).toEqual({ column: 1, ...expected });
  });
});
