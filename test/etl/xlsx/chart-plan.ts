import type { Plan, PlanChart, PlanRow } from '../../../shared/plan/plan.ts';

const years = ['2019/20', '2020/21', '2021/22', '2022/23', '2023/24'];
/** `text` is a cell that says «н/д»; undefined an empty one. Both must show as gaps. */
const figures: readonly (readonly (number | string | undefined)[])[] = [
  [71.5, 74.2, undefined, 78.9, 80.1],
  [45, 52.3, 50.1, 'н/д', 61.7],
  [320, 340, 331, 355, 362],
];
const names = ['Базовый уровень', 'Выше базового', 'Писали, чел.'];

function chart(type: PlanChart['type'], row: number, more: Partial<PlanChart> = {}): PlanChart {
  return {
    type,
    title: `Качество подготовки: ${type}`,
    description: `Доля справившихся по годам, вид ${type}. В 2021/22 году данных нет.`,
    categories: { from: 'year.0', to: 'year.4' },
    series: [0, 1].map((index) => ({
      name: names[index] as string,
      values: { from: `v.${index}.0`, to: `v.${index}.4` },
    })),
    valueAxis: { title: 'Доля, %', min: 0, max: 100, format: 'integer' },
    categoryAxis: { title: 'Учебный год' },
    anchor: { fromColumn: 5, fromRow: row, toColumn: 13, toRow: row + 14 },
    legend: true,
    dataLabels: true,
    ...more,
  };
}

/** One tab with every kind of chart. */
export function chartPlan(): Plan {
  const rows: PlanRow[] = years.map((year, index) => ({
    cells: [
      { column: 1, value: year, id: `year.${index}`, style: 'label' },
      ...figures.map((values, series) => {
        const value = values[index];
        const cell = { column: series + 2, id: `v.${series}.${index}`, style: 'value' } as const;
        return value === undefined ? cell : { ...cell, value };
      }),
    ],
  }));
  const combo = chart('combo', 62, {
    series: [
      { name: names[2] as string, values: { from: 'v.2.0', to: 'v.2.4' }, as: 'column', colour: 'teal' },
      { name: names[0] as string, values: { from: 'v.0.0', to: 'v.0.4' }, as: 'line', colour: 'red' },
    ],
    valueAxis: { title: 'Человек', min: 0, format: 'integer' },
    secondAxis: { title: 'Доля, %', min: 0, max: 100, format: 'percent1' },
  });
  return {
    title: 'Диаграммы & «ряды»',
    sheets: [
      {
        name: "Год's обзор",
        columns: [{ width: 12 }, { width: 12 }, { width: 12 }, { width: 12 }],
        rows: [
          {
            cells: [
              { column: 1, value: 'Год', style: 'heading', note: 'Учебный год' },
              ...names.map((value, i) => ({ column: i + 2, value, style: 'heading' as const })),
            ],
          },
          ...rows,
        ],
        conditions: [
          { range: { firstRow: 2, firstColumn: 4, lastRow: 6, lastColumn: 4 }, rule: { type: 'bar' } },
        ],
        charts: [
          chart('column', 0),
          chart('bar', 15),
          chart('line', 30),
          chart('stacked', 46, { valueAxis: { min: 0 } }),
          combo,
        ],
        print: { orientation: 'portrait' },
      },
    ],
  };
}
