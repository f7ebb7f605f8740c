import { describe, expect, test } from 'vitest';
import { calculate } from '../../../shared/plan/calculate.ts';
import { withChartData } from '../../../shared/plan/chart-data.ts';
import { formulaText } from '../../../shared/plan/formula-text.ts';
import { layout } from '../../../shared/plan/layout.ts';
import type { Plan, PlanCell } from '../../../shared/plan/plan.ts';
import { call, cell, lit, op } from './formula-table.ts';

function plan(cells: PlanCell[]): Plan {
  return {
    title: '',
    sheets: [
      {
        name: 'Обзор',
        columns: [],
        rows: [{ cells }],
        charts: [
          {
            type: 'line',
            title: '',
            description: '',
            categories: { from: 'first', to: 'last' },
            series: [{ name: 'Ряд', values: { from: 'first', to: 'last' } }],
            anchor: { fromColumn: 0, fromRow: 2, toColumn: 4, toRow: 9 },
          },
        ],
        print: { orientation: 'portrait' },
      },
    ],
  };
}

describe('withChartData', () => {
  test('leaves numbers and blanks where they are', () => {
    const given = plan([
      { column: 1, id: 'first', value: 1 },
      { column: 3, id: 'last', value: 3 },
    ]);
    expect(withChartData(given)).toBe(given);
  });

  test('leads texts and live cells through a hidden tab where they become gaps', () => {
    const given = plan([
      { column: 1, id: 'first', value: 5 },
      { column: 2, value: 'н/д' },
      { column: 3, id: 'live', formula: call('IF', op(cell('first'), '>', lit(9)), lit(1), lit('')) },
      { column: 4, id: 'last', formula: op(cell('first'), '*', lit(2)) },
    ]);
    const led = withChartData(given);
    expect(led.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Обзор', undefined],
      ['_charts', true],
    ]);
    const places = layout(led);
    const values = led.sheets[0]?.charts?.[0]?.series[0]?.values;
    expect(places.range(values?.from as string, values?.to as string)).toEqual({
      sheet: '_charts',
      sheetIndex: 1,
      range: { firstRow: 1, firstColumn: 1, lastRow: 4, lastColumn: 1 },
    });
    const calculated = calculate(led, places);
    expect([1, 2, 3, 4].map((row) => calculated.at(1, row, 1))).toEqual([
      5,
      undefined,
      { error: '#N/A' },
      10,
    ]);
    const third = led.sheets[1]?.rows[2]?.cells[0]?.formula;
    expect(third && formulaText(third, places, '_charts')).toBe("IF(ISNUMBER('Обзор'!C1),'Обзор'!C1,NA())");
  });
});
