import { describe, expect, test } from 'vitest';
import {
  DuplicateCellId,
  InvalidCell,
  InvalidFormula,
  InvalidPlace,
  InvalidSheetName,
  UnknownCellId,
} from '../../../shared/plan/errors.ts';
import { layout } from '../../../shared/plan/layout.ts';
import type { Plan, PlanCell, PlanChart, PlanSheet } from '../../../shared/plan/plan.ts';
import { call, cell, lit, op, range } from './formula-table.ts';

function sheet(name: string, rows: PlanCell[][] = [], more: Partial<PlanSheet> = {}): PlanSheet {
  return {
    name,
    columns: [],
    rows: rows.map((cells) => ({ cells })),
    print: { orientation: 'portrait' },
    ...more,
  };
}

const plan = (...sheets: PlanSheet[]): Plan => ({ title: '', sheets });

describe('layout', () => {
  const two = plan(
    sheet('Первая', [[{ column: 2, id: 'a', value: 1 }], [{ column: 2, id: 'b', value: 2 }]]),
    sheet('Вторая', [[], [{ column: 28, id: 'c', formula: call('SUM', range('a', 'b')) }]]),
  );

  test('gives every id its place', () => {
    const places = layout(two);
    expect(places.place('c')).toEqual({ sheet: 'Вторая', sheetIndex: 1, row: 2, column: 28 });
    expect(places.range('a', 'b')).toEqual({
      sheet: 'Первая',
      sheetIndex: 0,
      range: { firstRow: 1, firstColumn: 2, lastRow: 2, lastColumn: 2 },
    });
    expect(places.sheetIndex('Вторая')).toBe(1);
  });

  test('asks back', () => {
    const places = layout(two);
    expect(() => places.place('d')).toThrow(UnknownCellId);
    expect(() => places.range('a', 'c')).toThrow(InvalidPlace);
    expect(() => places.range('b', 'a')).toThrow(InvalidPlace);
    expect(() => places.sheetIndex('Третья')).toThrow(InvalidPlace);
  });
});

describe('tab names', () => {
  test.each([
    ['empty', ['']],
    ['blank', ['  ']],
    ['too long', ['я'.repeat(32)]],
    ['slash', ['1/2']],
    ['backslash', ['1\\2']],
    ['brackets', ['[1]']],
    ['colon', ['1:2']],
    ['question', ['что?']],
    ['star', ['*']],
    ['apostrophe', ["'план'"]],
    ['control', ['а\u0007']],
    ['reserved', ['History']],
    ['two alike', ['План', 'ПЛАН']],
    ['none', []],
  ])('%s', (_, names) => {
    expect(() => layout(plan(...names.map((name) => sheet(name))))).toThrow(InvalidSheetName);
  });

  test('31 characters and inner apostrophes are fine', () => {
    expect(() => layout(plan(sheet('я'.repeat(31)), sheet("Год's")))).not.toThrow();
  });
});

const chart = (more: Partial<PlanChart>): PlanChart => ({
  type: 'column',
  title: 'Т',
  description: 'О',
  categories: { from: 'a', to: 'a' },
  series: [{ name: 'Р', values: { from: 'a', to: 'a' } }],
  anchor: { fromColumn: 0, fromRow: 0, toColumn: 3, toRow: 3 },
  ...more,
});
const one: PlanCell = { column: 1, id: 'a', value: 1 };
const area = { firstRow: 1, firstColumn: 1, lastRow: 2, lastColumn: 2 };

test('a workbook needs a tab that can be seen', () => {
  expect(() => layout(plan(sheet('Л', [], { hidden: true })))).toThrow(InvalidPlace);
});

