import type { Plan, PlanCell, PlanRow, PlanSheet } from '../../../../shared/plan/plan.ts';

const print = { orientation: 'portrait' } as const;
const row = (...cells: PlanCell[]): PlanRow => ({ cells });

/** «Обзор» with two figures, a text that looks like a formula, a chart, a condition and a merge. */
export function overview(first: number, second: number, linked = 'Показатели'): PlanSheet {
  return {
    name: 'Обзор',
    columns: [{ width: 20 }, { width: 10 }],
    rows: [
      row({ column: 1, value: 'Район', style: 'title' }),
      row({ column: 1, id: 'a', value: '2024/25' }, { column: 2, id: 'x', value: first }),
      row({ column: 1, id: 'b', value: '2025/26' }, { column: 2, id: 'y', value: second }),
      row(
        { column: 1, value: '=1+1' },
        { column: 2, value: 'показатели', link: { sheet: linked, cell: 'B1' } },
      ),
    ],
    merges: [{ firstRow: 1, lastRow: 1, firstColumn: 1, lastColumn: 2 }],
    conditions: [
      {
        range: { firstRow: 2, lastRow: 3, firstColumn: 2, lastColumn: 2 },
        rule: { type: 'scale', better: 'higher' },
      },
    ],
    charts: [
      {
        type: 'column',
        title: 'Доля',
        description: 'Доля по годам',
        categories: { from: 'a', to: 'b' },
        series: [{ name: 'Доля', values: { from: 'x', to: 'y' } }],
        anchor: { fromColumn: 3, fromRow: 1, toColumn: 8, toRow: 12 },
      },
    ],
    freeze: { rows: 1, columns: 0 },
    protect: true,
    print,
  };
}

export function list(name: string, values: readonly (number | string)[]): PlanSheet {
  return {
    name,
    columns: [{ width: 20 }, { width: 10 }],
    rows: values.map((value, i) => row({ column: 1, value: `строка ${i + 1}` }, { column: 2, value })),
    print,
  };
}

export const planOf = (...sheets: PlanSheet[]): Plan => ({ title: 'Свод', sheets });