describe('faults of a plan', () => {
  test('more links than Excel keeps', () => {
    const link = { column: 1, link: { url: 'https://example.org' } } as const;
    const rows = Array.from({ length: 65_531 }, () => [link]);
    expect(() => layout(plan(sheet('Л', rows)))).toThrow(InvalidPlace);
    expect(() => layout(plan(sheet('Л', rows.slice(1))))).not.toThrow();
  });

  test.each<[string, PlanCell[][], Partial<PlanSheet>, new (message: string) => Error]>([
    ['an id twice', [[one], [one]], {}, DuplicateCellId],
    ['two cells at one place', [[one, { column: 1 }]], {}, InvalidCell],
    ['column 0', [[{ column: 0 }]], {}, InvalidPlace],
    ['text too long', [[{ column: 1, value: 'я'.repeat(32_768) }]], {}, InvalidCell],
    ['not a number', [[{ column: 1, value: Number.NaN }]], {}, InvalidCell],
    ['value and formula', [[{ column: 1, value: 1, formula: lit(1) }]], {}, InvalidCell],
    ['unknown id', [[{ column: 1, formula: cell('x') }]], {}, UnknownCellId],
    [
      'unknown id deep down',
      [[{ column: 1, formula: op(lit(1), '+', call('ABS', cell('x'))) }]],
      {},
      UnknownCellId,
    ],
    ['arguments missing', [[{ column: 1, formula: call('ROUND', lit(1)) }]], {}, InvalidFormula],
    ['arguments too many', [[{ column: 1, formula: call('ABS', lit(1), lit(2)) }]], {}, InvalidFormula],
    ['bare range', [[one, { column: 2, formula: range('a', 'a') }]], {}, InvalidFormula],
    [
      'range for one value',
      [[one, { column: 2, formula: call('ABS', range('a', 'a')) }]],
      {},
      InvalidFormula,
    ],
    ['COUNTIF of a value', [[{ column: 1, formula: call('COUNTIF', lit(1), lit(1)) }]], {}, InvalidFormula],
    ['link to no tab', [[{ column: 1, link: { sheet: 'Нет', cell: 'A1' } }]], {}, InvalidPlace],
    ['link to no cell', [[{ column: 1, link: { sheet: 'Л', cell: 'A' } }]], {}, InvalidPlace],
    ['script link', [[{ column: 1, link: { url: 'javascript:alert(1)' } }]], {}, InvalidCell],
    ['merges overlap', [], { merges: [area, { ...area, firstRow: 2, lastRow: 3 }] }, InvalidPlace],
    ['merge upside down', [], { merges: [{ ...area, lastRow: 0 }] }, InvalidPlace],
    ['merge hides a value', [[one, { column: 2, value: 'x' }]], { merges: [area] }, InvalidCell],
    ['merge hides an id', [[one, { column: 2, id: 'x' }]], { merges: [area] }, InvalidCell],
    ['column too wide', [], { columns: [{ width: 256 }] }, InvalidPlace],
    ['repeated rows', [], { print: { orientation: 'portrait', repeatRows: [3, 2] } }, InvalidPlace],
    ['chart of nothing', [[one]], { charts: [chart({ series: [] })] }, InvalidPlace],
    [
      'chart of unknown cells',
      [[one]],
      { charts: [chart({ categories: { from: 'a', to: 'x' } })] },
      UnknownCellId,
    ],
    [
      'chart without area',
      [[one]],
      { charts: [chart({ anchor: { fromColumn: 3, fromRow: 3, toColumn: 3, toRow: 9 } })] },
      InvalidPlace,
    ],
    [
      'chart of a block',
      [[one], [{ column: 2, id: 'b' }]],
      { charts: [chart({ categories: { from: 'a', to: 'b' } })] },
      InvalidPlace,
    ],
    [
      'condition with an unknown id',
      [],
      { conditions: [{ range: area, rule: { type: 'formula', formula: cell('x'), style: 'bad' } }] },
      UnknownCellId,
    ],
  ])('%s', (_, rows, more, error) => {
    expect(() => layout(plan(sheet('Л', rows, more)))).toThrow(error);
  });
});
